package io.banku.copybook;

import java.util.ArrayList;
import java.util.List;

/** One data description entry as it was written, up to its period; what does not stand in it is null, 0 or false. */
final class Entry {
    final Token at;
    final int level;
    String name = Declaration.FILLER;
    Token pictureAt;
    Picture picture;
    Token usageAt;
    Usage usage;
    Token signAt;
    Sign sign;
    Token occursAt;
    int occurs;
    Token redefines;
    Token blankWhenZero;

    /** Already told; what it lacks is no news. */
    boolean faulty;

    final List<ConditionName.Interval> values = new ArrayList<>();

    /** Filled when the entries become a tree. */
    final List<Entry> items = new ArrayList<>();

    final List<Entry> conditions = new ArrayList<>();

    Entry(Token at, int level) {
        this.at = at;
        this.level = level;
    }
}

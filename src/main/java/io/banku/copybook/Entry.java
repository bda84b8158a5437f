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
    Token byteLengthAt;

    /** Of UTF-8. */
    int byteLength;

    Token usageAt;
    Usage usage;
    Token signAt;
    Sign sign;
    Token occursAt;

    /** At most so often where it depends on a count. */
    int occurs;

    /** At least so often where it depends on a count. */
    int least;

    /** The name, and those of groups that it stands in; null where it occurs a fixed number of times. */
    List<Token> dependingOn;

    Token redefines;
    Token blankWhenZero;
    Token justified;
    Token synchronizedAt;

    /** Of level 66: the name of its first and its last item, each with qualifiers; the last is null without THRU. */
    List<Token> renamed;

    List<Token> renamedThrough;

    /** Already told; what it lacks is no news. */
    boolean faulty;

    final List<ConditionName.Interval> values = new ArrayList<>();

    /** Filled when the entries become a tree. */
    final List<Entry> items = new ArrayList<>();

    final List<Entry> conditions = new ArrayList<>();

    /** The level-66 entries of a record. */
    final List<Entry> renames = new ArrayList<>();

    Entry(Token at, int level) {
        this.at = at;
        this.level = level;
    }

    /** Whether it stands for itself: level 01 or 77. */
    boolean isRecord() {
        return level == 1 || level == EntryParser.STANDALONE;
    }
}

package io.banku.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be wrong with a generated file, if that is wished. */
public enum Breakage {
    /** A control total with {@code mod} is not what the records add up to. */
    HASH,
    /** A count is one too high. */
    COUNT,
    /** The sign of one packed number is none. */
    PACKED,
    /** All text is in another encoding than the feed says. */
    ENCODING,
    /** The file is not the next one of its feed. */
    SEQUENCE,
    /** The file ends in the middle of a record. */
    CUT;

    /** @throws IllegalArgumentException when there is none of that name */
    public static Breakage of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.text().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("expected one of " + names() + ", found '" + name + "'"));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Breakage::text).toList();
    }
}

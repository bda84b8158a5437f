package io.banku.inspect;

import java.util.List;
import java.util.Locale;

/** Numbers as people read them. */
final class Told {
    private Told() {}

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String counted(long count, String one) {
        return number(count) + " " + one + (count == 1 ? "" : "s");
    }

    static String times(long count) {
        return count == 1 ? "once" : number(count) + " times";
    }

    /** {@code byte 57 (0x39)}. */
    static String place(long at) {
        return String.format(Locale.ROOT, "byte %,d (0x%X)", at, at);
    }

    static String either(List<String> all) {
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }

    /** {@code 3,001 records of 26 to 76 bytes, the last one ends with the file}. */
    static String walked(Walk walk, Content content) {
        String records = counted(walk.records(), "record") + lengths(walk);
        return walk.endsWithTheFile()
                ? records + (content.isSample() ? " " + sample(content) : ", and the last one ends with the file")
                : records + " up to " + place(walk.failedAt()) + " of " + number(content.size()) + ", and none there ("
                        + walk.fault() + ")";
    }

    /** {@code in the first 100,000,000 bytes of 1,000,000,000}. */
    static String sample(Content content) {
        return "in the first " + counted(content.size(), "byte")
                + (content.length() == Content.UNKNOWN ? "" : " of " + number(content.length()));
    }

    private static String lengths(Walk walk) {
        return walk.records() == 0
                ? ""
                : walk.shortest() == walk.longest()
                        ? " of " + counted(walk.shortest(), "byte")
                        : " of " + number(walk.shortest()) + " to " + number(walk.longest()) + " bytes";
    }
}

package io.banku.inspect;

import io.banku.copybook.Usage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many digits, characters and bytes a PICTURE stands for, of the simple ones that are changed and tried. */
final class PictureSize {
    static final Pattern NUMBER = Pattern.compile("(S?)(9+|9\\((\\d+)\\))(V(9+|9\\((\\d+)\\)))?");
    static final Pattern TEXT = Pattern.compile("X+|X\\((\\d+)\\)|A+|A\\((\\d+)\\)");

    private PictureSize() {}

    /** Of a part such as {@code 9(7)} or {@code XX}. */
    static int of(String part) {
        int open = part.indexOf('(');
        return open < 0 ? part.length() : Integer.parseInt(part.substring(open + 1, part.indexOf(')')));
    }

    static int bytes(Outline item, int digits) {
        return switch (item.usage()) {
            case PACKED_DECIMAL -> digits / 2 + 1;
            case BINARY, NATIVE_BINARY -> digits < 5 ? 2 : digits < 10 ? 4 : 8;
            default -> digits;
        };
    }

    /** A packed number whose length is mistaken has an odd number of digits still, or an even one: bytes hold two. */
    static double slack(Outline item, Outline changed) {
        return changed.usage() == Usage.PACKED_DECIMAL && (digits(item) - digits(changed)) % 2 != 0 ? 0.25 : 0;
    }

    static int digits(Outline item) {
        Matcher number = item.picture() == null ? null : NUMBER.matcher(item.picture());
        return number == null || !number.matches()
                ? 0
                : of(number.group(2)) + (number.group(5) == null ? 0 : of(number.group(5)));
    }
}

package io.banku.record;

import java.nio.charset.StandardCharsets;

/** A number as its PICTURE shows it: 4711 of {@code 9(10)} is 0000004711, -5 of {@code S9(3)V99} is -000.05. */
final class DigitText {
    private DigitText() {}

    static String of(long unscaled, int digits, int scale) {
        if (scale != 0) {
            return of(Long.toString(unscaled), digits, scale);
        }
        int sign = unscaled < 0 ? 1 : 0;
        byte[] text = new byte[sign + digits];
        long rest = unscaled;
        for (int i = text.length - 1; i >= sign; i--) {
            text[i] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
        }
        if (rest != 0) {
            return Long.toString(unscaled);
        }
        if (sign == 1) {
            text[0] = '-';
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    static String of(String unscaled, int digits, int scale) {
        boolean negative = unscaled.startsWith("-");
        StringBuilder text = new StringBuilder(negative ? unscaled.substring(1) : unscaled);
        int shown = Math.max(digits, scale + 1);
        text.insert(0, "0".repeat(Math.max(0, shown - text.length())));
        if (scale > 0) {
            text.insert(text.length() - scale, '.');
        } else {
            text.append("0".repeat(-scale));
        }
        return negative ? text.insert(0, '-').toString() : text.toString();
    }
}

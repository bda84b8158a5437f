package io.banku.record;

import java.util.Arrays;

/** Blanks before the digits of a DISPLAY number, taken as zeros: {@code 40 40 F7} is 7. Blanks elsewhere stay blanks. */
final class LeadingBlanks {
    private final int from;
    private final int to;
    private final byte blank;
    private final byte zero;
    private final int length;
    private final ZonedReader withZeros;

    /**
     * @param from where the digits begin within the field, and {@code to} where they end
     * @param withZeros reads such a field at the beginning of a frame
     */
    LeadingBlanks(int from, int to, int length, CodePage codePage, ZonedReader withZeros) {
        this.from = from;
        this.to = to;
        this.length = length;
        this.blank = codePage.blank();
        this.zero = codePage.encode("0")[0];
        this.withZeros = withZeros;
    }

    ZonedReader withZeros() {
        return withZeros;
    }

    /** The field alone with zeros for its leading blanks; null when there are none, or nothing else. */
    Frame filled(Frame frame, int at) {
        int end = from;
        while (end < to && frame.bytes[at + end] == blank) {
            end++;
        }
        if (end == from || end == to) {
            return null;
        }
        Frame filled = new Frame();
        filled.bytes = Arrays.copyOfRange(frame.bytes, at, at + length);
        filled.length = length;
        Arrays.fill(filled.bytes, from, end, zero);
        return filled;
    }
}

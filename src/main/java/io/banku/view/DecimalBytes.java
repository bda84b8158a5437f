package io.banku.view;

/** Numbers as the bytes of their decimal text. */
final class DecimalBytes {
    static final int LONGEST = Long.toString(Long.MIN_VALUE).length();

    private DecimalBytes() {}

    /** Writes {@code -125} so that it ends before {@code end}; returns where it begins, up to twenty places before. */
    static int endingAt(int end, long number, byte[] text) {
        int first = end;
        long rest = number;
        do {
            long tens = rest / 10;
            text[--first] = (byte) ('0' + Math.abs(rest - tens * 10));
            rest = tens;
        } while (rest != 0);
        if (number < 0) {
            text[--first] = '-';
        }
        return first;
    }
}

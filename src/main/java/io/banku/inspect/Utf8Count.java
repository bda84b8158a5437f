package io.banku.inspect;

/** Counts the characters of UTF-8 in bytes that come in parts, and finds out whether there is anything else. One thread. */
final class Utf8Count {
    private static final int REPLACEMENT = 0xFFFD;

    private boolean valid = true;
    private int expected;
    private int point;
    private long wide;
    private long replaced;

    void add(byte[] bytes, int count) {
        for (int i = 0; valid && i < count; i++) {
            int c = bytes[i] & 0xFF;
            if (expected > 0) {
                follow(c);
            } else if (c >= 0x80) {
                lead(c);
            }
        }
    }

    private void lead(int c) {
        expected = c >= 0xC2 && c <= 0xDF ? 1 : c >= 0xE0 && c <= 0xEF ? 2 : c >= 0xF0 && c <= 0xF4 ? 3 : 0;
        point = c & 0x3F >> expected;
        valid = expected > 0;
    }

    private void follow(int c) {
        valid = (c & 0xC0) == 0x80;
        point = point << 6 | c & 0x3F;
        if (--expected == 0) {
            wide++;
            replaced += point == REPLACEMENT ? 1 : 0;
        }
    }

    /** A character that the end cuts off is no fault of the rest. */
    boolean isValid() {
        return valid;
    }

    long wide() {
        return wide;
    }

    long replaced() {
        return replaced;
    }
}

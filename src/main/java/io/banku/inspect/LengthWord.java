package io.banku.inspect;

import java.util.HashSet;
import java.util.Set;

/**
 * A length somewhere in the first bytes of each record, tried in memory before a file is read by it. Immutable.
 *
 * @param at of its first byte in the record, from 0
 * @param zeros of two bytes that have to be X'0000', or X'0n00' for a segment; -1 where there are none
 * @param add to the length, and it is that of the record with all before it
 */
record LengthWord(int at, int width, Kind kind, int zeros, int add) {
    /** How the length is written. */
    enum Kind {
        BIG,
        LITTLE,
        EBCDIC_DIGITS,
        ASCII_DIGITS,
        /** EBCDIC digits, and in the last byte a sign. */
        ZONED,
        PACKED;

        boolean isBinary() {
            return this == BIG || this == LITTLE;
        }
    }

    /**
     * How far a chain of lengths goes.
     *
     * @param goesOn it was still good where the bytes ended
     */
    record Chain(int records, int lengths, long payload, boolean goesOn, boolean endsExactly) {}

    private static final int NONE = -1;
    private static final int POSITIVE = 0xC;
    private static final int UNSIGNED = 0xF;
    private static final int LONGEST = 1 << 20;
    private static final int SEGMENTS = 3;

    /** @param from where the first record begins */
    Chain chain(byte[] bytes, int from) {
        Set<Integer> lengths = new HashSet<>();
        int records = 0;
        long payload = 0;
        int place = from;
        int ownBytes = ownBytes();
        while (place + ownBytes <= bytes.length) {
            int length = length(bytes, place);
            if (length < ownBytes || length > LONGEST || !isZero(bytes, place)) {
                return new Chain(records, lengths.size(), payload, false, false);
            }
            if (length > bytes.length - place) {
                break;
            }
            place += length;
            payload += length - ownBytes;
            records++;
            if (lengths.size() < SEGMENTS) {
                lengths.add(length);
            }
        }
        return new Chain(records, lengths.size(), payload, true, place == bytes.length);
    }

    /** Of the number itself. */
    int end() {
        return at + width;
    }

    /** Bytes up to the end of the word, and of the zeros. */
    int ownBytes() {
        return zeros < 0 ? at + width : Math.max(at + width, zeros + 2);
    }

    /** Bytes of what the first word measures; 0 where it is none. */
    int first(byte[] bytes) {
        boolean isOne = bytes.length >= ownBytes() && isZero(bytes, 0);
        return isOne ? Math.max(0, length(bytes, 0)) : 0;
    }

    private boolean isZero(byte[] bytes, int place) {
        return zeros < 0
                || bytes[place + zeros] >= 0 && bytes[place + zeros] <= SEGMENTS && bytes[place + zeros + 1] == 0;
    }

    /** Of the whole record; {@link #NONE} where there is no number. */
    private int length(byte[] bytes, int place) {
        long length = 0;
        for (int i = 0; i < width; i++) {
            int c = bytes[place + at + (kind == Kind.LITTLE ? width - 1 - i : i)] & 0xFF;
            long next = kind.isBinary()
                    ? length << 8 | c
                    : kind == Kind.PACKED ? packed(length, c, i) : zoned(length, c, i);
            if (next < 0) {
                return NONE;
            }
            length = next;
        }
        return length + add > LONGEST ? NONE : (int) length + add;
    }

    private long zoned(long before, int c, int i) {
        boolean isSign = kind == Kind.ZONED && i == width - 1;
        int zone = kind == Kind.ASCII_DIGITS ? 0x30 : isSign ? POSITIVE << 4 : 0xF0;
        int digit = c - zone;
        return digit < 0 || digit > 9 ? NONE : 10 * before + digit;
    }

    private long packed(long before, int c, int i) {
        int high = c >> 4;
        int low = c & 0xF;
        if (i == width - 1) {
            return high > 9 || low != POSITIVE && low != UNSIGNED ? NONE : 10 * before + high;
        }
        return high > 9 || low > 9 ? NONE : 100 * before + 10 * high + low;
    }
}

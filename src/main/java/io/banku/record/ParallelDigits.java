package io.banku.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Fast and ugly: eight bytes of digits at once, in one 64-bit word, without a loop or a branch. A loop whose number of rounds
 * differs from field to field makes the processor guess, and guess wrong: bench/README.md has the measurements.
 */
final class ParallelDigits {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final long EVERY_BYTE = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x80 * EVERY_BYTE;
    private static final long TO_HIGH_BIT_FROM_TEN = 0x76 * EVERY_BYTE;
    private static final long NIBBLE_HIGH_BITS = 0x88 * EVERY_BYTE;
    private static final long LOW_NIBBLES = 0x0F * EVERY_BYTE;
    private static final long LOW_BYTES = 0x00FF_00FF_00FF_00FFL;
    private static final long LOW_SHORTS = 0x0000_FFFF_0000_FFFFL;
    private static final long LOW_INT = 0xFFFF_FFFFL;

    private ParallelDigits() {}

    /** Whether eight bytes from there lie in the array. */
    static boolean isWord(byte[] bytes, int at) {
        return at + Long.BYTES <= bytes.length;
    }

    /** Eight bytes, the first one in the highest bits. */
    static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /** The byte in all of the eight bytes of a word. */
    static long everyByte(int value) {
        return value * EVERY_BYTE;
    }

    /** 0 when each of the eight bytes is 0 to 9. */
    static long beyondNine(long digits) {
        // ten and more reach the highest bit of their byte; what overflows from there has been noticed already
        return (digits + TO_HIGH_BIT_FROM_TEN | digits) & HIGH_BITS;
    }

    /** 0 when each of the sixteen half bytes is 0 to 9. */
    static long nibblesBeyondNine(long nibbles) {
        return nibbles & (nibbles << 1 | nibbles << 2) & NIBBLE_HIGH_BITS;
    }

    /** {@code 01 02 03 04 05 06 07 08} is 12345678. */
    static long ofBytes(long digits) {
        return ofPairs((digits >>> 8 & LOW_BYTES) * 10 + (digits & LOW_BYTES));
    }

    /** {@code 00 00 00 00 12 34 56 78} is 12345678. */
    static long ofNibbles(long digits) {
        long pairs = (digits >>> 4 & LOW_NIBBLES) * 10 + (digits & LOW_NIBBLES);
        long four = (pairs >>> 8 & LOW_BYTES) * 100 + (pairs & LOW_BYTES);
        long eight = (four >>> 16 & LOW_SHORTS) * 10_000 + (four & LOW_SHORTS);
        return (eight >>> 32) * 100_000_000 + (eight & LOW_INT);
    }

    /** Of four numbers from 0 to 99 in 16 bits each. */
    private static long ofPairs(long pairs) {
        long four = (pairs >>> 16 & LOW_SHORTS) * 100 + (pairs & LOW_SHORTS);
        return (four >>> 32) * 10_000 + (four & LOW_INT);
    }
}

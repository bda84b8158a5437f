package io.banku.bench.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers as written by hand, with every check: digits, signs, no more digits than the PICTURE. */
final class StrictDigits {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Two digits per byte, or -1. */
    private static final byte[] PAIR = new byte[0x100];

    static {
        for (int b = 0; b < 0x100; b++) {
            PAIR[b] = (byte) (b >> 4 > 9 || (b & 0xF) > 9 ? -1 : (b >> 4) * 10 + (b & 0xF));
        }
    }

    private StrictDigits() {}

    static long packed(byte[] b, int at, int length) {
        int last = b[at + length - 1];
        long value = magnitude(b, at, length, last);
        int sign = last & 0xF;
        return sign == 0xD || sign == 0xB ? -value : value;
    }

    static long packedUnsigned(byte[] b, int at, int length) {
        int last = b[at + length - 1];
        long value = magnitude(b, at, length, last);
        int sign = last & 0xF;
        if (sign == 0xD || sign == 0xB) {
            throw bad(at);
        }
        return value;
    }

    private static long magnitude(byte[] b, int at, int length, int last) {
        long value = 0;
        int illegal = 0;
        for (int i = at; i < at + length - 1; i++) {
            int pair = PAIR[b[i] & 0xFF];
            illegal |= pair;
            value = value * 100 + pair;
        }
        int digit = last >> 4 & 0xF;
        if ((illegal | 9 - digit) < 0 || (last & 0xF) < 0xA) {
            throw bad(at);
        }
        return value * 10 + digit;
    }

    static long zoned(byte[] b, int at, int length) {
        long value = digits(b, at, length - 1);
        int last = b[at + length - 1] & 0xFF;
        int zone = last >> 4;
        if ((last & 0xF) > 9 || zone < 0xA || zone == 0xB || zone == 0xD) {
            throw bad(at);
        }
        return value * 10 + (last & 0xF);
    }

    static long zonedSigned(byte[] b, int at, int length) {
        long value = digits(b, at, length - 1);
        int last = b[at + length - 1] & 0xFF;
        int zone = last >> 4;
        if ((last & 0xF) > 9 || zone < 0xA) {
            throw bad(at);
        }
        value = value * 10 + (last & 0xF);
        return zone == 0xB || zone == 0xD ? -value : value;
    }

    private static long digits(byte[] b, int at, int length) {
        long value = 0;
        int illegal = 0;
        for (int i = at; i < at + length; i++) {
            int digit = (b[i] & 0xFF) - 0xF0;
            illegal |= digit | 9 - digit;
            value = value * 10 + digit;
        }
        if (illegal < 0) {
            throw bad(at);
        }
        return value;
    }

    static long binary2(byte[] b, int at, int most) {
        int value = (short) SHORT.get(b, at) & 0xFFFF;
        if (value > most) {
            throw bad(at);
        }
        return value;
    }

    static long binary4(byte[] b, int at, int most) {
        int value = (int) INT.get(b, at);
        if (value > most || value < -most) {
            throw bad(at);
        }
        return value;
    }

    static long binary8(byte[] b, int at, long most) {
        long value = (long) LONG.get(b, at);
        if (value > most || value < -most) {
            throw bad(at);
        }
        return value;
    }

    private static IllegalArgumentException bad(int at) {
        return new IllegalArgumentException("expected a number, found other bytes from byte " + at);
    }
}

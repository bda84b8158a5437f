package io.banku.view;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts as one array of MessagePack, which a script takes as one argument: Redis has less to do with that than with an
 * argument for each. Numbers are texts, too, as Lua's are doubles. One thread.
 */
final class PackedArray {
    private static final int SHORT = 32;
    private static final int MIDDLE = 1 << 16;
    private final byte[] digits = new byte[DecimalBytes.LONGEST];
    private byte[] bytes;
    /** The array's head comes first. */
    private int length = 5;

    private int count;

    /** @param roughly how many bytes are expected */
    PackedArray(int roughly) {
        this.bytes = new byte[Math.max(64, roughly)];
    }

    PackedArray text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    PackedArray bytes(byte[] text) {
        return bytes(text, 0, text.length);
    }

    PackedArray number(long number) {
        int first = DecimalBytes.endingAt(DecimalBytes.LONGEST, number, digits);
        return bytes(digits, first, DecimalBytes.LONGEST);
    }

    private PackedArray bytes(byte[] text, int from, int to) {
        int size = to - from;
        int room = length + size + 5;
        if (room > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, room));
        }
        if (size < SHORT) {
            bytes[length++] = (byte) (0xA0 | size);
        } else if (size < MIDDLE) {
            bytes[length++] = (byte) 0xDA;
            bytes[length++] = (byte) (size >> 8);
            bytes[length++] = (byte) size;
        } else {
            bytes[length++] = (byte) 0xDB;
            length = four(size, length);
        }
        System.arraycopy(text, from, bytes, length, size);
        length += size;
        count++;
        return this;
    }

    private int four(int number, int at) {
        bytes[at] = (byte) (number >> 24);
        bytes[at + 1] = (byte) (number >> 16);
        bytes[at + 2] = (byte) (number >> 8);
        bytes[at + 3] = (byte) number;
        return at + 4;
    }

    /** As one argument. */
    void to(ScriptArguments arguments) {
        bytes[0] = (byte) 0xDD;
        four(count, 1);
        arguments.bytes(bytes, 0, length);
    }
}

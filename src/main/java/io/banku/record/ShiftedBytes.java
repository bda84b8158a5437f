package io.banku.record;

import java.io.ByteArrayOutputStream;

/**
 * Mixed text of an EBCDIC host: single bytes, and between SO (X'0E') and SI (X'0F') two for each character. Each SO has
 * its SI within the text. {@code C1 0E 45 65 0F} of cp930 is A and one Japanese character.
 */
final class ShiftedBytes extends Characters {
    static final byte SHIFT_OUT = 0x0E;
    static final byte SHIFT_IN = 0x0F;

    private final SingleBytes single;
    private final DoubleBytes twofold;

    ShiftedBytes(SingleBytes single, DoubleBytes twofold) {
        this.single = single;
        this.twofold = twofold;
    }

    DoubleBytes twofold() {
        return twofold;
    }

    @Override
    byte[] blank() {
        return single.blank();
    }

    @Override
    char character(byte b) {
        return b == SHIFT_OUT || b == SHIFT_IN ? UNDEFINED : single.character(b);
    }

    @Override
    int decode(byte[] bytes, int from, int to, char[] into) {
        int count = 0;
        int i = from;
        while (i < to) {
            if (bytes[i] == SHIFT_OUT) {
                int end = i + 1;
                while (end < to && bytes[end] != SHIFT_IN) {
                    end += 2;
                }
                int inside = twofold.decode(bytes, i + 1, Math.min(end, to), into, count);
                if (inside < 0) {
                    return ~(i + 1 - from + ~inside);
                }
                if (end >= to) {
                    return ~(to - from);
                }
                count += inside;
                i = end + 1;
            } else {
                char character = character(bytes[i]);
                if (character == UNDEFINED) {
                    return ~(i - from);
                }
                into[count++] = character;
                i++;
            }
        }
        return count;
    }

    @Override
    String expected(CodePage page, int index, int length) {
        return index == length
                ? "SI (X'0F') behind the double-byte characters of " + page
                : "characters of " + page + ", the double-byte ones between SO (X'0E') and SI (X'0F')";
    }

    @Override
    byte[] encode(String text) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        boolean isShifted = false;
        for (char character : text.toCharArray()) {
            int code = single.code(character);
            int wide = code < 0 ? twofold.code(character) : 0;
            if (code < 0 && wide == 0 || code == SHIFT_OUT || code == SHIFT_IN) {
                return null;
            }
            if (isShifted != code < 0) {
                isShifted = code < 0;
                encoded.write(isShifted ? SHIFT_OUT : SHIFT_IN);
            }
            if (isShifted) {
                encoded.write(wide >> 8);
            }
            encoded.write(isShifted ? wide : code);
        }
        if (isShifted) {
            encoded.write(SHIFT_IN);
        }
        return encoded.toByteArray();
    }
}

package io.banku.record;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The double-byte half of an EBCDIC page for Chinese, Japanese or Korean: two bytes for each character, as they stand in
 * PIC G, and between SO and SI in mixed text.
 */
final class DoubleBytes extends Characters {
    /** No lead byte of a host page is outside of these; X'4040' is the wide blank. */
    private static final int FIRST_LEAD = 0x40;

    private static final int LAST_LEAD = 0xFE;

    private final char[] characters = new char[0x10000];
    private final char[] codes = new char[0x10000];

    /** @param mixed the JDK's charset, which wants SO before and SI behind */
    DoubleBytes(Charset mixed) {
        Arrays.fill(characters, UNDEFINED);
        byte[] shifted = {ShiftedBytes.SHIFT_OUT, 0, 0, ShiftedBytes.SHIFT_IN};
        for (int code = LAST_LEAD << 8 | 0xFF; code >= FIRST_LEAD << 8; code--) {
            shifted[1] = (byte) (code >> 8);
            shifted[2] = (byte) code;
            String decoded = new String(shifted, mixed);
            if (decoded.length() == 1 && decoded.charAt(0) != UNDEFINED) {
                characters[code] = decoded.charAt(0);
                codes[decoded.charAt(0)] = (char) code;
            }
        }
    }

    @Override
    byte[] blank() {
        return new byte[] {FIRST_LEAD, FIRST_LEAD};
    }

    @Override
    int decode(byte[] bytes, int from, int to, char[] into) {
        return decode(bytes, from, to, into, 0);
    }

    @Override
    String expected(CodePage page, int index, int length) {
        return "double-byte characters of " + page;
    }

    /** As {@link #decode}; the characters go to {@code into} from {@code at} on. */
    int decode(byte[] bytes, int from, int to, char[] into, int at) {
        for (int i = from; i < to; i += 2) {
            char character = i + 1 < to ? characters[(bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF] : UNDEFINED;
            if (character == UNDEFINED) {
                return ~(i - from);
            }
            into[at + (i - from) / 2] = character;
        }
        return (to - from) / 2;
    }

    /** The two bytes of a character, or 0 where there are none. */
    int code(char character) {
        return codes[character];
    }

    @Override
    byte[] encode(String text) {
        byte[] encoded = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            int code = codes[text.charAt(i)];
            if (code == 0) {
                return null;
            }
            encoded[2 * i] = (byte) (code >> 8);
            encoded[2 * i + 1] = (byte) code;
        }
        return encoded;
    }
}

package io.banku.record;

import java.util.Arrays;

/** A byte for each character: a table of 256, and one for the way back. */
final class SingleBytes extends Characters {
    private final char[] characters;
    private final short[] bytes = new short[0x10000];

    SingleBytes(char[] characters) {
        this.characters = characters;
        Arrays.fill(bytes, (short) -1);
        for (int i = 0xFF; i >= 0; i--) {
            if (characters[i] != UNDEFINED) {
                bytes[characters[i]] = (short) i;
            }
        }
    }

    @Override
    byte[] blank() {
        return new byte[] {(byte) code(' ')};
    }

    @Override
    char character(byte b) {
        return characters[b & 0xFF];
    }

    /** The byte of a character, or -1. */
    int code(char character) {
        return bytes[character];
    }

    @Override
    int decode(byte[] source, int from, int to, char[] into) {
        for (int i = from; i < to; i++) {
            char character = characters[source[i] & 0xFF];
            if (character == UNDEFINED) {
                return ~(i - from);
            }
            into[i - from] = character;
        }
        return to - from;
    }

    @Override
    String expected(CodePage page, int index, int length) {
        return "characters of " + page;
    }

    @Override
    byte[] encode(String text) {
        byte[] encoded = new byte[text.length()];
        for (int i = 0; i < encoded.length; i++) {
            int code = bytes[text.charAt(i)];
            if (code < 0) {
                return null;
            }
            encoded[i] = (byte) code;
        }
        return encoded;
    }
}

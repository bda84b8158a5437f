package io.banku.record;

import java.nio.charset.StandardCharsets;

/** USAGE NATIONAL: UTF-16, big-endian; a character beyond U+FFFF takes two positions, both of them within the field. */
final class Utf16Bytes extends Characters {
    static final Utf16Bytes NATIONAL = new Utf16Bytes();

    private Utf16Bytes() {}

    @Override
    byte[] blank() {
        return new byte[] {0, ' '};
    }

    @Override
    int decode(byte[] bytes, int from, int to, char[] into) {
        int count = (to - from) / 2;
        for (int i = 0; i < count; i++) {
            into[i] = (char) ((bytes[from + 2 * i] & 0xFF) << 8 | bytes[from + 2 * i + 1] & 0xFF);
            boolean isSecond = i > 0 && Character.isHighSurrogate(into[i - 1]);
            if (Character.isLowSurrogate(into[i]) != isSecond) {
                return ~(2 * (isSecond ? i - 1 : i));
            }
        }
        return count > 0 && Character.isHighSurrogate(into[count - 1]) ? ~(2 * (count - 1)) : count;
    }

    @Override
    String expected(CodePage page, int index, int length) {
        return "characters of UTF-16";
    }

    @Override
    byte[] encode(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_16BE);
        return new String(encoded, StandardCharsets.UTF_16BE).equals(text) ? encoded : null;
    }
}

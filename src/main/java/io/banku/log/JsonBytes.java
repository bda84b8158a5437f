package io.banku.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes one flat JSON object into a buffer that it reuses. Fast and ugly on purpose: an event costs a fifth of what a
 * general generator takes, and every event of every file passes through here. One thread.
 */
final class JsonBytes {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] bytes = new byte[512];
    private int length;

    JsonBytes open() {
        length = 0;
        put('{');
        return this;
    }

    byte[] close() {
        put('}');
        return Arrays.copyOf(bytes, length);
    }

    /** A property with a text; nothing when the text is null. The name needs no escapes. */
    JsonBytes text(String name, String value) {
        return value == null ? this : text(name, value, value.getBytes(StandardCharsets.UTF_8));
    }

    /** @param utf8 the text's bytes */
    JsonBytes text(String name, String value, byte[] utf8) {
        name(name);
        put('"');
        // a lone surrogate becomes a question mark
        if (utf8.length == value.length() && PlainText.end(utf8, 0, utf8.length, '?') == utf8.length) {
            room(utf8.length);
            System.arraycopy(utf8, 0, bytes, length, utf8.length);
            length += utf8.length;
        } else {
            escaped(value);
        }
        put('"');
        return this;
    }

    /** An amount as a text: {@code 12.50} of 1250 and 2 decimals. */
    JsonBytes decimal(String name, long unscaled, int scale) {
        name(name);
        put('"');
        if (unscaled < 0) {
            put('-');
        }
        String digits = unsigned(unscaled);
        int whole = digits.length() - scale;
        if (whole <= 0) {
            ascii("0.");
            ascii("0".repeat(-whole));
            ascii(digits);
        } else if (scale == 0) {
            ascii(digits);
        } else {
            ascii(digits, 0, whole);
            put('.');
            ascii(digits, whole, digits.length());
        }
        put('"');
        return this;
    }

    /** Also of the one number that has no positive counterpart. */
    private static String unsigned(long number) {
        return Long.toUnsignedString(Math.abs(number));
    }

    JsonBytes number(String name, long value) {
        name(name);
        ascii(Long.toString(value));
        return this;
    }

    private void name(String name) {
        if (length > 1) {
            put(',');
        }
        put('"');
        ascii(name);
        put('"');
        put(':');
    }

    private void ascii(String text) {
        ascii(text, 0, text.length());
    }

    @SuppressWarnings("deprecation") // the low bytes are all there is of ASCII, and this copy is an intrinsic
    private void ascii(String text, int from, int to) {
        room(to - from);
        text.getBytes(from, to, bytes, length);
        length += to - from;
    }

    private void escaped(String text) {
        room(text.length() * 6);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i = beyondAscii(text, i);
            } else if (c == '"' || c == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = (byte) c;
            } else if (c < 0x20) {
                unicodeEscape(c);
            } else {
                bytes[length++] = (byte) c;
            }
        }
    }

    /** Writes the character at {@code i} as UTF-8, a lone surrogate as an escape; returns the index it ended at. */
    private int beyondAscii(String text, int i) {
        char c = text.charAt(i);
        if (c == 0x85 || c == 0x2028 || c == 0x2029) {
            unicodeEscape(c); // readers of lines would split there
            return i;
        }
        if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
            bytes[length++] = (byte) (0x80 | c & 0x3F);
            return i;
        }
        if (!Character.isSurrogate(c)) {
            bytes[length++] = (byte) (0xE0 | c >> 12);
            bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | c & 0x3F);
            return i;
        }
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
            unicodeEscape(c);
            return i;
        }
        int point = Character.toCodePoint(c, text.charAt(i + 1));
        bytes[length++] = (byte) (0xF0 | point >> 18);
        bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | point & 0x3F);
        return i + 1;
    }

    private void unicodeEscape(char c) {
        bytes[length++] = '\\';
        bytes[length++] = 'u';
        bytes[length++] = HEX[c >> 12 & 0xF];
        bytes[length++] = HEX[c >> 8 & 0xF];
        bytes[length++] = HEX[c >> 4 & 0xF];
        bytes[length++] = HEX[c & 0xF];
    }

    private void put(char c) {
        room(1);
        bytes[length++] = (byte) c;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}

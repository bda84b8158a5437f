package io.banku.record;

import io.banku.copybook.Elementary;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8: what a field is long is bytes still, so that a cut-off character at its end is a fault. */
final class Utf8Bytes extends Characters {
    static final Utf8Bytes ANY_NUMBER = new Utf8Bytes(Integer.MAX_VALUE);

    /** Characters without the blanks behind them; a PICTURE of U counts those, and not bytes. */
    private final int most;

    private Utf8Bytes(int most) {
        this.most = most;
    }

    /** PIC U(10) has ten characters in its 40 bytes; PIC U BYTE-LENGTH 10 has those that fit ten bytes. */
    static Utf8Bytes of(Elementary field) {
        return new Utf8Bytes(field.picture().size());
    }

    @Override
    byte[] blank() {
        return new byte[] {' '};
    }

    @Override
    char character(byte b) {
        return b >= 0 ? (char) b : UNDEFINED;
    }

    @Override
    int decode(byte[] bytes, int from, int to, char[] into) {
        int ascii = 0;
        while (from + ascii < to && bytes[from + ascii] >= 0) {
            into[ascii] = (char) bytes[from + ascii];
            ascii++;
        }
        int count = from + ascii == to ? ascii : decodeRest(bytes, from, ascii, to, into);
        return count <= most ? count : bounded(into, count);
    }

    /** A character of four bytes is two chars. */
    private int bounded(char[] decoded, int count) {
        int end = count;
        while (end > 0 && decoded[end - 1] == ' ') {
            end--;
        }
        if (Character.codePointCount(decoded, 0, end) <= most) {
            return count;
        }
        int first = Character.offsetByCodePoints(decoded, 0, end, 0, most);
        return ~encode(new String(decoded, 0, first), Integer.MAX_VALUE).length;
    }

    private static int decodeRest(byte[] bytes, int from, int ascii, int to, char[] into) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer source = ByteBuffer.wrap(bytes, from + ascii, to - from - ascii);
        CharBuffer target = CharBuffer.wrap(into, ascii, into.length - ascii);
        CoderResult result = decoder.decode(source, target, true);
        return result.isError() ? ~(source.position() - from) : target.position();
    }

    @Override
    String expected(CodePage page, int index, int length) {
        return most == Integer.MAX_VALUE ? "characters of utf-8" : "at most " + most + " characters of utf-8";
    }

    @Override
    byte[] encode(String text) {
        return encode(text, most);
    }

    private static byte[] encode(String text, int most) {
        if (text.length() > most && text.codePointCount(0, text.stripTrailing().length()) > most) {
            return null;
        }
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException halfOfAPair) {
            return null;
        }
    }
}

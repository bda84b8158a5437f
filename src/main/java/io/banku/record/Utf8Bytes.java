package io.banku.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8: what a field is long is bytes still, so that a cut-off character at its end is a fault. */
final class Utf8Bytes extends Characters {

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
        return from + ascii == to ? ascii : decodeRest(bytes, from, ascii, to, into);
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
        return "characters of utf-8";
    }

    @Override
    byte[] encode(String text) {
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

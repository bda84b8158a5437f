package io.banku.copybook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** In what a copybook and its members are written. Bytes that are no text of it are a fault. Immutable. */
public final class CopybookEncoding {
    public static final CopybookEncoding UTF_8 = new CopybookEncoding(StandardCharsets.UTF_8);

    private static final byte EBCDIC_BLANK = 0x40;
    private static final byte ASCII_BLANK = 0x20;

    private final Charset charset;

    private CopybookEncoding(Charset charset) {
        this.charset = charset;
    }

    /**
     * {@code utf-8}, {@code iso-8859-1}, {@code windows-1252}, or a page of EBCDIC such as {@code cp037}, also called
     * {@code IBM-037} or {@code 037}.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static CopybookEncoding of(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        String number = wanted.replaceFirst("^(cp|ibm|ccsid)?[-_]?0*(?=\\d)", "");
        for (String each : List.of(wanted, "cp" + number, "cp0" + number)) {
            try {
                return new CopybookEncoding(Charset.forName(each));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException other) {
                // by its next name
            }
        }
        throw new IllegalArgumentException(
                "expected the encoding of a copybook, such as utf-8, iso-8859-1 or cp037, found '" + name + "'");
    }

    /**
     * The text of a file.
     *
     * @throws CopybookException when its bytes are none
     */
    public String read(Path file) throws IOException {
        return decode(file.toString(), Files.readAllBytes(file));
    }

    /** @throws CopybookException where the bytes are no text, with the place of the first that is none */
    public String decode(String file, byte[] bytes) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer source = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(source, text, true);
        if (!result.isError()) {
            result = decoder.flush(text);
        }
        text.flip();
        if (result.isError()) {
            throw new CopybookException(List.of(fault(file, text.toString(), bytes, source.position())));
        }
        return text.toString();
    }

    private Fault fault(String file, String before, byte[] bytes, int at) {
        List<String> lines = Cards.lines(before);
        int column = lines.get(lines.size() - 1).length() + 1;
        String hint = isEbcdic(bytes)
                ? "; it looks like EBCDIC, so say copybook-encoding: cp037, or the page that it is of"
                : "; say what it is written in, such as copybook-encoding: iso-8859-1";
        return new Fault(
                file,
                lines.size(),
                column,
                "expected text in " + charset.name().toLowerCase(Locale.ROOT)
                        + ", found the byte X'%02X'".formatted(bytes[at]) + hint);
    }

    private static boolean isEbcdic(byte[] bytes) {
        int balance = 0;
        for (byte each : bytes) {
            balance += each == EBCDIC_BLANK ? 1 : each == ASCII_BLANK ? -1 : 0;
        }
        return balance > 0;
    }
}

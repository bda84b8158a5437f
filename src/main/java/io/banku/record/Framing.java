package io.banku.record;

import java.io.InputStream;

/** How a file falls into records. Immutable. */
public interface Framing {
    /** Opens the bytes from their beginning; closing the source closes the stream. */
    RecordSource open(InputStream bytes);

    /** Records of {@code length} bytes with nothing between them. */
    static Framing fixed(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("expected a record length from 1, found " + length);
        }
        return stream -> new FixedRecords(stream, length);
    }

    /** Record descriptor words as z/OS writes them: two bytes length, big-endian, including the four of the word. */
    static Framing rdw() {
        return RdwRecords::new;
    }

    /** Text lines: LF, CRLF or (EBCDIC) NEL end a record. */
    static Framing lines(CodePage codePage) {
        return stream -> new Lines(stream, codePage);
    }

    /**
     * The framing by the word that people write.
     *
     * @param length of fixed records; the others do not need it
     * @throws IllegalArgumentException when there is no such framing; the message lists those that there are
     */
    static Framing of(String name, int length, CodePage codePage) {
        return switch (name) {
            case "fixed" -> fixed(length);
            case "rdw" -> rdw();
            case "lines" -> lines(codePage);
            default -> throw new IllegalArgumentException("expected the framing fixed, rdw or lines, found " + name);
        };
    }
}

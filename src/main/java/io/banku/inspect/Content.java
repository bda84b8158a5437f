package io.banku.inspect;

import io.banku.record.CodePage;
import java.io.IOException;

/**
 * What is to be explained: the file as it is, or as it was before a transfer changed it. Immutable.
 *
 * @param page by which text is read where it matters
 */
public record Content(Bytes bytes, Census census, CodePage page) {
    static Content of(Bytes bytes) throws IOException {
        Census census = Census.of(bytes);
        return new Content(
                bytes,
                census,
                CodePage.of(Encodings.family(census.head()) == Encodings.Family.EBCDIC ? "cp037" : "iso-8859-1"));
    }

    long size() {
        return census.size();
    }

    byte[] head() {
        return census.head();
    }

    /** Whether the head is all there is. */
    boolean isSmall() {
        return census.size() <= census.head().length;
    }
}

package io.banku.inspect;

import io.banku.record.CodePage;
import java.io.IOException;

/**
 * What is to be explained: the file as it is, or as it was before a transfer changed it. Immutable.
 *
 * @param length of the file, of which only the beginning may be looked at; {@link #UNKNOWN} where nobody has counted
 * @param page by which text is read where it matters
 */
public record Content(Bytes bytes, Census census, long length, CodePage page) {
    /** Not even a beginning is as long. */
    static final long UNKNOWN = -1;

    static Content of(Bytes bytes) throws IOException {
        return of(bytes, UNKNOWN);
    }

    /** @param length of the file where it is known */
    static Content of(Bytes bytes, long length) throws IOException {
        Census census = Census.of(bytes);
        return new Content(
                bytes,
                census,
                bytes.isBeginning() ? length : census.size(),
                CodePage.of(Encodings.family(census.head()) == Encodings.Family.EBCDIC ? "cp037" : "iso-8859-1"));
    }

    /** Whether only the beginning of the file is looked at. */
    boolean isSample() {
        return bytes.isBeginning();
    }

    /** Of what is looked at. */
    long size() {
        return census.size();
    }

    byte[] head() {
        return census.head();
    }
}

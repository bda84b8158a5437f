package io.banku.record;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A stream of framed records. One thread; its memory does not grow with the file. */
public interface RecordSource extends Closeable {
    /**
     * Moves {@code into} to the next record.
     *
     * @return false at the end of the file
     * @throws FramingException when the rest of the file does not fall into records
     */
    boolean next(Frame into) throws IOException, FramingException;

    /** Whether a byte order mark before the first record was stepped over; known after the first record. */
    boolean isMarked();

    /** What the file's first bytes look like where the framing fits, too, and is probably another one. */
    Optional<Hint> otherFraming();

    /** What they look like if not what the encoding says: worth a word where records do not decode. */
    Optional<Hint> otherEncoding();
}

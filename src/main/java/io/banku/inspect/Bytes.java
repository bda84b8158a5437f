package io.banku.inspect;

import io.banku.record.Frame;
import io.banku.record.Framing;
import io.banku.record.FramingException;
import io.banku.record.Unpacked;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that can be read from their beginning as often as is wanted. Shared by threads. */
@FunctionalInterface
interface Bytes {
    /** Whoever opens it closes it. */
    InputStream open() throws IOException;

    /** What is packed as gzip is unpacked on the way. */
    static Bytes of(Path file, Watch watch) {
        return () -> Unpacked.of(new BufferedInputStream(watch.over(Files.newInputStream(file)), 1 << 16));
    }

    /** From that byte on. */
    default Bytes from(long offset) {
        return () -> {
            InputStream stream = open();
            stream.skipNBytes(offset);
            return stream;
        };
    }

    /** Each byte by its entry in a table of 256. */
    default Bytes through(byte[] table) {
        return () -> new TranslatedStream(open(), table);
    }

    /** Whether there are more of them, which are not looked at. */
    default boolean isBeginning() {
        return false;
    }

    /**
     * Whether that fault is none, as the record goes on behind what is looked at.
     *
     * @param longest of the records before it
     */
    default boolean endsBefore(FramingException fault, Framing framing, int longest) {
        return false;
    }

    /**
     * Whether that is a line of which only the beginning is looked at.
     *
     * @param before bytes of the line end of the record before
     */
    default boolean cuts(Frame frame, int before) {
        return false;
    }

    default byte[] head(int most) throws IOException {
        try (InputStream stream = open()) {
            return stream.readNBytes(most);
        }
    }
}

package io.banku.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** What is packed in a file, as every framing reads it. */
public final class Unpacked {
    /** The packed bytes are no gzip file, or not all of it. */
    public static final class DamagedException extends IOException {
        DamagedException(String message) {
            super(message);
        }
    }

    private static final int MAGIC = 3;

    private Unpacked() {}

    /** Is it gzip? */
    public static boolean isPacked(byte[] begins) {
        return Container.of(begins, begins.length) == Container.GZIP;
    }

    /**
     * The content of gzip, or the bytes as they are. Reading it fails where it is damaged.
     *
     * @param bytes read to their end, and closed with the stream
     */
    public static InputStream of(InputStream bytes) throws IOException {
        byte[] begins = bytes.readNBytes(MAGIC);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(begins), bytes);
        return isPacked(begins) ? new GzipContent(whole) : whole;
    }
}

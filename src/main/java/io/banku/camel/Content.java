package io.banku.camel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** What an answer holds, with its tag, and packed; both are made when they are first asked for. Shared by threads. */
final class Content {
    private static final int BYTES_OF_A_TAG = 16;

    private final byte[] bytes;
    private volatile byte[] packed;

    Content(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** By gzip. */
    byte[] packed() {
        if (packed == null) {
            packed = packed(bytes);
        }
        return packed;
    }

    /** Weak, as the same text has other bytes when it is packed: {@code W/"…"}. */
    String tag() {
        return tag(bytes);
    }

    static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "W/\""
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES_OF_A_TAG))
                    + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}

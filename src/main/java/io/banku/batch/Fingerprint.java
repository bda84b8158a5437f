package io.banku.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of what a batch is made of, in hex. */
final class Fingerprint {
    private Fingerprint() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return hex(digest);
    }

    /** Of several files with their names, in the given order. */
    static String of(List<Path> files) throws IOException {
        StringBuilder parts = new StringBuilder();
        for (Path file : files) {
            parts.append(file.getFileName()).append('\0').append(of(file)).append('\0');
        }
        return ofText(parts.toString());
    }

    /** A batch's id: the same file of the same feed has the same id, on every process and in every year. */
    static String batchId(String feed, String file, String contentSha256) {
        return ofText(feed + '\0' + file + '\0' + contentSha256);
    }

    private static String ofText(String text) {
        MessageDigest digest = sha256();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return hex(digest);
    }
}

package io.banku.batch;

import io.banku.record.Unpacked;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * The hashes of a file.
 *
 * @param sha256 of its bytes
 * @param content of what is packed in them; null where nothing is, or it cannot be unpacked
 */
record Contents(String sha256, String content) {

    static Contents of(Path file) throws IOException {
        try (InputStream head = Files.newInputStream(file)) {
            if (!Unpacked.isPacked(head.readNBytes(3))) {
                return new Contents(Fingerprint.of(file), null);
            }
        }
        DigestInputStream packed = new DigestInputStream(Files.newInputStream(file), Fingerprint.sha256());
        MessageDigest content = Fingerprint.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Unpacked.of(packed)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                content.update(buffer, 0, n);
            }
        } catch (Unpacked.DamagedException damaged) {
            return new Contents(Fingerprint.of(file), null);
        }
        return new Contents(Fingerprint.hex(packed.getMessageDigest()), Fingerprint.hex(content));
    }

    /** However it was packed, it is the same. */
    String unpacked() {
        return content == null ? sha256 : content;
    }
}

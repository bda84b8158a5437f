package io.banku.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file's bytes for the second time: none is handed out that is not as it was when the whole file had the hash it was
 * staged with. The first pass remembers the hash up to the end of each block; 32 bytes for {@value #BLOCK}. One thread.
 */
final class VerifiedBytes extends InputStream {
    static final int BLOCK = 1 << 18;

    private final Path file;
    private final String sha256;
    private final Look look;
    private final List<byte[]> hashes;
    private final InputStream in;
    private final MessageDigest digest = Fingerprint.sha256();
    private final byte[] block = new byte[BLOCK];
    private int blocks;
    private int at;
    private int end;
    private boolean atEnd;

    /** What changes when somebody writes. */
    private record Look(long size, Object key, Object modified) {
        static Look at(Path file) throws IOException {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new Look(found.size(), found.fileKey(), found.lastModifiedTime());
        }
    }

    private VerifiedBytes(Path file, String sha256, Look look, List<byte[]> hashes) throws IOException {
        this.file = file;
        this.sha256 = sha256;
        this.look = look;
        this.hashes = hashes;
        this.in = Files.newInputStream(file);
    }

    /** @throws NotAsStagedException when the file has another hash */
    static VerifiedBytes open(Path file, String sha256) throws IOException {
        Look look = Look.at(file);
        List<byte[]> hashes = new ArrayList<>();
        MessageDigest digest = Fingerprint.sha256();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.readNBytes(block, 0, BLOCK); n > 0; n = in.readNBytes(block, 0, BLOCK)) {
                digest.update(block, 0, n);
                hashes.add(Fingerprint.soFar(digest));
            }
        }
        require(sha256, Fingerprint.hex(digest));
        return new VerifiedBytes(file, sha256, look, hashes);
    }

    private static void require(String staged, String found) {
        if (!staged.equals(found)) {
            throw NotAsStagedException.changed("expected the content that was staged, SHA-256 " + staged + ", found "
                    + found + "; put the staged file back, then release, or deliver the same file again");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (at == end && !nextBlock()) {
            return -1;
        }
        int given = Math.min(count, end - at);
        System.arraycopy(block, at, into, from, given);
        at += given;
        return given;
    }

    private boolean nextBlock() throws IOException {
        if (atEnd) {
            return false; // whoever reads it may have closed it there
        }
        at = 0;
        end = in.readNBytes(block, 0, BLOCK);
        digest.update(block, 0, end);
        if (end == 0 && blocks == hashes.size()) {
            atEnd = true;
            return false;
        }
        if (blocks == hashes.size() || !Arrays.equals(hashes.get(blocks), Fingerprint.soFar(digest))) {
            throw NotAsStagedException.changed(
                    "expected the content that was staged, SHA-256 " + sha256
                            + ", found other bytes at or after byte " + (long) blocks * BLOCK
                            + " while it was published; put the staged file back, then release, or deliver the same file again");
        }
        blocks++;
        return true;
    }

    /** All of it was read, and what lies there now is still that: it goes into the archive. */
    void requireAllReadAndUnchanged() throws IOException {
        while (nextBlock()) {
            continue;
        }
        if (!look.equals(Look.at(file))) {
            require(sha256, Fingerprint.of(file));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package io.banku.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The last snapshot of a feed that was in the ledger, noted beside the data: a ledger that lost its tail says less, and by
 * it records would be published again. One thread.
 */
final class LedgerNote {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String feed;
    private final Path file;
    private Last last;
    /** The last own offset, the claim's to begin with. */
    private long appended = -1;

    /** @param lost what was found missing while the feed was published, or null; it is not forgotten by itself */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Last(long offset, String batch, int revision, String lost) {}

    private LedgerNote(String feed, Path file) throws IOException {
        this.feed = feed;
        this.file = file;
        this.last = read(file);
    }

    /** @throws IOException when there is one that cannot be read */
    static LedgerNote of(Directories directories, String feed) throws IOException {
        return new LedgerNote(feed, directories.ledger().resolve(feed + ".json"));
    }

    private static Last read(Path file) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length == 0 ? null : JSON.readValue(bytes, Last.class); // empty: cut off by a power cut
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    /** The feed was claimed at an offset, and all before it is known. */
    void claimed(long offset, FeedLedger known) {
        appended = offset;
        if (last == null) {
            return;
        }
        if (last.lost() != null) {
            throw lost(last.lost());
        }
        if (offset <= last.offset()) {
            throw lost("expected to write behind offset " + last.offset() + ", wrote at " + offset);
        }
        int revision = known.batch(last.batch()).map(Batch::revision).orElse(0);
        if (revision < last.revision()) {
            throw lost("expected revision " + last.revision() + " of batch " + last.batch() + ", found "
                    + (revision == 0 ? "none" : "revision " + revision));
        }
    }

    /** The snapshot is in the ledger at an offset. */
    void wrote(Batch batch, long offset) {
        if (offset <= appended) {
            String detail = "expected to write behind offset " + appended + ", wrote at " + offset;
            keep(new Last(appended, batch.id(), batch.revision(), detail), true);
            throw lost(detail);
        }
        appended = offset;
        keep(new Last(offset, batch.id(), batch.revision(), null), batch.state() != BatchState.PUBLISHING);
    }

    /** @param durable against a power cut too, which takes longer than a chunk may wait */
    private void keep(Last now, boolean durable) {
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try (FileChannel out = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write(ByteBuffer.wrap(JSON.writeValueAsBytes(now)));
                if (durable) {
                    out.force(true);
                }
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            last = now;
        } catch (IOException failed) {
            throw new UncheckedIOException("expected to write " + file + ", found: " + failed, failed);
        }
    }

    private LedgerLostException lost(String detail) {
        return new LedgerLostException("BNK-5025 feed " + feed + ": banku.batches has lost records: " + detail
                + "; nothing of the feed is published, as it could be for the second time. Bring the records back, or"
                + " see docs/operations.md, A ledger that lost records; then delete " + file);
    }
}

package io.banku.batch;

import io.banku.feed.Feed;
import io.banku.feed.FileName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The batch that a file would be if it arrived now. */
public final class FutureBatch {
    private FutureBatch() {}

    /** Reads the file once. */
    public static String id(Feed feed, FileName name, Path file, Instant arrived) throws IOException {
        String hash = Contents.of(file).unpacked();
        try (InputStream bytes = Files.newInputStream(file)) {
            String identity =
                    feed.identity(name, arrived, bytes).map(Shortened::label).orElse(name.name());
            return Fingerprint.batchId(feed.name(), identity, hash);
        }
    }
}

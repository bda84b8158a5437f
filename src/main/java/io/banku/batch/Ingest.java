package io.banku.batch;

import io.banku.feed.Feed;
import io.banku.feed.FeedCatalog;
import java.time.Clock;

/** What all batches share. */
public record Ingest(
        FeedCatalog feeds, Directories directories, Clock clock, BatchObserver observer, Chunking chunking, Pace pace) {

    Feed feed(String name) {
        return feeds.feed(name)
                .orElseThrow(() -> new IllegalStateException("expected a feed " + name + ", found none"));
    }

    /** @param records the most that one transaction takes
     *  @param time how long one should last */
    public record Chunking(int records, java.time.Duration time) {}
}

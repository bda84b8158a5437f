package io.banku.batch;

import io.banku.feed.FeedCatalog.Broken;
import java.util.stream.Collectors;

/** What is said of a feed that did not compile when the process started: nothing of it goes on. */
final class BrokenFeed {
    private static final int MOST_FAULTS = 3;

    private BrokenFeed() {}

    /** @param more what it means for a file */
    static Finding finding(Broken feed, String more) {
        int left = feed.faults().size() - MOST_FAULTS;
        return new Finding(
                "BNK-3108",
                "expected a definition of feed " + feed.name() + " that compiles, found: "
                        + feed.faults().stream()
                                .limit(MOST_FAULTS)
                                .map(Object::toString)
                                .collect(Collectors.joining("; "))
                        + (left > 0 ? "; and " + left + " more" : "") + more + "; mend it (banku feed check "
                        + feed.name()
                        + ") and start again");
    }
}

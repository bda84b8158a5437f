package io.banku.batch;

import io.banku.feed.FeedCatalog;
import io.banku.feed.FeedCatalog.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes complete files out of the inbox by renaming them: into their feed's arrivals, or, when no feed claims them, to
 * the refused ones. Any process may do so; of two that try, one succeeds. Shared by threads.
 */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final DateTimeFormatter ARRIVAL =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final FeedCatalog feeds;
    private final Directories directories;
    private final Clock clock;
    private final BatchObserver observer;
    private final Consumer<String> arrived;

    /** @param arrived told the name of the feed that has a new file */
    public Intake(
            FeedCatalog feeds, Directories directories, Clock clock, BatchObserver observer, Consumer<String> arrived) {
        this.feeds = feeds;
        this.directories = directories;
        this.clock = clock;
        this.observer = observer;
        this.arrived = arrived;
    }

    public void take(Path file) throws IOException {
        String name = file.getFileName().toString();
        Optional<Match> match;
        try {
            match = feeds.claim(name);
        } catch (FeedCatalog.AmbiguousFileException ambiguous) {
            refuse(file, new Finding("BNK-4011", ambiguous.getMessage()));
            return;
        }
        if (match.isEmpty()) {
            refuse(
                    file,
                    new Finding(
                            "BNK-4010",
                            "expected a file name that a feed claims, found " + name + "; known patterns: "
                                    + feeds.patterns() + "; rename it, or add a feed for it"));
            return;
        }
        String feed = match.get().feed().name();
        if (moved(file, directories.arrival(feed, nextArrival()))) {
            Files.deleteIfExists(file.resolveSibling(name + ".done"));
            LOG.info("{}: arrived for feed {}", name, feed);
            arrived.accept(feed);
        }
    }

    private void refuse(Path file, Finding finding) throws IOException {
        Path folder = directories.unclaimed(nextArrival());
        if (moved(file, folder)) {
            Files.write(
                    folder.resolve("report.json"),
                    LedgerFormat.writeIndented(
                            Map.of("file", file.getFileName().toString(), "state", "refused", "finding", finding)));
            LOG.warn("{}: refused: {}", file.getFileName(), finding);
            observer.unclaimed(file.getFileName().toString(), finding);
        }
    }

    /** False when another process was faster. */
    private static boolean moved(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            Directories.move(file, folder.resolve(file.getFileName()));
            return true;
        } catch (NoSuchFileException taken) {
            Files.delete(folder);
            return false;
        }
    }

    /** Sorts by time; unique among processes. */
    private String nextArrival() {
        byte[] random = new byte[4];
        ThreadLocalRandom.current().nextBytes(random);
        return ARRIVAL.format(clock.instant()) + "-" + HexFormat.of().formatHex(random);
    }
}

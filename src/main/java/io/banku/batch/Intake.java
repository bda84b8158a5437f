package io.banku.batch;

import io.banku.feed.FeedCatalog;
import io.banku.feed.FeedCatalog.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes complete files out of the inbox by renaming them: into their feed's arrivals, or, when no feed claims them or they
 * can be no batch, to the refused ones. Any process may do so; of two that try, one succeeds. Shared by threads.
 */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final DateTimeFormatter ARRIVAL =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);
    /** What Java puts where bytes are no characters. */
    private static final char UNREADABLE = '\uFFFD';

    private final FeedCatalog feeds;
    private final Directories directories;
    private final Clock clock;
    private final Unclaimed unclaimed;
    private final Consumer<String> arrived;

    /** @param arrived told the name of the feed that has a new file */
    public Intake(
            FeedCatalog feeds, Directories directories, Clock clock, BatchObserver observer, Consumer<String> arrived) {
        this.feeds = feeds;
        this.directories = directories;
        this.clock = clock;
        this.unclaimed = new Unclaimed(directories, observer);
        this.arrived = arrived;
    }

    /** Nothing when another process was faster. */
    public void take(Path file) throws IOException {
        try {
            Optional<Finding> refusal = refusal(file);
            if (refusal.isPresent()) {
                unclaimed.put(file, nextArrival(), refusal.get());
                DoneFile.remove(file);
            } else {
                arrive(file);
            }
        } catch (NoSuchFileException taken) {
            LOG.debug("{}: taken by another process", file, taken);
        }
    }

    private Optional<Finding> refusal(Path file) throws IOException {
        String name = file.getFileName().toString();
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isRegularFile()) {
            return Optional.of(new Finding(
                    "BNK-4051",
                    "expected a regular file, found " + kind(found) + ": " + name
                            + "; what it leads to is not looked at. Put the file itself into the inbox"));
        }
        if (!isReadable(name)) {
            return Optional.of(new Finding(
                    "BNK-4053",
                    "expected a name in the file system's encoding, found bytes that are none: " + name
                            + "; give it a name in it, and put it into the inbox again"));
        }
        try {
            return feeds.claim(name).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Finding(
                            "BNK-4010",
                            "expected a file name that a feed claims, found " + name + "; known patterns: "
                                    + feeds.patterns() + "; rename it, or add a feed for it"));
        } catch (FeedCatalog.AmbiguousFileException ambiguous) {
            return Optional.of(new Finding("BNK-4011", ambiguous.getMessage()));
        }
    }

    static boolean isReadable(String name) {
        return name.indexOf(UNREADABLE) < 0;
    }

    private static String kind(BasicFileAttributes found) {
        return found.isSymbolicLink() ? "a symbolic link" : found.isDirectory() ? "a directory" : "a pipe or a device";
    }

    private void arrive(Path file) throws IOException {
        String name = file.getFileName().toString();
        Match match = feeds.claim(name).orElseThrow();
        String feed = match.feed().name();
        Path folder = Files.createDirectories(directories.arrival(feed, nextArrival()));
        try {
            Directories.move(file, folder.resolve(file.getFileName()));
        } catch (IOException notMoved) {
            Files.deleteIfExists(folder);
            throw notMoved;
        }
        DoneFile.remove(file);
        LOG.info("{}: arrived for feed {}", name, feed);
        arrived.accept(feed);
    }

    /** When the file in a folder of this name was taken; empty where it was none of ours that took it. */
    static Optional<Instant> arrivedAt(String arrival) {
        try {
            return Optional.of(
                    Instant.from(ARRIVAL.parse(arrival.substring(0, Math.max(0, arrival.lastIndexOf('-'))))));
        } catch (DateTimeException noArrival) {
            return Optional.empty();
        }
    }

    /** Sorts by time; unique among processes. */
    private String nextArrival() {
        byte[] random = new byte[4];
        ThreadLocalRandom.current().nextBytes(random);
        return ARRIVAL.format(clock.instant()) + "-" + HexFormat.of().formatHex(random);
    }
}

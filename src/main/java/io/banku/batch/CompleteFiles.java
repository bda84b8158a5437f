package io.banku.batch;

import io.banku.feed.FeedCatalog;
import io.banku.feed.FeedCatalog.AmbiguousFileException;
import io.banku.feed.Readiness;
import io.banku.feed.Readiness.DoneFile;
import io.banku.feed.Readiness.Renamed;
import io.banku.feed.Readiness.Stable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Is a file in the inbox complete, or is somebody still writing it? Its feed says how to know. A file that no feed claims
 * has to keep still for {@value #UNCLAIMED_SECONDS} seconds. Names that begin with a dot or end in {@code .tmp},
 * {@code .part} or {@code .filepart} are still being written. One thread.
 */
public final class CompleteFiles {
    private static final Logger LOG = LoggerFactory.getLogger(CompleteFiles.class);
    private static final int UNCLAIMED_SECONDS = 3;
    private static final Readiness UNCLAIMED = new Stable(Duration.ofSeconds(UNCLAIMED_SECONDS));
    private static final String DONE = ".done";

    private final FeedCatalog feeds;
    private final Clock clock;
    private final Map<Path, Sight> seen = new HashMap<>();

    private record Sight(long size, Instant modified, Instant since) {}

    public CompleteFiles(FeedCatalog feeds, Clock clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    public boolean isComplete(Path file) {
        String name = file.getFileName().toString();
        if (name.startsWith(".") || name.endsWith(".tmp") || name.endsWith(".part") || name.endsWith(".filepart")) {
            return false;
        }
        if (name.endsWith(DONE) && readiness(name.substring(0, name.length() - DONE.length())) instanceof DoneFile) {
            return false;
        }
        Readiness ready = readiness(name);
        if (ready instanceof Stable stable) {
            return isStill(file, stable.quiet());
        }
        return ready instanceof Renamed || Files.exists(file.resolveSibling(name + DONE));
    }

    private Readiness readiness(String name) {
        try {
            Optional<FeedCatalog.Match> match = feeds.claim(name);
            return match.map(found -> found.feed().ready()).orElse(UNCLAIMED);
        } catch (AmbiguousFileException severalClaim) {
            return UNCLAIMED;
        }
    }

    /** Size and time have been the same at every look for so long. */
    private boolean isStill(Path file, Duration wanted) {
        Instant now = clock.instant();
        Sight before = seen.get(file);
        Sight sight;
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            sight = new Sight(found.size(), found.lastModifiedTime().toInstant(), now);
        } catch (NoSuchFileException taken) {
            seen.remove(file);
            return false;
        } catch (IOException unreadable) {
            LOG.warn("{}: cannot be looked at: {}", file, unreadable.toString());
            return false;
        }
        if (before == null
                || before.size() != sight.size()
                || !before.modified().equals(sight.modified())) {
            seen.keySet().removeIf(Files::notExists);
            seen.put(file, sight);
            return false;
        }
        boolean still = !now.isBefore(before.since().plus(wanted));
        if (still) {
            seen.remove(file);
        }
        return still;
    }
}

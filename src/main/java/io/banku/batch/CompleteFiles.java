package io.banku.batch;

import io.banku.feed.FeedCatalog;
import io.banku.feed.FeedCatalog.AmbiguousFileException;
import io.banku.feed.Readiness;
import io.banku.feed.Readiness.Renamed;
import io.banku.feed.Readiness.Stable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
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
    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".filepart");

    private final FeedCatalog feeds;
    private final LongSupplier nanoTime;
    private final Map<Path, Sight> seen = new HashMap<>();

    private record Sight(long size, FileTime modified, Object key, long since) {
        boolean isOfTheSame(Sight before) {
            return size == before.size && modified.equals(before.modified) && Objects.equals(key, before.key);
        }
    }

    public CompleteFiles(FeedCatalog feeds) {
        this(feeds, System::nanoTime);
    }

    /** @param nanoTime goes on evenly, whatever is done to the clock: a clock that is put forward makes no file quiet */
    CompleteFiles(FeedCatalog feeds, LongSupplier nanoTime) {
        this.feeds = feeds;
        this.nanoTime = nanoTime;
    }

    public boolean isComplete(Path file) {
        String name = file.getFileName().toString();
        if (isUnfinished(name) || isDoneFile(name) || brokenFeed(name).isPresent()) {
            return false;
        }
        Readiness ready = readiness(name);
        if (ready instanceof Stable stable) {
            return isStill(file, stable.quiet());
        }
        return ready instanceof Renamed || DoneFile.isThere(file);
    }

    /** Why a file that is not complete is not; it is only looked at. */
    Finding whyNot(Path file) {
        String name = file.getFileName().toString();
        if (isUnfinished(name)) {
            return new Finding(
                    "BNK-4061",
                    "expected its writer to rename it, found " + name + ", a name of what is still being written");
        }
        if (isDoneFile(name)) {
            return new Finding(
                    "BNK-4059", "expected the file that " + name + " belongs to, found none; is its name the same?");
        }
        Optional<FeedCatalog.Broken> broken = brokenFeed(name);
        if (broken.isPresent()) {
            return BrokenFeed.finding(broken.get(), "; " + name + " may be one of its files, and waits");
        }
        return readiness(name) instanceof Readiness.DoneFile
                ? DoneFile.whyNot(file)
                : new Finding(
                        "BNK-4061", "expected " + name + " to keep still, found that its size or time changes still");
    }

    /** The feed that claims the name, where it is one. */
    Optional<String> feed(String name) {
        try {
            String claimed = isDoneFile(name) ? DoneFile.of(name).orElseThrow() : name;
            return feeds.claim(claimed).map(match -> match.feed().name());
        } catch (AmbiguousFileException severalClaim) {
            return Optional.empty();
        }
    }

    /** Whose file it would be cannot be known before that feed is mended: it is not refused meanwhile. */
    private Optional<FeedCatalog.Broken> brokenFeed(String name) {
        try {
            return feeds.claim(name).isPresent() ? Optional.empty() : feeds.mayBelongTo(name);
        } catch (AmbiguousFileException severalClaim) {
            return Optional.empty();
        }
    }

    private static boolean isUnfinished(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".") || UNFINISHED.stream().anyMatch(lower::endsWith);
    }

    /** Of a feed whose files have one. */
    private boolean isDoneFile(String name) {
        return DoneFile.of(name)
                .filter(file -> readiness(file) instanceof Readiness.DoneFile)
                .isPresent();
    }

    private Readiness readiness(String name) {
        try {
            Optional<FeedCatalog.Match> match = feeds.claim(name);
            return match.map(found -> found.feed().ready()).orElse(UNCLAIMED);
        } catch (AmbiguousFileException severalClaim) {
            return UNCLAIMED;
        }
    }

    /** Size, time and file have been the same at every look for so long. */
    private boolean isStill(Path file, Duration wanted) {
        Sight before = seen.get(file);
        Sight sight;
        try {
            sight = look(file);
        } catch (NoSuchFileException taken) {
            seen.remove(file);
            return false;
        } catch (IOException unreadable) {
            LOG.warn("{}: cannot be looked at: {}", file, unreadable.toString());
            return false;
        }
        if (before == null || !sight.isOfTheSame(before)) {
            seen.keySet().removeIf(Files::notExists);
            seen.put(file, sight);
            return false;
        }
        boolean still = sight.since() - before.since() >= wanted.toNanos();
        if (still) {
            seen.remove(file);
        }
        return still;
    }

    /** A file server's attributes may be old ones of a cache: opening the file makes the client ask for them. */
    private Sight look(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        if (found.isRegularFile() && Files.isReadable(file)) {
            Files.newByteChannel(file).close();
            found = Files.readAttributes(file, BasicFileAttributes.class);
        }
        return new Sight(found.size(), found.lastModifiedTime(), found.fileKey(), nanoTime.getAsLong());
    }
}

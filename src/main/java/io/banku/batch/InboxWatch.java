package io.banku.batch;

import io.banku.feed.FeedCatalog;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows of everything in the inbox whether it can be taken, and why not: nothing lies there that nobody is told of. What is
 * no regular file, or has a name that cannot be read, is put aside. Shared by threads.
 */
public final class InboxWatch {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);
    /** Every file waits a little; what waits longer is told. */
    private static final Duration TOLD_AFTER = Duration.ofSeconds(10);
    /** What is put aside may still be written, too. */
    private static final Duration KEEPS_STILL = Duration.ofSeconds(3);

    private final Directories directories;
    private final CompleteFiles complete;
    private final Intake intake;
    private final WaitingArrivals arrivals;
    private final Clock clock;
    private final Retries<Path> retries;
    private Map<Path, Sight> seen = Map.of();
    private volatile List<Standing> standing = List.of();

    /** @param still since when size and time are the same */
    private record Sight(Instant first, Instant still, long size, FileTime modified) {}

    public InboxWatch(Directories directories, FeedCatalog feeds, Intake intake, Clock clock) {
        this.directories = directories;
        this.complete = new CompleteFiles(feeds);
        this.intake = intake;
        this.arrivals = new WaitingArrivals(directories, feeds, clock);
        this.clock = clock;
        this.retries = new Retries<>(clock);
    }

    /** A regular file that is complete, and is not to be left alone for a while because it could not be taken. */
    public synchronized boolean isReady(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && retries.isDue(file) && complete.isComplete(file);
    }

    /** What fails is tried again later each time. */
    public void take(Path file) {
        try {
            intake.take(file);
            retries.forget(file);
        } catch (IOException notTaken) {
            Finding reason = new Finding(
                    "BNK-4054",
                    "expected to take " + file.getFileName() + " out of the inbox, found: " + notTaken
                            + "; may the bridge rename it there? It is tried again, later each time");
            if (retries.failed(file, reason).tries() == 1) {
                LOG.warn("{}", reason);
            }
        }
    }

    /** Looks at everything that lies there. */
    public synchronized void look() throws IOException {
        List<Standing> found = new ArrayList<>();
        Map<Path, Sight> there = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directories.inbox())) {
            for (Path entry : entries) {
                Optional<Sight> sight = sight(entry);
                if (sight.isPresent()) {
                    there.put(entry, sight.get());
                    look(entry, sight.get()).ifPresent(found::add);
                }
            }
        }
        retries.all().forEach((file, trouble) -> {
            if (there.containsKey(file)) {
                found.add(standing(file, trouble.reason(), trouble.since(), trouble.tries()));
            } else {
                retries.forget(file);
            }
        });
        found.addAll(arrivals.standing());
        seen = there;
        standing = List.copyOf(found);
    }

    private Optional<Standing> look(Path entry, Sight sight) {
        if (!isToBePutAside(entry)) {
            return waiting(entry, sight.first());
        }
        if (retries.isDue(entry) && !sight.still().plus(KEEPS_STILL).isAfter(clock.instant())) {
            take(entry);
        }
        return Optional.empty();
    }

    /** Of the entry itself, not of what a link leads to; nothing when it was taken meanwhile. */
    private Optional<Sight> sight(Path entry) {
        try {
            BasicFileAttributes now = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Sight before = seen.get(entry);
            boolean isStill = before != null
                    && before.size() == now.size()
                    && before.modified().equals(now.lastModifiedTime());
            return Optional.of(new Sight(
                    before == null ? clock.instant() : before.first(),
                    isStill ? before.still() : clock.instant(),
                    now.size(),
                    now.lastModifiedTime()));
        } catch (IOException taken) {
            return Optional.empty();
        }
    }

    /** As the last look found it. */
    public List<Standing> standing() {
        return standing;
    }

    /** Camel, which lists files by their names alone, would not find it, or follow it to elsewhere. */
    private static boolean isToBePutAside(Path entry) {
        boolean isFile = Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
        boolean isDirectory = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
        return !isFile && !isDirectory
                || isFile && !Intake.isReadable(entry.getFileName().toString());
    }

    private Optional<Standing> waiting(Path entry, Instant since) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            Finding directory = new Finding(
                    "BNK-4052",
                    "expected files in the inbox, found a directory: " + entry.getFileName()
                            + "; nothing in it is taken. Put its files into the inbox itself");
            return Optional.of(standing(entry, directory, since, 0));
        }
        return since.plus(TOLD_AFTER).isAfter(clock.instant())
                        || retries.of(entry).isPresent()
                ? Optional.empty()
                : Optional.of(standing(entry, complete.whyNot(entry), since, 0));
    }

    private Standing standing(Path entry, Finding reason, Instant since, int tries) {
        String name = entry.getFileName().toString();
        String feed = complete.feed(name).orElse(null);
        return new Standing("inbox", feed, name, reason.code(), reason.message(), since, tries);
    }
}

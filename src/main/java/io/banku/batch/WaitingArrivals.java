package io.banku.batch;

import io.banku.feed.FeedCatalog;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was taken out of the inbox and waits for its feed's owner for long, or for ever. One thread. */
final class WaitingArrivals {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingArrivals.class);
    private static final Duration TOLD_AFTER = Duration.ofMinutes(1);

    private final Directories directories;
    private final FeedCatalog feeds;
    private final Clock clock;
    private final Instant started;

    WaitingArrivals(Directories directories, FeedCatalog feeds, Clock clock) {
        this.directories = directories;
        this.feeds = feeds;
        this.clock = clock;
        this.started = clock.instant();
    }

    List<Standing> standing() {
        List<Standing> standing = new ArrayList<>();
        feeds.broken().forEach(feed -> standing.add(broken(feed)));
        try {
            for (String feed : directories.feedsWithArrivals()) {
                List<Path> waiting = directories.arrivals(feed);
                if (!waiting.isEmpty()) {
                    Instant since = Directories.arrivedAt(waiting.get(0));
                    reason(feed, waiting.size(), since)
                            .ifPresent(reason -> standing.add(standing(feed, since, reason)));
                }
            }
        } catch (NoSuchFileException taken) {
            LOG.debug("taken while it was looked at", taken);
        } catch (IOException unreadable) {
            Finding reason = new Finding("BNK-4054", "expected to look through arrived/, found: " + unreadable);
            standing.add(standing(null, clock.instant(), reason));
        }
        return standing;
    }

    private Optional<Finding> reason(String feed, int waiting, Instant since) {
        if (feeds.broken().stream().anyMatch(broken -> broken.name().equals(feed))) {
            return Optional.empty(); // it is told already
        }
        if (feeds.feed(feed).isEmpty()) {
            return Optional.of(new Finding(
                    "BNK-4062",
                    "expected a feed " + feed + ", found none; " + waiting + " of its files wait in arrived/" + feed
                            + ". Bring the feed back, or put them into the inbox again"));
        }
        return since.plus(TOLD_AFTER).isAfter(clock.instant())
                ? Optional.empty()
                : Optional.of(new Finding(
                        "BNK-4064",
                        "expected arrivals to be taken within a minute, found " + waiting + " that wait in arrived/"
                                + feed + "; does a process own the feed, and what is it at?"));
    }

    private Standing broken(FeedCatalog.Broken feed) {
        Finding reason = BrokenFeed.finding(feed, "");
        return new Standing("feed", feed.name(), null, reason.code(), reason.message(), started, 0);
    }

    private static Standing standing(String feed, Instant since, Finding reason) {
        return new Standing("arrived", feed, null, reason.code(), reason.message(), since, 0);
    }
}

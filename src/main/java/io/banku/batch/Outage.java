package io.banku.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What keeps feeds as a whole from going on, Kafka above all: one line when it begins, however many feeds and tries, and
 * one when the last of them goes on. Shared by threads.
 */
final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(FeedOwner.class);

    private final Clock clock;
    private final Map<String, Standing> feeds = new ConcurrentHashMap<>();

    Outage(Clock clock) {
        this.clock = clock;
    }

    /** @param unexpected told with its stack trace; null for what happens to every Kafka now and then */
    synchronized void began(String feed, String reason, Throwable unexpected) {
        Standing before = feeds.get(feed);
        if (before != null || (unexpected == null && !feeds.isEmpty())) {
            LOG.debug("feed {}: stopped, will claim it again: {}", feed, reason);
        } else if (unexpected == null) {
            LOG.warn("feed {}: stopped, will claim it again, and so with others that stop: {}", feed, reason);
        } else {
            LOG.error("feed {}: stopped, will claim it again: {}", feed, reason, unexpected);
        }
        Instant since = before == null ? clock.instant() : before.since();
        int tries = before == null ? 1 : before.tries() + 1;
        feeds.put(
                feed,
                new Standing(
                        "feed",
                        feed,
                        null,
                        "BNK-4063",
                        "expected the feed's owner to go on, found: " + reason + "; it claims the feed again and again",
                        since,
                        tries));
    }

    synchronized void over(String feed) {
        Standing before = feeds.remove(feed);
        if (before != null && feeds.isEmpty()) {
            LOG.info(
                    "feed {}: goes on after {} failures since {}, as all feeds do",
                    feed,
                    before.tries(),
                    before.since());
        }
    }

    Optional<Standing> of(String feed) {
        return Optional.ofNullable(feeds.get(feed));
    }
}

package io.banku.night;

import io.banku.log.AppendFailedException;
import io.banku.log.KnownTopics;
import io.banku.log.LogConnection;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes nights, and supplements those that are closed. It writes what it finds to be said when it has fenced whoever wrote
 * before it and has read all that was written: cut off anywhere, it is simply asked again. One thread.
 */
public final class NightCloser {
    private static final Logger LOG = LoggerFactory.getLogger(NightCloser.class);

    private final Map<String, NightSet> defined;
    private final Nights nights;
    private final LogConnection connection;
    private final KnownTopics topics;
    private final BooleanSupplier owned;
    private final Clock clock;
    private final Consumer<DayEvent> written;
    private final Set<String> toldTooLarge = new HashSet<>();
    /** Of the last look after which nothing was left to do. */
    private long seen = -1;

    /**
     * @param sets that the ledger is to know
     * @param owned whether this process has the partition of the ledger in which nights are
     * @param written is told of each event that this process has written
     */
    public NightCloser(
            List<NightSet> sets,
            Nights nights,
            LogConnection connection,
            KnownTopics topics,
            BooleanSupplier owned,
            Clock clock,
            Consumer<DayEvent> written) {
        this.defined = new TreeMap<>(sets.stream().collect(Collectors.toMap(NightSet::night, Function.identity())));
        this.nights = nights;
        this.connection = connection;
        this.topics = topics;
        this.owned = owned;
        this.clock = clock;
        this.written = written;
    }

    /**
     * Looks whether something is to be written, and writes it.
     *
     * @throws AppendFailedException when it is not known whether it was written: the next look knows it
     * @throws io.banku.log.LogUnavailableException when Kafka does not answer
     */
    public void look() throws AppendFailedException {
        if (!owned.getAsBoolean()) {
            seen = -1;
            return;
        }
        if (seen < 0 && defined.isEmpty() && !nights.areUsed()) {
            return;
        }
        if (seen < 0) {
            nights.awaitEnd();
        }
        long now = nights.changes();
        if (now != seen) {
            if (hasWork()) {
                write();
            }
            seen = now; // what was written comes back as a change
        }
    }

    private boolean hasWork() {
        return !nights.sets().equals(defined)
                || !nights.pending(clock.instant()).isEmpty();
    }

    private void write() throws AppendFailedException {
        Set<String> without = new HashSet<>();
        while (!isWritten(without)) {
            continue;
        }
    }

    /**
     * One that Kafka does not take keeps no other one from being written.
     *
     * @param without ids of events that were found to be too large
     * @return whether all others are there; else one more was too large, and it is to be begun again
     */
    private boolean isWritten(Set<String> without) throws AppendFailedException {
        try (DayLog log = DayLog.open(connection, topics)) {
            nights.awaitEnd();
            learn(log);
            nights.awaitEnd();
            for (DayEvent event : nights.pending(clock.instant())) {
                if (without.contains(event.id())) {
                    continue;
                }
                try {
                    log.write(event);
                } catch (AppendFailedException failed) {
                    if (failed.kind() != AppendFailedException.Kind.TOO_LARGE) {
                        throw failed;
                    }
                    without.add(event.id());
                    tellTooLarge(event, failed);
                    return false;
                }
                tell(event);
                written.accept(event);
            }
            return true;
        }
    }

    private void tellTooLarge(DayEvent event, AppendFailedException failed) {
        if (toldTooLarge.add(event.id())) {
            LOG.error(
                    "BNK-5075 night {} of {}: expected an event that Kafka takes, found one of {} batches: {}. It is not"
                            + " written; raise max.message.bytes of banku.days and max.request.size of the bridge",
                    event.night(),
                    event.date(),
                    event.feeds().stream()
                            .mapToInt(feed -> feed.batches().size())
                            .sum(),
                    failed.getMessage());
        }
    }

    private void learn(DayLog log) throws AppendFailedException {
        Map<String, NightSet> known = nights.sets();
        for (NightSet set : defined.values()) {
            if (!set.equals(known.get(set.night()))) {
                log.learn(set.night(), set);
                LOG.info("night {}: closed with {}, from {} on", set.night(), set.feeds(), set.from());
            }
        }
        for (String night : known.keySet()) {
            if (!defined.containsKey(night)) {
                log.learn(night, null);
                LOG.info("night {}: closed no more, as nights.yaml does not have it", night);
            }
        }
    }

    private static void tell(DayEvent event) {
        if (event.number() == 0) {
            LOG.info(
                    "night {} of {}: closed{}: {}",
                    event.night(),
                    event.date(),
                    event.byHand() == null
                            ? ""
                            : " by " + event.byHand().by() + " without "
                                    + event.byHand().without() + ": "
                                    + event.byHand().reason(),
                    told(event));
        } else {
            LOG.warn(
                    "BNK-5072 night {} of {}: supplement {}, as {} batches have changed since: {}",
                    event.night(),
                    event.date(),
                    event.number(),
                    event.changes().size(),
                    event.changes().stream().map(DayEvent.Change::file).toList());
        }
    }

    private static String told(DayEvent event) {
        return event.feeds().stream()
                .map(feed -> feed.feed() + " " + feed.state().text() + ", "
                        + feed.counts().events() + " events")
                .collect(Collectors.joining("; "));
    }
}

package io.banku.camel;

import io.banku.camel.metrics.Metrics;
import io.banku.log.LogTips;
import io.banku.log.LogTips.Tip;
import io.banku.log.LogUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether each partition of the view gets on while the log ends beyond it. A lag cannot tell: behind a transaction that
 * hangs it is 0, and where the store takes nothing it may be small for hours. Shared by threads.
 */
public final class ProjectionWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionWatch.class);
    /** Longer than a transaction may last, or a take-over. */
    static final Duration LONG = Duration.ofSeconds(30);

    private static final long LOOK_MILLIS = 2_000;

    private final LogTips tips;
    private final IntToLongFunction positions;
    private final Clock clock;
    private final Map<Integer, Stand> stands = new ConcurrentHashMap<>();
    /** Those that stand, which was told. */
    private final Set<Integer> told = ConcurrentHashMap.newKeySet();

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "banku-projection-watch");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Where a partition of the view was last seen.
     *
     * @param end where the log ends
     * @param since when it was last seen to move, or to have everything
     * @param why what keeps it, as far as that is known
     */
    record Stand(long position, long end, Instant since, String why) {
        boolean isBehind() {
            return position < end;
        }
    }

    /** @param tips closed with this */
    public ProjectionWatch(LogTips tips, IntToLongFunction positions, int partitions, Clock clock, Metrics metrics) {
        this.tips = tips;
        this.positions = positions;
        this.clock = clock;
        for (int p = 0; p < partitions; p++) {
            int partition = p;
            metrics.view().standing(partition, () -> standing(partition));
        }
    }

    public void start() {
        looking.scheduleWithFixedDelay(this::tryToLook, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tryToLook() {
        try {
            tips.tips().forEach(this::look);
        } catch (LogUnavailableException unavailable) {
            LOG.debug("the ends of the log are not known now", unavailable);
        } catch (RuntimeException | Error failed) { // or nobody would look ever again
            if (!looking.isShutdown()) { // else it was interrupted by that
                LOG.error("the view could not be looked at; it will be again", failed);
            }
        }
    }

    private void look(int partition, Tip tip) {
        Stand before = stands.get(partition);
        Instant now = clock.instant();
        String why = null;
        long position = before == null ? -1 : before.position();
        try {
            position = positions.applyAsLong(partition);
        } catch (RuntimeException unavailable) {
            why = String.valueOf(unavailable.getMessage());
        }
        boolean moved = before == null || position != before.position() || position >= tip.end();
        if (!moved && why == null && position >= tip.stable()) {
            why = openTransaction(partition);
        }
        Stand stand = new Stand(position, tip.end(), moved ? now : before.since(), why);
        stands.put(partition, stand);
        tell(partition, stand, now);
    }

    /** Whose it is may not be known: that the view stands is told all the same. */
    private String openTransaction(int partition) {
        try {
            return tips.openTransaction(partition)
                    .map(producer -> "a transaction of " + producer
                            + ": the projection waits for its end; kafka-transactions.sh abort ends it")
                    .orElse(null);
        } catch (RuntimeException notKnown) {
            return "a transaction that is open; whose it is is not known: " + notKnown.getMessage();
        }
    }

    private void tell(int partition, Stand stand, Instant now) {
        if (!stand.isBehind() || !isLong(stand.since(), now)) {
            if (told.remove(partition)) {
                LOG.info("partition {}: the view goes on, at {}", partition, stand.position());
            }
        } else if (told.add(partition)) {
            LOG.error("{}", told(partition, stand));
        }
    }

    private static boolean isLong(Instant since, Instant now) {
        return since.plus(LONG).isBefore(now);
    }

    /** Where the partition was last seen, or nothing yet. */
    Optional<Stand> stand(int partition) {
        return Optional.ofNullable(stands.get(partition));
    }

    /** For how long a partition has not got on though the log ends beyond it. */
    Duration standing(int partition) {
        return stand(partition)
                .filter(Stand::isBehind)
                .map(stand -> Duration.between(stand.since(), clock.instant()))
                .orElse(Duration.ZERO);
    }

    /** What is to be said of a partition that has been standing for long. */
    Optional<String> fault(int partition) {
        return stand(partition)
                .filter(stand -> stand.isBehind() && isLong(stand.since(), clock.instant()))
                .map(stand -> told(partition, stand));
    }

    private static String told(int partition, Stand stand) {
        return "BNK-5027 partition " + partition + ": expected the view to get on to " + stand.end()
                + ", where the log ends, found it at " + stand.position() + " since " + stand.since() + "; "
                + (stand.why() == null ? "does a process project the partition?" : "it is kept by " + stand.why());
    }

    @Override
    public void close() {
        looking.shutdownNow();
        tips.close();
    }
}

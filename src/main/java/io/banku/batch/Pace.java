package io.banku.batch;

import io.banku.log.GroupLag;
import io.banku.log.LogUnavailableException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the ingest a little ahead of the view and no more. Publishing is faster than projecting, and a command is decided
 * behind everything that was published before it, so without this it would wait for most of a night's file. While no
 * command waits, the ingest may be further ahead, and costs the file nothing. It waits only for a view that moves: a view
 * that stands still, or is being built again from far behind, holds no file up. Shared by threads.
 */
public final class Pace {
    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);
    private static final long BETWEEN_LOOKS = Duration.ofMillis(100).toNanos();
    private static final long PAUSE = Duration.ofMillis(10).toNanos();
    private static final long STANDS_STILL = Duration.ofSeconds(2).toNanos();
    /** Times the lead, while no command waits: what is in between is no more than a command may wait for. */
    private static final int UNDISTURBED = 10;
    /** Times the lead: nobody who keeps to it gets there. */
    private static final int FAR = 50;

    private final Supplier<GroupLag> view;
    private final BooleanSupplier commandsWait;
    private final long lead;
    private final LongSupplier nanoTime;
    private volatile long looked;
    /** Where the view was found to stand still. */
    private volatile long stoodAt = -1;

    /** @param lead events that may be published and not in the view yet, while commands wait */
    public Pace(Supplier<GroupLag> view, BooleanSupplier commandsWait, long lead) {
        this(view, commandsWait, lead, System::nanoTime);
    }

    Pace(Supplier<GroupLag> view, BooleanSupplier commandsWait, long lead, LongSupplier nanoTime) {
        this.view = view;
        this.commandsWait = commandsWait;
        this.lead = lead;
        this.nanoTime = nanoTime;
        this.looked = nanoTime.getAsLong() - BETWEEN_LOOKS;
    }

    /** Returns when the next chunk may be published, or the thread is interrupted. */
    void await() {
        if (nanoTime.getAsLong() - looked < BETWEEN_LOOKS) {
            return;
        }
        try {
            awaitView();
        } catch (LogUnavailableException unknown) {
            LOG.debug("not known how far the view is; what is wrong with Kafka is told by the publishing", unknown);
        }
        looked = nanoTime.getAsLong();
    }

    private void awaitView() {
        long reached = -1;
        long since = nanoTime.getAsLong();
        GroupLag lag = view.get();
        while (isTooFarBehind(lag)
                && lag.reached() != stoodAt
                && !Thread.currentThread().isInterrupted()) {
            if (lag.reached() != reached) {
                reached = lag.reached();
                since = nanoTime.getAsLong();
            } else if (nanoTime.getAsLong() - since > STANDS_STILL) {
                LOG.info("the view stands still, {} events behind; the ingest does not wait for it", lag.behind());
                stoodAt = reached;
                return;
            }
            LockSupport.parkNanos(PAUSE);
            lag = view.get();
        }
    }

    private boolean isTooFarBehind(GroupLag lag) {
        return lag.behind() > lead
                && lag.behind() <= FAR * lead
                && (lag.behind() > UNDISTURBED * lead || commandsWait.getAsBoolean());
    }
}

package io.banku.batch;

import io.banku.log.GroupLag;
import io.banku.log.LogUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
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
    private final Executor looks;
    private final LongSupplier nanoTime;
    private volatile long looked;
    /** Under way, or not heeded yet; null where none is. */
    private volatile CompletableFuture<Sight> look;
    /** Where the view was found to stand still. */
    private volatile long stoodAt = -1;

    /** @param lead events that may be published and not in the view yet, while commands wait */
    public Pace(Supplier<GroupLag> view, BooleanSupplier commandsWait, long lead) {
        this(view, commandsWait, lead, Executors.newSingleThreadExecutor(Pace::daemon), System::nanoTime);
    }

    Pace(Supplier<GroupLag> view, BooleanSupplier commandsWait, long lead, Executor looks, LongSupplier nanoTime) {
        this.view = view;
        this.commandsWait = commandsWait;
        this.lead = lead;
        this.looks = looks;
        this.nanoTime = nanoTime;
        this.looked = nanoTime.getAsLong() - BETWEEN_LOOKS;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "banku-pace");
        thread.setDaemon(true);
        return thread;
    }

    /** What was seen of the view, and whether the ingest has to wait for it. */
    private record Sight(GroupLag lag, boolean tooFar) {}

    /**
     * Returns when the next chunk may be published, or the thread is interrupted. A look takes milliseconds, in which the
     * publishing goes on: what it saw is heeded by the first chunk after it.
     */
    void await() {
        if (nanoTime.getAsLong() - looked < BETWEEN_LOOKS) {
            return;
        }
        CompletableFuture<Sight> underWay = look;
        if (underWay == null) {
            underWay = CompletableFuture.supplyAsync(this::look, looks);
            look = underWay;
        }
        if (!underWay.isDone()) {
            return;
        }
        try {
            awaitView(underWay.join());
        } catch (CompletionException | LogUnavailableException unknown) {
            LOG.debug("not known how far the view is; what is wrong with Kafka is told by the publishing", unknown);
        }
        look = null;
        looked = nanoTime.getAsLong();
    }

    private Sight look() {
        GroupLag lag = view.get();
        return new Sight(lag, isTooFarBehind(lag));
    }

    private void awaitView(Sight first) {
        long reached = -1;
        long since = nanoTime.getAsLong();
        Sight sight = first;
        while (sight.tooFar()
                && sight.lag().reached() != stoodAt
                && !Thread.currentThread().isInterrupted()) {
            GroupLag lag = sight.lag();
            if (lag.reached() != reached) {
                reached = lag.reached();
                since = nanoTime.getAsLong();
            } else if (nanoTime.getAsLong() - since > STANDS_STILL) {
                LOG.info("the view stands still, {} events behind; the ingest does not wait for it", lag.behind());
                stoodAt = reached;
                return;
            }
            LockSupport.parkNanos(PAUSE);
            sight = look();
        }
    }

    private boolean isTooFarBehind(GroupLag lag) {
        return lag.behind() > lead
                && lag.behind() <= FAR * lead
                && (lag.behind() > UNDISTURBED * lead || commandsWait.getAsBoolean());
    }
}

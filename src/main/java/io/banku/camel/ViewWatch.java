package io.banku.camel;

import io.banku.view.Outcome;
import io.banku.view.Outcomes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the view for all requests that wait for it, as long as there are any: one thread and one small read per
 * partition for however many they are. Shared by threads.
 */
public final class ViewWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViewWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    /** They only write answers: what takes long, waits here. */
    private static final int ANSWERING_THREADS = 4;

    private final Outcomes outcomes;
    private final IntToLongFunction positions;
    private final int most;
    private final ExecutorService answering =
            Executors.newFixedThreadPool(ANSWERING_THREADS, task -> daemon(task, "banku-answers"));
    private final Set<Waiter> waiting = new LinkedHashSet<>();
    private boolean closed;

    /** @param most requests that may wait at once */
    public ViewWatch(Outcomes outcomes, IntToLongFunction positions, int most) {
        this.outcomes = outcomes;
        this.positions = positions;
        this.most = most;
        daemon(this::look, "banku-watch").start();
    }

    /**
     * Tells the outcome of a command, or nothing when there is none in time.
     *
     * @param then called once, on a thread of the watch
     * @return false when too many wait already: {@code then} is never called
     */
    boolean outcome(int partition, String commandId, Duration atMost, Consumer<Optional<Outcome>> then) {
        return add(new Waiter(
                partition, commandId, Long.MAX_VALUE, deadline(atMost), seen -> then.accept(seen.outcome())));
    }

    /** As {@link #outcome}; tells whether the view of the partition has reached a position. */
    boolean position(int partition, long least, Duration atMost, Consumer<Boolean> then) {
        return add(new Waiter(partition, null, least, deadline(atMost), seen -> then.accept(seen.reached())));
    }

    /** How many wait now. */
    public synchronized int waiting() {
        return waiting.size();
    }

    private record Seen(Optional<Outcome> outcome, boolean reached) {
        private static final Seen NOTHING = new Seen(Optional.empty(), false);
    }

    /** One request; each is itself and no other, though two may wait for the same. */
    private static final class Waiter {
        private final int partition;
        private final String commandId;
        private final long least;
        private final long deadline;
        private final Consumer<Seen> then;

        Waiter(int partition, String commandId, long least, long deadline, Consumer<Seen> then) {
            this.partition = partition;
            this.commandId = commandId;
            this.least = least;
            this.deadline = deadline;
            this.then = then;
        }

        boolean isFor(Seen seen) {
            return seen.outcome().isPresent() || seen.reached();
        }
    }

    private static long deadline(Duration atMost) {
        return System.nanoTime() + atMost.toNanos();
    }

    private synchronized boolean add(Waiter waiter) {
        if (closed || waiting.size() >= most) {
            return false;
        }
        waiting.add(waiter);
        notifyAll();
        return true;
    }

    private void look() {
        for (List<Waiter> now = awaited(); !now.isEmpty(); now = awaited()) {
            Map<Integer, List<Waiter>> byPartition = now.stream()
                    .collect(Collectors.groupingBy(waiter -> waiter.partition, TreeMap::new, Collectors.toList()));
            try {
                byPartition.forEach(this::look);
            } catch (RuntimeException unreadable) {
                LOG.debug("the view cannot be read now, {} requests go on waiting", now.size(), unreadable);
            }
            long time = System.nanoTime();
            now.stream().filter(waiter -> waiter.deadline - time <= 0).forEach(late -> release(late, Seen.NOTHING));
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private void look(int partition, List<Waiter> waiters) {
        Set<String> ids = waiters.stream()
                .map(waiter -> waiter.commandId)
                .filter(id -> id != null)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Outcome> found = outcomes.find(partition, ids);
        boolean isForPosition = waiters.stream().anyMatch(waiter -> waiter.commandId == null);
        long position = isForPosition ? positions.applyAsLong(partition) : -1;
        for (Waiter waiter : waiters) {
            Seen seen = waiter.commandId == null
                    ? new Seen(Optional.empty(), position >= waiter.least)
                    : new Seen(Optional.ofNullable(found.get(waiter.commandId)), false);
            if (waiter.isFor(seen)) {
                release(waiter, seen);
            }
        }
    }

    /** Those that wait now, as soon as there are any; none when the watch is over. */
    private synchronized List<Waiter> awaited() {
        boolean interrupted = false;
        while (waiting.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException nobodyInterruptsIt) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return closed ? List.of() : new ArrayList<>(waiting);
    }

    private void release(Waiter waiter, Seen seen) {
        synchronized (this) {
            if (!waiting.remove(waiter)) {
                return;
            }
        }
        answering.execute(() -> waiter.then.accept(seen));
    }

    /** Whoever waits is told at once that there is nothing yet. */
    @Override
    public void close() {
        List<Waiter> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(waiting);
            notifyAll();
        }
        left.forEach(waiter -> release(waiter, Seen.NOTHING));
        answering.shutdown();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}

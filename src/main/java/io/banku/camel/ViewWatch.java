package io.banku.camel;

import io.banku.camel.ViewWaiter.Seen;
import io.banku.camel.metrics.Metrics;
import io.banku.view.Outcome;
import io.banku.view.Outcomes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private static final int THREADS = 4;

    private final Outcomes outcomes;
    private final IntToLongFunction positions;
    private final int most;
    private final Metrics metrics;
    private final ExecutorService answering;
    private final ExecutorService reading;
    private final Set<ViewWaiter> waiting = new LinkedHashSet<>();
    /** Those among them whom a decision is enough, by its command. */
    private final Map<String, Set<ViewWaiter>> deciding = new HashMap<>();

    private final RecentOutcomes recent;
    /** Only the watching thread knows them. */
    private final Set<Integer> unreadable = new TreeSet<>();

    private boolean closed;

    /**
     * @param most requests that may wait at once
     * @param recent what is told of decisions
     */
    public ViewWatch(Outcomes outcomes, IntToLongFunction positions, int most, Metrics metrics, RecentOutcomes recent) {
        this(outcomes, positions, most, metrics, recent, threads("banku-answers"), threads("banku-reads"));
    }

    /**
     * @param answering goes on with commands, whose answers only have to be written
     * @param reading goes on with requests that waited for a position, which read the view now: however slow that is, no
     *     command waits for it
     */
    ViewWatch(
            Outcomes outcomes,
            IntToLongFunction positions,
            int most,
            Metrics metrics,
            RecentOutcomes recent,
            ExecutorService answering,
            ExecutorService reading) {
        this.outcomes = outcomes;
        this.positions = positions;
        this.most = most;
        this.metrics = metrics;
        this.recent = recent;
        this.answering = answering;
        this.reading = reading;
        recent.listen(this::decided);
        daemon(this::look, "banku-watch").start();
    }

    /**
     * Tells the outcome of a command as soon as that is in the log, or nothing when there is none in time. Whoever misses
     * what is told of it finds it in the view, which is a little later.
     *
     * @param then called once, on a thread of the watch
     * @return false when too many wait already: {@code then} is never called
     */
    boolean decision(int partition, String commandId, Duration atMost, Consumer<Optional<Outcome>> then) {
        ViewWaiter waiter = ViewWaiter.forOutcome(partition, commandId, atMost, then);
        if (!addDeciding(waiter)) {
            return false;
        }
        recent.find(commandId).ifPresent(told -> release(waiter, waiter.sees(told)));
        return true;
    }

    private synchronized boolean addDeciding(ViewWaiter waiter) {
        boolean isAdded = add(waiter);
        if (isAdded) {
            deciding.computeIfAbsent(waiter.commandId(), first -> new LinkedHashSet<>())
                    .add(waiter);
        }
        return isAdded;
    }

    private synchronized void decided(int partition, Map<String, Outcome> told) {
        if (!deciding.isEmpty()) {
            told.forEach((id, outcome) -> List.copyOf(deciding.getOrDefault(id, Set.of()))
                    .forEach(waiter -> release(waiter, waiter.sees(outcome))));
        }
    }

    /**
     * Tells the outcome of a command as the view has it, with how the account stands after it, or nothing when there is none
     * in time.
     *
     * @param then called once, on a thread of the watch
     * @return false when too many wait already: {@code then} is never called
     */
    boolean outcome(int partition, String commandId, Duration atMost, Consumer<Optional<Outcome>> then) {
        return add(ViewWaiter.forOutcome(partition, commandId, atMost, then));
    }

    /** As {@link #outcome}; tells whether the view of the partition has reached a position. */
    boolean position(int partition, long least, Duration atMost, Consumer<Boolean> then) {
        return add(ViewWaiter.forPosition(partition, least, atMost, then));
    }

    /** How many wait now. */
    public synchronized int waiting() {
        return waiting.size();
    }

    private synchronized boolean add(ViewWaiter waiter) {
        if (closed || waiting.size() >= most) {
            return false;
        }
        waiting.add(waiter);
        notifyAll();
        return true;
    }

    private void look() {
        for (List<ViewWaiter> now = awaited(); !now.isEmpty(); now = awaited()) {
            try {
                look(now);
            } catch (RuntimeException | Error failed) { // or nobody who waits would ever be told anything again
                LOG.error("{} requests wait for the view, and a look at it failed", now.size(), failed);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /**
     * A look at a view that is away takes seconds: whoever is late, also who came meanwhile, waits for the end of one look,
     * not for those of all.
     */
    private void look(List<ViewWaiter> now) {
        Map<Integer, List<ViewWaiter>> partitions =
                now.stream().collect(Collectors.groupingBy(ViewWaiter::partition, TreeMap::new, Collectors.toList()));
        partitions.forEach((partition, waiters) -> {
            long time = System.nanoTime();
            releaseLate(time);
            waiters.removeIf(waiter -> waiter.isLate(time));
            if (!waiters.isEmpty()) {
                if (tryToLook(partition, waiters)) {
                    waiters.forEach(ViewWaiter::wasLookedFor);
                } else {
                    nobodyCanBeLookedFor();
                }
            }
        });
        releaseLate(System.nanoTime());
    }

    private synchronized void nobodyCanBeLookedFor() {
        waiting.forEach(ViewWaiter::wasLookedFor);
    }

    private synchronized void releaseLate(long time) {
        List<ViewWaiter> late =
                waiting.stream().filter(waiter -> waiter.isLate(time)).toList();
        late.forEach(waiter -> release(waiter, Seen.NOTHING));
    }

    /** What cannot be read in one partition is nothing to those who wait for another. */
    private boolean tryToLook(int partition, List<ViewWaiter> waiters) {
        try {
            look(partition, waiters);
            if (unreadable.remove(partition)) {
                LOG.info("partition {} of the view can be read again", partition);
            }
            return true;
        } catch (RuntimeException | Error failed) {
            metrics.http().lookFailed(partition);
            if (unreadable.add(partition)) { // once, not 200 times a second
                LOG.warn(
                        "partition {} of the view cannot be read, {} requests go on waiting for it: {}",
                        partition,
                        waiters.size(),
                        failed.toString());
            }
            return false;
        }
    }

    /** Outcomes that are found are told, whatever becomes of the position. */
    private void look(int partition, List<ViewWaiter> waiters) {
        Set<String> ids = waiters.stream()
                .map(ViewWaiter::commandId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Outcome> found = outcomes.find(partition, ids);
        waiters.stream()
                .filter(waiter -> !waiter.isForPosition())
                .forEach(waiter -> releaseIfSomething(waiter, waiter.sees(found.get(waiter.commandId()))));
        List<ViewWaiter> forPosition =
                waiters.stream().filter(ViewWaiter::isForPosition).toList();
        if (!forPosition.isEmpty()) {
            long position = positions.applyAsLong(partition);
            forPosition.forEach(waiter -> releaseIfSomething(waiter, waiter.sees(position)));
        }
    }

    private void releaseIfSomething(ViewWaiter waiter, Seen seen) {
        if (seen.isSomething()) {
            release(waiter, seen);
        }
    }

    /** Those that wait now, as soon as there are any; none when the watch is over. */
    private synchronized List<ViewWaiter> awaited() {
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

    /** Off the list and told, or neither: the threads do not end in between. */
    private synchronized void release(ViewWaiter waiter, Seen seen) {
        if (waiting.remove(waiter)) {
            if (!waiter.isForPosition()) {
                deciding.computeIfPresent(
                        waiter.commandId(), (id, same) -> same.remove(waiter) && same.isEmpty() ? null : same);
            }
            (waiter.isForPosition() ? reading : answering).execute(() -> waiter.tell(seen));
        }
    }

    /** Whoever waits is told at once that there is nothing yet. */
    @Override
    public synchronized void close() {
        closed = true;
        List.copyOf(waiting).forEach(waiter -> release(waiter, Seen.NOTHING));
        answering.shutdown();
        reading.shutdown();
        notifyAll();
    }

    private static ExecutorService threads(String name) {
        return Executors.newFixedThreadPool(THREADS, task -> daemon(task, name));
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}

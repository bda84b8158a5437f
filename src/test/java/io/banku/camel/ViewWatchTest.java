package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.camel.metrics.Metrics;
import io.banku.view.Outcome;
import io.banku.view.Outcomes;
import io.banku.view.ViewException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewWatchTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Metrics metrics = new Metrics(registry, Clock.systemUTC());
    private final RecentOutcomes recent = new RecentOutcomes();
    private ViewWatch watch;

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void whoeverWaitsForADecisionIsToldBeforeTheViewHasIt() {
        watch = new ViewWatch(new NothingDecided(), partition -> 0, 10, metrics, recent);
        CompletableFuture<Optional<Outcome>> decision = new CompletableFuture<>();
        CompletableFuture<Optional<Outcome>> ofAnother = new CompletableFuture<>();
        watch.decision(1, "a", LONG, decision::complete);
        watch.decision(1, "b", LONG, ofAnother::complete);

        recent.tell(1, Map.of("a", outcome("a")));

        assertThat(decision).succeedsWithin(PATIENCE).isEqualTo(Optional.of(outcome("a")));
        assertThat(ofAnother).isNotDone();
        assertThat(watch.waiting()).isEqualTo(1);
    }

    @Test
    void whoeverBeginsToWaitJustAfterwardsIsToldToo() {
        watch = new ViewWatch(new NothingDecided(), partition -> 0, 10, metrics, recent);
        recent.tell(1, Map.of("a", outcome("a")));
        CompletableFuture<Optional<Outcome>> decision = new CompletableFuture<>();

        watch.decision(1, "a", LONG, decision::complete);

        assertThat(decision).succeedsWithin(PATIENCE).isEqualTo(Optional.of(outcome("a")));
    }

    @Test
    void whoeverMissedWhatWasToldFindsItInTheView() {
        watch = new ViewWatch(new UnreadablePartition(-1), partition -> 0, 10, metrics, recent);
        CompletableFuture<Optional<Outcome>> decision = new CompletableFuture<>();

        watch.decision(1, "a", LONG, decision::complete);

        assertThat(decision).succeedsWithin(PATIENCE).isEqualTo(Optional.of(outcome("a")));
    }

    @Test
    void whoeverWantsTheAccountAfterItWaitsForTheView() {
        watch = new ViewWatch(new NothingDecided(), partition -> 0, 10, metrics, recent);
        CompletableFuture<Optional<Outcome>> outcome = waiting(1, "a");

        recent.tell(1, Map.of("a", outcome("a")));

        assertThat(outcome).isNotDone();
        assertThat(watch.waiting()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadInOnePartitionStarvesNoOther() {
        watch = new ViewWatch(new UnreadablePartition(0), partition -> 0, 10, metrics, recent);
        CompletableFuture<Optional<Outcome>> unread = waiting(0, "a");

        CompletableFuture<Optional<Outcome>> read = waiting(1, "b");

        assertThat(read).succeedsWithin(PATIENCE).isEqualTo(Optional.of(outcome("b")));
        assertThat(unread).isNotDone();
        assertThat(registry.get("banku.http.looks.failed")
                        .tag("partition", "0")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void whoeverWaitsForWhatCannotBeReadIsToldWhenTheTimeIsOver() {
        watch = new ViewWatch(new UnreadablePartition(0), partition -> 0, 10, metrics, recent);
        CompletableFuture<Optional<Outcome>> told = new CompletableFuture<>();

        watch.outcome(0, "a", Duration.ofMillis(20), told::complete);

        assertThat(told).succeedsWithin(PATIENCE).isEqualTo(Optional.empty());
    }

    @Test
    void whoeverIsLateWaitsForTheEndOfOneFailingReadAndNotForThoseOfAllPartitions() {
        StoppedReads reads = new StoppedReads();
        watch = new ViewWatch(reads, partition -> 0, 10, metrics, recent);
        CompletableFuture<Optional<Outcome>> first = waiting(0, "a");
        reads.isInARead();
        CompletableFuture<Optional<Outcome>> second = waiting(1, "b");
        reads.failsOne();
        reads.isInARead(); // the first one for those two
        CompletableFuture<Optional<Outcome>> late = new CompletableFuture<>();

        watch.outcome(2, "c", Duration.ZERO, late::complete);
        reads.failsOne();

        assertThat(late).succeedsWithin(PATIENCE).isEqualTo(Optional.empty());
        assertThat(reads.partitions).as("nobody has read the others since").containsOnly(0);
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        reads.failAll();
    }

    @Test
    void whoeverWantsNoWaitStillGetsOneLook() {
        watch = new ViewWatch(new UnreadablePartition(-1), partition -> 7, 10, metrics, recent);
        CompletableFuture<Boolean> told = new CompletableFuture<>();

        watch.position(1, 7, Duration.ZERO, told::complete);

        assertThat(told).succeedsWithin(PATIENCE).isEqualTo(true);
    }

    @Test
    void outcomesThatWereFoundAreToldThoughThePositionCannotBeRead() {
        watch = new ViewWatch(
                new UnreadablePartition(-1),
                partition -> {
                    throw new ViewException("BNK-6000 no answer", null);
                },
                10,
                metrics,
                recent);
        watch.position(0, 7, LONG, reached -> {});

        CompletableFuture<Optional<Outcome>> outcome = waiting(0, "a");

        assertThat(outcome).succeedsWithin(PATIENCE).isEqualTo(Optional.of(outcome("a")));
    }

    @Test
    void anErrorEndsNoWatch() {
        watch = new ViewWatch(
                new UnreadablePartition(-1),
                partition -> {
                    throw new NoClassDefFoundError("io/banku/Gone");
                },
                10,
                metrics,
                recent);
        CompletableFuture<Boolean> position = new CompletableFuture<>();
        watch.position(0, 7, Duration.ZERO, position::complete);
        assertThat(position).succeedsWithin(PATIENCE).isEqualTo(false);

        CompletableFuture<Optional<Outcome>> next = waiting(0, "a");

        assertThat(next).succeedsWithin(PATIENCE).isEqualTo(Optional.of(outcome("a")));
    }

    @Test
    void readersThatAreSlowKeepNoCommandWaiting() {
        watch = new ViewWatch(new UnreadablePartition(-1), partition -> 7, 1000, metrics, recent);
        CountDownLatch redisAnswers = new CountDownLatch(1);
        AtomicInteger reading = new AtomicInteger();
        List<CompletableFuture<Boolean>> readers = IntStream.range(0, 100)
                .mapToObj(n -> {
                    CompletableFuture<Boolean> read = new CompletableFuture<>();
                    watch.position(0, 7, LONG, reached -> {
                        reading.incrementAndGet();
                        await(redisAnswers);
                        read.complete(reached);
                    });
                    return read;
                })
                .toList();
        Awaitility.await().atMost(PATIENCE).until(() -> reading.get() >= 4 && watch.waiting() == 0);

        CompletableFuture<Optional<Outcome>> command = waiting(0, "a");

        assertThat(command).succeedsWithin(PATIENCE).isEqualTo(Optional.of(outcome("a")));
        redisAnswers.countDown();
        assertThat(readers)
                .allSatisfy(
                        reader -> assertThat(reader).succeedsWithin(PATIENCE).isEqualTo(true));
    }

    @Test
    void whoeverIsAboutToBeToldWhenTheWatchEndsIsToldOnce() {
        ClosingThreads answering = new ClosingThreads();
        ClosingThreads reading = new ClosingThreads();
        watch = new ViewWatch(new UnreadablePartition(-1), partition -> 7, 10, metrics, recent, answering, reading);
        answering.closeMeanwhile(watch);
        AtomicInteger times = new AtomicInteger();
        CompletableFuture<Optional<Outcome>> told = new CompletableFuture<>();

        watch.outcome(0, "a", LONG, outcome -> {
            times.incrementAndGet();
            told.complete(outcome);
        });

        assertThat(told).succeedsWithin(PATIENCE).isEqualTo(Optional.of(outcome("a")));
        assertThat(answering.isOver()).isTrue();
        assertThat(times).hasValue(1);
    }

    @Test
    void whoeverStillWaitsWhenTheWatchEndsIsToldThatThereIsNothing() {
        watch = new ViewWatch(new UnreadablePartition(0), partition -> 0, 10, metrics, recent);
        CompletableFuture<Optional<Outcome>> outcome = waiting(0, "a");
        CompletableFuture<Boolean> position = new CompletableFuture<>();
        watch.position(1, 99, LONG, position::complete);

        watch.close();

        assertThat(outcome).succeedsWithin(PATIENCE).isEqualTo(Optional.empty());
        assertThat(position).succeedsWithin(PATIENCE).isEqualTo(false);
        assertThat(watch.outcome(0, "b", LONG, late -> {})).isFalse();
    }

    private CompletableFuture<Optional<Outcome>> waiting(int partition, String commandId) {
        CompletableFuture<Optional<Outcome>> told = new CompletableFuture<>();
        assertThat(watch.outcome(partition, commandId, LONG, told::complete)).isTrue();
        return told;
    }

    private static Outcome outcome(String commandId) {
        return new Outcome("4711", "MoneyDeposited", null, null, commandId, Instant.EPOCH, 6, 1, 100L, "EUR");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A view that never has anything. */
    private static final class NothingDecided implements Outcomes {
        @Override
        public Map<String, Outcome> find(int partition, Collection<String> commandIds) {
            return Map.of();
        }
    }

    /** Every command has its outcome, but those of one partition cannot be read. */
    private record UnreadablePartition(int unreadable) implements Outcomes {
        @Override
        public Map<String, Outcome> find(int partition, Collection<String> commandIds) {
            if (partition == unreadable) {
                throw new ViewException("BNK-6011 something that is no outcome", null);
            }
            return commandIds.stream().collect(Collectors.toMap(Function.identity(), ViewWatchTest::outcome));
        }
    }

    /** Every read lasts until it is told to fail. */
    private static final class StoppedReads implements Outcomes {
        private final Semaphore begun = new Semaphore(0);
        private final Semaphore ended = new Semaphore(0);
        private final Queue<Integer> partitions = new ConcurrentLinkedQueue<>();

        @Override
        public Map<String, Outcome> find(int partition, Collection<String> commandIds) {
            begun.release();
            ended.acquireUninterruptibly();
            partitions.add(partition);
            throw new ViewException("BNK-6000 no answer", null);
        }

        void isInARead() {
            begun.acquireUninterruptibly();
        }

        void failsOne() {
            ended.release();
        }

        void failAll() {
            ended.release(Integer.MAX_VALUE / 2);
        }
    }

    /** Threads whose first task meets a watch that is just being closed by another thread. */
    private static final class ClosingThreads extends ThreadPoolExecutor {
        private Thread closing;

        ClosingThreads() {
            super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        }

        void closeMeanwhile(ViewWatch watch) {
            closing = new Thread(watch::close, "closing");
        }

        @Override
        public void execute(Runnable task) {
            if (closing != null && closing.getState() == Thread.State.NEW) {
                closing.start();
                Awaitility.await()
                        .pollInterval(Duration.ofMillis(1))
                        .atMost(PATIENCE)
                        .until(() -> closing.getState() == Thread.State.TERMINATED
                                || closing.getState() == Thread.State.BLOCKED);
            }
            super.execute(task);
        }

        boolean isOver() {
            try {
                return awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}

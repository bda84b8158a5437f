package io.banku.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the partitions of a topic ended in the last while. Asked once a second for all of them, as long as somebody wants
 * to know; nobody waits for an answer. Shared by threads.
 */
public final class RecentEnds {
    private static final Logger LOG = LoggerFactory.getLogger(RecentEnds.class);
    private static final long BETWEEN_QUESTIONS = Duration.ofSeconds(1).toNanos();

    private final Supplier<CompletionStage<Map<Integer, Long>>> question;
    private final long age;
    private final LongSupplier nanos;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private boolean asking;
    private boolean failing;
    private long askedAt;

    /** @param askedAt when they ended there, or before that */
    private record Answer(long askedAt, Map<Integer, Long> ends) {}

    /** @param age what is older says nothing any more */
    public RecentEnds(LogEnds ends, LogTopic topic, int partitions, Duration age) {
        this(() -> ends.latest(topic, partitions), age, System::nanoTime);
    }

    /** @param nanos of a clock that nobody sets */
    RecentEnds(Supplier<CompletionStage<Map<Integer, Long>>> question, Duration age, LongSupplier nanos) {
        this.question = question;
        this.age = age.toNanos();
        this.nanos = nanos;
        this.askedAt = nanos.getAsLong() - BETWEEN_QUESTIONS;
    }

    /** Where a partition ended at some moment of that while, the least of what is known; nothing when nothing is. */
    public OptionalLong end(int partition) {
        ask();
        return known(partition);
    }

    private synchronized OptionalLong known(int partition) {
        long now = nanos.getAsLong();
        answers.removeIf(answer -> now - answer.askedAt() > age);
        return answers.stream()
                .map(Answer::ends)
                .filter(ends -> ends.containsKey(partition))
                .mapToLong(ends -> ends.get(partition))
                .min();
    }

    private void ask() {
        long now = nanos.getAsLong();
        synchronized (this) {
            if (asking || now - askedAt < BETWEEN_QUESTIONS) {
                return;
            }
            asking = true;
            askedAt = now;
        }
        question.get().whenComplete((ends, failed) -> answered(now, ends, failed));
    }

    private synchronized void answered(long at, Map<Integer, Long> ends, Throwable failed) {
        asking = false;
        if (failed == null) {
            answers.add(new Answer(at, ends));
        } else if (!failing) { // once, not every second
            LOG.warn("expected Kafka to say where the log ends, found: {}", failed.toString());
        }
        failing = failed != null;
    }
}

package io.banku.log;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a small topic once from its beginning, and then whatever comes: committed records only, in order within each
 * partition. Joins no group. A thread of its own; shared by threads.
 */
public final class TopicFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_MILLIS = 1_000;

    private final LogConnection connection;
    private final LogTopic topic;
    private final Consumer<RawRecord> each;
    private final LogEnds ends;
    private final Thread thread;
    /** Behind what was handed over. */
    private final Map<Integer, Long> reached = new HashMap<>();

    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean closed;

    private TopicFollower(LogConnection connection, LogTopic topic, Consumer<RawRecord> each) {
        this.connection = connection;
        this.topic = topic;
        this.each = each;
        this.ends = new LogEnds(connection);
        this.thread = new Thread(this::follow, "follow-" + topic.topic());
    }

    /** @param each must not throw */
    public static TopicFollower start(LogConnection connection, LogTopic topic, Consumer<RawRecord> each) {
        TopicFollower follower = new TopicFollower(connection, topic, each);
        follower.thread.start();
        return follower;
    }

    /** The offset behind the last record of the partition that was handed over; 0 before the first. */
    public long reached(int partition) {
        synchronized (reached) {
            return reached.getOrDefault(partition, 0L);
        }
    }

    /**
     * Returns when everything that was in the topic at the call has been handed over.
     *
     * @throws LogUnavailableException when nothing comes for ten seconds, or Kafka does not answer
     */
    public void awaitEnd() {
        Map<Integer, Long> wanted = ends.ends(topic);
        Progress progress = new Progress(connection, topic, Progress.PATIENCE);
        try {
            synchronized (reached) {
                while (!hasReached(wanted)) {
                    reached.wait(POLL.toMillis());
                    progress.isAt(
                            reached.values().stream().mapToLong(Long::longValue).sum());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptException(interrupted);
        }
    }

    private boolean hasReached(Map<Integer, Long> wanted) {
        return wanted.entrySet().stream().allMatch(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private void follow() {
        while (!closed) {
            try (KafkaConsumer<byte[], byte[]> opened = TopicReader.consumer(connection, thread.getName())) {
                consumer = opened;
                followWith(opened);
            } catch (WakeupException | InterruptException closing) {
                LOG.debug("{}: followed no more", topic.topic(), closing);
                return;
            } catch (RuntimeException failed) { // a record that nobody can read, too: lists would stand still
                LOG.warn("{}: cannot be followed, will be tried again: {}", topic.topic(), failed.toString());
                pause();
            }
        }
    }

    private void followWith(KafkaConsumer<byte[], byte[]> opened) {
        List<TopicPartition> partitions = TopicReader.partitions(opened, topic);
        opened.assign(partitions);
        partitions.forEach(partition -> opened.seek(partition, reached(partition.partition())));
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : opened.poll(POLL)) {
                each.accept(RawRecord.of(record));
            }
            synchronized (reached) {
                partitions.forEach(partition -> reached.put(partition.partition(), opened.position(partition)));
                reached.notifyAll();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException closing) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        Optional.ofNullable(consumer).ifPresent(KafkaConsumer::wakeup);
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        ends.close();
    }
}

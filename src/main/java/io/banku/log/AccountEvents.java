package io.banku.log;

import io.banku.account.LogEntry;
import io.banku.account.LogEntry.Readable;
import io.banku.log.TopicReader.Bounds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The events of one account up to a time, in the log's order: its partition is read from the beginning to what was its end
 * when the reading began, and only what concerns the account is looked into. An event's time is that of its decision or
 * publication; several writers' clocks may cross by moments, so that an earlier event can stand behind a later one, and all
 * of the partition has to be read.
 */
public final class AccountEvents {
    private final TopicPartition partition;
    private final byte[] account;
    private final Instant latest;
    private final EventRecords records = EventRecords.withoutDescriptions();

    private AccountEvents(int partition, String account, Instant latest) {
        this.partition = new TopicPartition(LogTopic.EVENTS.topic(), partition);
        this.account = account.getBytes(StandardCharsets.UTF_8);
        this.latest = latest;
    }

    /**
     * Reads them in constant memory.
     *
     * @param latest events of this very time are among them
     * @param goOn asked between fetches
     * @return what the partition holds; the events are all there are only if it begins at 0
     * @throws LogUnavailableException when {@code goOn} says no before the end, or nothing comes for ten seconds
     */
    public static Bounds upTo(
            Instant latest,
            String account,
            int partition,
            LogConnection connection,
            BooleanSupplier goOn,
            Consumer<LogEntry> each) {
        try (var consumer = TopicReader.consumer(connection)) {
            return new AccountEvents(partition, account, latest)
                    .read(consumer, new Progress(connection, LogTopic.EVENTS, Progress.PATIENCE), goOn, each);
        }
    }

    private Bounds read(
            KafkaConsumer<byte[], byte[]> consumer, Progress progress, BooleanSupplier goOn, Consumer<LogEntry> each) {
        List<TopicPartition> one = List.of(partition);
        consumer.assign(one);
        consumer.seekToBeginning(one);
        Bounds bounds = new Bounds(
                consumer.beginningOffsets(one).get(partition),
                consumer.endOffsets(one).get(partition));
        while (consumer.position(partition) < bounds.end()) {
            if (!goOn.getAsBoolean()) {
                throw new LogUnavailableException(
                        "BNK-5000 expected to read " + partition + " up to " + bounds.end()
                                + ", found this process ending",
                        null);
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                if (Arrays.equals(record.key(), account)) {
                    meet(record, each);
                }
            }
            progress.isAt(consumer.position(partition));
        }
        return bounds;
    }

    /** What cannot be read has no time but that of its record. */
    private void meet(ConsumerRecord<byte[], byte[]> record, Consumer<LogEntry> each) {
        LogEntry entry = records.entry(record);
        Instant time = entry instanceof Readable readable
                ? readable.recorded().time()
                : Instant.ofEpochMilli(record.timestamp());
        if (!time.isAfter(latest)) {
            each.accept(entry);
        }
    }
}

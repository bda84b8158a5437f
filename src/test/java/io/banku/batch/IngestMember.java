package io.banku.batch;

import io.banku.log.PartitionChunk;
import io.banku.log.PartitionChunkConsumer;
import io.banku.whole.Servers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A process as far as its files go: it follows the ledger and owns every feed. Each is alone in its consumer group, so
 * two of them both believe to be the owner, as a zombie and its successor do.
 */
final class IngestMember implements AutoCloseable {
    private final LedgerIndex index;
    private final FeedOwners owners;
    private final PartitionChunkConsumer consumer;
    private final Thread polling = new Thread(this::poll, "ledger");

    private IngestMember(Servers servers, Ingest ingest, BatchRoute route) {
        index = LedgerIndex.follow(servers.connection());
        owners = new FeedOwners(ingest, index, servers.connection(), Servers.TOPICS, route);
        consumer = PartitionChunkConsumer.ofRecords(properties(servers), owners, Servers.TOPICS);
    }

    static IngestMember start(Servers servers, Ingest ingest, BatchRoute route) {
        IngestMember member = new IngestMember(servers, ingest, route);
        member.polling.start();
        return member;
    }

    private static Properties properties(Servers servers) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", servers.connection().bootstrapServers());
        properties.put("group.id", "ingest-" + UUID.randomUUID());
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "none");
        properties.put("fetch.max.wait.ms", "50");
        properties.put("key.deserializer", ByteArrayDeserializer.class.getName());
        properties.put("value.deserializer", ByteArrayDeserializer.class.getName());
        return properties;
    }

    private void poll() {
        try (consumer) {
            consumer.subscribe(List.of("banku.batches"), new ConsumerRebalanceListener() {
                @Override
                public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

                @Override
                public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
            });
            while (true) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> owners.follow((PartitionChunk) record.value()));
            }
        } catch (WakeupException closing) {
            owners.stop();
        }
    }

    List<DueFile> missing(Instant now) {
        return index.missingSoFar(now);
    }

    boolean has(String feed) {
        return owners.has(feed);
    }

    /** What the reader of the ledger says when records are gone that it has not read. */
    void lacks(String feed, String what) {
        owners.gap(owners.partition(feed), what);
    }

    List<Standing> standing() {
        return owners.standing();
    }

    /** Returns when its threads have ended. */
    @Override
    public void close() {
        owners.stop();
        consumer.wakeup();
        try {
            polling.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        index.close();
    }
}

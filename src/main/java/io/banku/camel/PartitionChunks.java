package io.banku.camel;

import io.banku.log.KnownTopics;
import io.banku.log.PartitionChunkConsumer;
import io.banku.log.Positions;
import java.util.Properties;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.consumer.Consumer;

/** Gives a kafka endpoint consumers that deliver one exchange per partition and poll, its body a PartitionChunk. */
public final class PartitionChunks extends DefaultKafkaClientFactory {
    private final Positions positions;
    private final KnownTopics topics;
    private final Opening opening;

    private interface Opening {
        PartitionChunkConsumer open(Properties properties, Positions positions, KnownTopics topics);
    }

    private PartitionChunks(Positions positions, KnownTopics topics, Opening opening) {
        this.positions = positions;
        this.topics = topics;
        this.opening = opening;
    }

    /** Chunks of records as they are. */
    public static PartitionChunks ofRecords(Positions positions, KnownTopics topics) {
        return new PartitionChunks(positions, topics, PartitionChunkConsumer::ofRecords);
    }

    /** Chunks of entries about accounts. */
    public static PartitionChunks ofEvents(Positions positions, KnownTopics topics) {
        return new PartitionChunks(positions, topics, PartitionChunkConsumer::ofEvents);
    }

    @Override
    @SuppressWarnings("rawtypes") // the type that Camel's factory has
    public Consumer getConsumer(Properties properties) {
        return opening.open(properties, positions, topics);
    }
}

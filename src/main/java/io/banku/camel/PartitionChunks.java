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

    public PartitionChunks(Positions positions, KnownTopics topics) {
        this.positions = positions;
        this.topics = topics;
    }

    @Override
    @SuppressWarnings("rawtypes") // the type that Camel's factory has
    public Consumer getConsumer(Properties properties) {
        return new PartitionChunkConsumer(properties, positions, topics);
    }
}

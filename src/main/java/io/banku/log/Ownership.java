package io.banku.log;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** Has a consumer take partitions over at their stored positions and forget those that go. */
final class Ownership implements ConsumerRebalanceListener {
    private final PartitionChunkConsumer consumer;
    private final ConsumerRebalanceListener listener;

    /** @param listener who else wants to know */
    Ownership(PartitionChunkConsumer consumer, ConsumerRebalanceListener listener) {
        this.consumer = consumer;
        this.listener = listener;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        listener.onPartitionsAssigned(partitions);
        consumer.assigned(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        consumer.reportNow();
        consumer.forget(partitions);
        listener.onPartitionsRevoked(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        consumer.forget(partitions);
        listener.onPartitionsLost(partitions);
    }

    static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toList();
    }
}

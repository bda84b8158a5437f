package io.banku.log;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How a consumer of chunks is moved by its own rooms: what others ask of it, it takes as a hint. */
interface Moves {
    void seek(TopicPartition partition, OffsetAndMetadata place);

    void pause(TopicPartition partition);

    void resume(TopicPartition partition);
}

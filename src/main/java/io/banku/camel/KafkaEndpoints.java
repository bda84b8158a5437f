package io.banku.camel;

import io.banku.log.LogConnection;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.PollOnError;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What all kafka endpoints share. Correctness does not hang on Camel's error options: a chunk that is not done comes
 * again, and the stored position decides. {@code auto.offset.reset=none}: a gap is an alarm, never a skip.
 */
public final class KafkaEndpoints {
    private KafkaEndpoints() {}

    public static void configure(KafkaComponent kafka, LogConnection connection) {
        KafkaConfiguration shared = kafka.getConfiguration();
        shared.setBrokers(connection.bootstrapServers());
        shared.setAutoCommitEnable(false);
        shared.setAllowManualCommit(false);
        shared.setBreakOnFirstError(false);
        shared.setPollOnError(PollOnError.RECONNECT);
        shared.setAutoOffsetReset("none");
        shared.setIsolationLevel("read_committed");
        shared.setMaxPollRecords(5_000);
        shared.setPollTimeoutMs(500L);
        shared.setSessionTimeoutMs(10_000);
        shared.setHeartbeatIntervalMs(3_000);
        shared.setKeyDeserializer(ByteArrayDeserializer.class.getName());
        shared.setValueDeserializer(ByteArrayDeserializer.class.getName());
        shared.setCompressionCodec(connection.compression());
        shared.setAdditionalProperties(connection.watching("api")); // what has a group is shown by that
        // A single factory in the registry would be wired into every endpoint, producers too: each names its own.
        kafka.setAutowiredEnabled(false);
    }
}

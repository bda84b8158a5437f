package io.banku.whole;

import io.banku.account.Command;
import io.banku.command.CommandRecords;
import io.banku.command.Submission;
import io.banku.log.EventLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Appends commands as whoever takes them in over HTTP does. One thread. */
final class CommandWriter implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    CommandWriter(Servers servers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.connection().bootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void send(String id, Command command) {
        Submission submission = new Submission(id, command, "test", Instant.now());
        var record = new ProducerRecord<>(
                "banku.commands",
                EventLog.partition(command.account(), Servers.PARTITIONS),
                CommandRecords.key(submission).getBytes(StandardCharsets.UTF_8),
                CommandRecords.value(submission));
        CommandRecords.headers(submission)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        sent.add(producer.send(record));
    }

    /** Returns when everything is in the log. */
    void flush() throws ExecutionException, InterruptedException {
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
        sent.clear();
    }

    @Override
    public void close() {
        producer.close();
    }
}

package io.banku.bench.peers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.connect.cli.ConnectStandalone;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.standalone.StandaloneHerder;
import org.apache.kafka.connect.util.FutureCallback;

/**
 * Kafka Connect's FileStreamSource in a standalone worker, as in Kafka's quickstart: each line is a value, without a key and
 * without a transaction. It reads lines only, so it is given the records as text; nothing is decoded.
 */
final class KafkaConnect implements Peer {
    private static final long BETWEEN_LOOKS_MILLIS = 20;

    private final Topic topic;
    private final Connect<StandaloneHerder> worker;
    private final Admin admin;
    private int connectors;

    private KafkaConnect(Topic topic, Connect<StandaloneHerder> worker) {
        this.topic = topic;
        this.worker = worker;
        this.admin = Admin.create(Map.of("bootstrap.servers", topic.bootstrapServers()));
    }

    static KafkaConnect start(Topic topic) throws Exception {
        Path offsets = Files.createTempFile("offsets", ".dat");
        Connect<StandaloneHerder> worker = new ConnectStandalone()
                .startConnect(Map.of(
                        "bootstrap.servers", topic.bootstrapServers(),
                        "listeners", "http://127.0.0.1:0",
                        "key.converter", "org.apache.kafka.connect.storage.StringConverter",
                        "value.converter", "org.apache.kafka.connect.storage.StringConverter",
                        "plugin.discovery", "service_load",
                        "offset.storage.file.filename", offsets.toString()));
        return new KafkaConnect(topic, worker);
    }

    /** Its connector follows the file for ever: it is done when the topic has as many records more as the file has lines. */
    @Override
    public void take(Path file) throws Exception {
        long expected = topic.records(admin);
        try (Stream<String> lines = Files.lines(file)) {
            expected += lines.count();
        }
        String name = "file-" + ++connectors;
        FutureCallback<Object> answer = new FutureCallback<>();
        worker.herder()
                .putConnectorConfig(
                        name,
                        Map.of(
                                "name",
                                name,
                                "connector.class",
                                "org.apache.kafka.connect.file.FileStreamSourceConnector",
                                "tasks.max",
                                "1",
                                "file",
                                file.toString(),
                                "topic",
                                topic.name()),
                        false,
                        (failure, created) -> answer.onCompletion(failure, created));
        answer.get(1, TimeUnit.MINUTES);
        while (topic.records(admin) < expected) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    @Override
    public void close() {
        admin.close();
        worker.stop();
    }
}

package io.banku.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    private static final TopicPartition FACTS = new TopicPartition("facts", 0);

    @TempDir
    Path directory;

    @Test
    void aCommittedRecordIsThereAgainAfterARestartOnTheSameDirectory() throws Exception {
        try (var kafka = EmbeddedKafka.start(directory, 0)) {
            createTopic(kafka);
            commit(kafka, "opened 4711");
        }

        try (var kafka = EmbeddedKafka.start(directory, 0)) {
            assertThat(read(kafka)).containsExactly("opened 4711");
            assertThatThrownBy(() -> EmbeddedKafka.start(directory, 0))
                    .as("the directory is taken")
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("expected " + directory + " to be its own, found it in use");
        }
    }

    @Test
    void aTakenPortIsAnErrorThatNamesIt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedKafka.start(directory, taken.getLocalPort()))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("expected port " + taken.getLocalPort() + " of 127.0.0.1 to be free");
        }
    }

    private static void createTopic(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(FACTS.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void commit(EmbeddedKafka kafka, String fact) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "test");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(FACTS.topic(), fact));
            producer.commitTransaction();
        }
    }

    private static List<String> read(EmbeddedKafka kafka) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(FACTS));
            consumer.seekToBeginning(List.of(FACTS));
            return consumer.poll(Duration.ofSeconds(30)).records(FACTS).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }
}

package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What {@code banku.kafka.compression} may say: the broker's segments are so compressed, Kafka's own consumer reads each, and
 * all but one take less room.
 */
@Tag("long")
@ExtendWith(LocalKafka.class)
class CompressionTest {
    private static final int PARTITIONS = 6;
    private static final int EVENTS = 500;

    private final LogConnection kafka;

    CompressionTest(LogConnection kafka) {
        this.kafka = kafka;
    }

    @BeforeAll
    static void theTopicsAreThere(LogConnection kafka) {
        try (Topics topics = new Topics(kafka, new Topics.Shape(PARTITIONS, (short) 1, 1))) {
            topics.init();
        }
    }

    @Test
    void eachCodecIsWrittenIsReadAndTakesLessRoomThanNone() throws Exception {
        Map<String, Long> bytes = new HashMap<>();
        for (String codec : List.of("none", "gzip", "snappy", "lz4", "zstd")) {
            String account = codec + "-" + UUID.randomUUID();
            long before = stored();

            write(codec, account);

            bytes.put(codec, stored() - before);
            assertThat(codecsOf(account)).containsExactly(codec);
            await(codec)
                    .untilAsserted(
                            () -> assertThat(read(account)).isEqualTo(EVENTS)); // the marker comes a little later
        }

        long plain = bytes.remove("none");
        assertThat(bytes).allSatisfy((codec, size) -> assertThat(size).as(codec).isLessThan(plain / 2));
    }

    private void write(String codec, String account) throws Exception {
        LogConnection compressing = new LogConnection(kafka.bootstrapServers(), codec, Map.of());
        Money one = Money.parse("1.00", Currency.getInstance("EUR"));
        try (EventLog log = EventLog.open(compressing, account, KnownTopics.unwatched(PARTITIONS))) {
            log.begin();
            for (int i = 0; i < EVENTS; i++) {
                var event = new MoneyDeposited(account, one, null, "SALARY", null);
                log.append(new RecordedEvent(
                        account + "/" + i, event, new FromBatch("daily", account, i + 1), Instant.EPOCH));
            }
            log.commit();
        }
    }

    /** Bytes of all partitions of the events. */
    private long stored() throws Exception {
        return brokersFolders().values().stream()
                .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                .filter(replica -> replica.getKey().topic().equals("banku.events"))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }

    /** How the batches are compressed that have events of an account, as they lie on the broker's disk. */
    private Set<String> codecsOf(String account) throws Exception {
        Set<String> codecs = new TreeSet<>();
        String partition = "banku.events-" + EventLog.partition(account, PARTITIONS);
        for (String folder : brokersFolders().keySet()) {
            File segment =
                    Path.of(folder, partition, "00000000000000000000.log").toFile();
            FileRecords records = FileRecords.open(segment, false);
            try {
                for (RecordBatch batch : records.batches()) {
                    for (Record record : batch) {
                        if (record.hasKey() && account.equals(Utils.utf8(record.key()))) {
                            codecs.add(batch.compressionType().name);
                        }
                    }
                }
            } finally {
                records.closeHandlers(); // close() would cut off what the broker has written meanwhile
            }
        }
        return codecs;
    }

    private Map<String, LogDirDescription> brokersFolders() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            int broker = admin.describeCluster().nodes().get().iterator().next().id();
            return admin.describeLogDirs(List.of(broker))
                    .allDescriptions()
                    .get()
                    .get(broker);
        }
    }

    private int read(String account) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false");
        int read = 0;
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("banku.events", EventLog.partition(account, PARTITIONS));
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                    read += account.equals(record.key()) && record.value().contains("\"SALARY\"") ? 1 : 0;
                }
            }
        }
        return read;
    }
}

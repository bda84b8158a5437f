package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.camel.metrics.Metrics;
import io.banku.embedded.EmbeddedKafka;
import io.banku.log.LogConnection;
import io.banku.log.LogTips;
import io.banku.log.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntToLongFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A view that does not get on is seen, whatever keeps it. */
@Tag("long")
class ProjectionWatchTest {
    private static final int PARTITIONS = 2;

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-27T01:00:00Z"));
    private final AtomicLong position = new AtomicLong();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private EmbeddedKafka kafka;
    private LogConnection connection;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void theLogIsThereAndOneTransactionOfItIsOpen() throws Exception {
        kafka = EmbeddedKafka.start(folder, 0);
        connection = new LogConnection(kafka.bootstrapServers(), Map.of());
        try (Topics topics = new Topics(connection, new Topics.Shape(PARTITIONS, (short) 1, 1))) {
            topics.init();
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "somebody-else"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("banku.events", 0, null, new byte[] {'{', '}'}))
                .get();
    }

    @AfterEach
    void itEnds() {
        producer.close(Duration.ZERO);
        kafka.close();
    }

    @Test
    void aTransactionThatHangsIsNamedUntilItEnds() {
        try (ProjectionWatch watch = watch(partition -> position.get())) {
            await().until(() -> watch.stand(0).isPresent());
            assertThat(watch.fault(0)).isEmpty();

            now.set(now.get().plusSeconds(40));

            await().untilAsserted(() -> assertThat(watch.fault(0))
                    .hasValueSatisfying(fault -> assertThat(fault)
                            .startsWith(
                                    "BNK-5027 partition 0: expected the view to get on to 1, where the log ends, found it at 0")
                            .contains("it is kept by a transaction of transactional id somebody-else (producer id ")
                            .contains("open since offset 0")));
            assertThat(watch.standing(0)).isEqualTo(Duration.ofSeconds(40));
            assertThat(registry.get("banku.projection.standing.seconds")
                            .tag("partition", "0")
                            .gauge()
                            .value())
                    .isEqualTo(40);
            assertThat(watch.fault(1)).isEmpty();

            producer.abortTransaction();
            position.set(2);

            await().untilAsserted(() -> assertThat(watch.fault(0)).isEmpty());
            assertThat(watch.standing(0)).isZero();
        }
    }

    @Test
    void aViewThatCannotBeAskedStandsAndSaysWhy() {
        IntToLongFunction away = partition -> {
            throw new IllegalStateException("BNK-6012 no master");
        };
        producer.commitTransaction();
        try (ProjectionWatch watch = watch(away)) {
            await().until(() -> watch.stand(0).isPresent());

            now.set(now.get().plusSeconds(31));

            await().untilAsserted(() -> assertThat(watch.fault(0))
                    .hasValueSatisfying(fault -> assertThat(fault).contains("it is kept by BNK-6012 no master")));
        }
    }

    @Test
    void aViewThatGetsOnDoesNotStandHoweverFarItIsBehind() {
        for (int i = 0; i < 50; i++) {
            producer.send(new ProducerRecord<>("banku.events", 0, null, new byte[] {'{', '}'}));
        }
        producer.commitTransaction();
        try (ProjectionWatch watch = watch(partition -> position.incrementAndGet() / PARTITIONS)) {
            await().until(() -> watch.stand(0).isPresent());
            long before = position.get();
            now.set(now.get().plusSeconds(31));

            await().until(() -> position.get() > before + PARTITIONS);

            assertThat(watch.fault(0)).isEmpty();
        }
    }

    private ProjectionWatch watch(IntToLongFunction positions) {
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        ProjectionWatch watch = new ProjectionWatch(
                new LogTips(connection, PARTITIONS), positions, PARTITIONS, clock, new Metrics(registry, clock));
        watch.start();
        return watch;
    }
}

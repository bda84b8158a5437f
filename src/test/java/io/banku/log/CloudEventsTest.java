package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event;
import io.banku.account.Origin;
import io.banku.account.RandomEvents;
import io.banku.account.RecordedEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The official SDK of CloudEvents for Java reads every type of event from the topic, with all that it says. */
@ExtendWith(LocalKafka.class)
class CloudEventsTest {
    private static final int PARTITIONS = 6;
    private static final KnownTopics TOPICS = KnownTopics.unwatched(PARTITIONS);
    private static final Instant TIME = Instant.parse("2026-11-21T22:15:02.123456789Z");

    private final LogConnection kafka;
    private final String own = "cloud-events-" + UUID.randomUUID();

    CloudEventsTest(LogConnection kafka) {
        this.kafka = kafka;
    }

    @BeforeAll
    static void theTopicsAreThere(LogConnection kafka) {
        try (Topics topics = new Topics(kafka, new Topics.Shape(PARTITIONS, (short) 1, 1))) {
            topics.init();
        }
    }

    @Test
    void everyTypeOfEventIsReadWithAllItsAttributes() throws Exception {
        Map<String, RecordedEvent> written = new HashMap<>();
        Set<Class<?>> types = new HashSet<>();
        try (EventLog log = EventLog.open(kafka, own, TOPICS)) {
            RandomEvents randomly = new RandomEvents(7);
            log.begin();
            log.appendMarker(0, "DeciderStarted", own, TIME);
            for (long offset = 0; offset < 300; offset++) {
                RecordedEvent random = randomly.recorded(own, offset);
                RecordedEvent event = new RecordedEvent(own + "/" + offset, random.event(), random.origin(), TIME);
                log.append(event);
                written.put(event.id(), event);
                types.add(event.event().getClass());
            }
            log.commit();
        }
        assertThat(types)
                .as("every type")
                .containsExactlyInAnyOrderElementsOf(leaves(Event.class).collect(Collectors.toSet()));

        List<CloudEvent> read = read();

        assertThat(read).hasSize(written.size() + 1);
        for (CloudEvent event : read) {
            assertThat(event.getSpecVersion()).hasToString("1.0");
            assertThat(event.getTime()).isEqualTo(OffsetDateTime.ofInstant(TIME, ZoneOffset.UTC));
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(event.getDataSchema()).isEqualTo(URI.create(EventSchemas.name(event.getType())));
            if (event.getType().equals("DeciderStarted")) {
                assertThat(event.getSubject()).isNull();
            } else {
                isAsWritten(event, written.get(event.getId()));
            }
        }
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CloudEventsTest::leaves)
                : Stream.of(type);
    }

    private static void isAsWritten(CloudEvent event, RecordedEvent written) {
        assertThat(event.getType()).isEqualTo(written.event().getClass().getSimpleName());
        assertThat(event.getSubject()).isEqualTo(written.account());
        assertThat(event.getData().toBytes())
                .isEqualTo(new EventWriter().value(written, written.account().getBytes(StandardCharsets.UTF_8)));
        if (written.origin() instanceof Origin.FromCommand from) {
            assertThat(event.getExtension("commandid")).isEqualTo(from.commandId());
            assertThat(event.getExtension("fingerprint")).isEqualTo(from.fingerprint());
            assertThat(event.getExtension("commandoffset")).isEqualTo(Long.toString(from.commandOffset()));
            assertThat(event.getExtension("commandtime"))
                    .isEqualTo(from.commandTime().toString());
        } else if (written.origin() instanceof Origin.FromTransfer from) {
            assertThat(event.getExtensionNames()).containsExactly("commandid");
            assertThat(event.getExtension("commandid")).isEqualTo(from.commandId());
        } else {
            assertThat(event.getExtensionNames()).isEmpty();
            assertThat(event.getSource()).hasToString("/feeds/" + ((Origin.FromBatch) written.origin()).feed());
        }
    }

    /** As a program does that knows nothing but the SDK and Kafka's client. */
    private List<CloudEvent> read() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false");
        List<CloudEvent> read = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new CloudEventDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("banku.events").stream()
                    .map(found -> new TopicPartition("banku.events", found.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, CloudEvent> record : consumer.poll(Duration.ofMillis(100))) {
                    if (own.equals(record.key()) || record.value().getId().equals(own)) {
                        read.add(record.value());
                    }
                }
            }
        }
        return read;
    }
}

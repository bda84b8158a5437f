package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.banku.outside.Sight;
import io.banku.outside.Sight.Grade;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalKafka.class)
class TopicsTest {
    private static final List<String> ALL =
            Arrays.stream(LogTopic.values()).map(LogTopic::topic).toList();

    private final LogConnection kafka;
    private final Admin admin;
    private final Topics topics;

    TopicsTest(LogConnection kafka) {
        this.kafka = kafka;
        admin = Admin.create(kafka.with(Map.of()));
        topics = new Topics(kafka, new Topics.Shape(6, (short) 1, 1));
    }

    @BeforeEach
    void noTopicIsThere() throws Exception {
        Set<String> present = admin.listTopics().names().get();
        admin.deleteTopics(ALL.stream().filter(present::contains).toList())
                .all()
                .get();
        await().until(() -> admin.listTopics().names().get().stream().noneMatch(ALL::contains));
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        noTopicIsThere();
        topics.close();
        admin.close();
    }

    @Test
    void initCreatesWhatIsMissingAndThenNothing() {
        assertThat(topics.init()).isEqualTo(ALL);
        assertThat(topics.init()).isEmpty();
        assertThat(topics.check()).isEmpty();
    }

    @Test
    void initAddsTheOneThatIsMissing() throws Exception {
        topics.init();
        admin.deleteTopics(List.of("banku.rejects")).all().get();
        await().until(() -> !admin.listTopics().names().get().contains("banku.rejects"));

        assertThat(topics.init()).containsExactly("banku.rejects");
    }

    @Test
    void checkTellsEveryTopicThatIsMissing() {
        assertThat(topics.check())
                .containsExactlyElementsOf(ALL.stream()
                        .map(name ->
                                "BNK-5001 topic " + name + ": expected to be there, found none; try: banku topics init")
                        .toList());
    }

    @Test
    void checkTellsAnotherNumberOfPartitions() {
        topics.init();
        try (Topics others = new Topics(kafka, new Topics.Shape(12, (short) 1, 1))) {
            assertThat(others.check())
                    .hasSize(ALL.size())
                    .contains(
                            "BNK-5002 topic banku.events: expected 12 partitions (banku.partitions), found 6; the number"
                                    + " of partitions can only change by replaying into new topics");
        }
    }

    @Test
    void checkTellsASettingByWhichFactsWouldBeLost() throws Exception {
        topics.init();
        set("banku.events", "retention.ms", "604800000");
        set("banku.commands", "message.timestamp.type", "CreateTime");
        set("banku.batches", "cleanup.policy", "delete");

        await().untilAsserted(() -> assertThat(topics.check())
                .containsExactly(
                        "BNK-5003 topic banku.events: expected retention.ms=-1, found 604800000; facts would be lost or"
                                + " reordered: set it with kafka-configs --alter",
                        "BNK-5003 topic banku.commands: expected message.timestamp.type=LogAppendTime, found CreateTime;"
                                + " facts would be lost or reordered: set it with kafka-configs --alter",
                        "BNK-5003 topic banku.batches: expected cleanup.policy=compact, found delete; facts would be lost"
                                + " or reordered: set it with kafka-configs --alter"));
    }

    @Test
    void checkTellsThatALargeRecordWouldNotBeTaken() throws Exception {
        topics.init();
        set("banku.rejects", "max.message.bytes", "999999");
        LogConnection smaller = new LogConnection(kafka.bootstrapServers(), Map.of("max.request.size", "65536"));

        try (Topics checked = new Topics(smaller, new Topics.Shape(6, (short) 1, 1))) {
            await().untilAsserted(() -> assertThat(checked.check())
                    .containsExactly(
                            "BNK-5003 topic banku.rejects: expected max.message.bytes=1000000 at least, found 999999; a"
                                    + " large record would hold its batch: set it with kafka-configs --alter",
                            "BNK-5003 banku.kafka.properties.max.request.size: expected 1000000 at least, found 65536; a"
                                    + " large record would hold its batch: leave it out, or make it larger"));
        }
    }

    @Test
    void checkTellsThatARecordCouldBeLostWithABroker() throws Exception {
        topics.init();
        set("banku.events", "unclean.leader.election.enable", "true");
        try (Topics safer = new Topics(kafka, new Topics.Shape(6, (short) 3, 2))) {
            await().untilAsserted(() -> assertThat(safer.check())
                    .hasSize(1 + 2 * ALL.size())
                    .contains(
                            "BNK-5003 topic banku.events: expected unclean.leader.election.enable=false, found true; facts"
                                    + " would be lost or reordered: set it with kafka-configs --alter",
                            "BNK-5024 topic banku.batches: expected 3 copies of each partition (banku.replication-factor),"
                                    + " found one with 1; what was acknowledged could be lost with a broker: add copies with"
                                    + " kafka-reassign-partitions, or say that fewer are meant",
                            "BNK-5024 topic banku.rejects: expected min.insync.replicas=2 at least"
                                    + " (banku.min-insync-replicas), found 1; what was acknowledged could be lost with a"
                                    + " broker: set it with kafka-configs --alter"));
        }
    }

    @Test
    void partitionsBeyondOursAreNoFaultWhileNothingIsInThem() throws Exception {
        topics.init();
        try (Topics fewer = new Topics(kafka, new Topics.Shape(5, (short) 1, 1))) {
            assertThat(fewer.check()).isEmpty();

            write("banku.events", 5);

            assertThat(fewer.check())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "BNK-5002 topic banku.events: expected 5 partitions (banku.partitions), found 6, and records"
                                    + " in those that are not ours");
        }
    }

    private void write(String topic, int partition) throws Exception {
        writeAt(topic, partition, null);
    }

    /** @param time null for that of the writer */
    private void writeAt(String topic, int partition, Instant time) throws Exception {
        try (var producer =
                new KafkaProducer<>(kafka.with(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            Long stamp = time == null ? null : time.toEpochMilli();
            producer.send(new ProducerRecord<>(topic, partition, stamp, null, new byte[] {1}))
                    .get();
        }
    }

    @Test
    void aRecordOfTomorrowTellsThatTheClocksDiffer() throws Exception {
        topics.init();
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        write("banku.commands", 4); // by the broker's clock, which is this machine's
        assertThat(clocks().grade()).isEqualTo(Grade.OK);
        assertThat(clocks().words())
                .startsWith("no record lies in this machine's future, the newest is of " + Year.now(ZoneOffset.UTC));

        set("banku.events", "message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        await().ignoreExceptions().untilAsserted(() -> writeAt("banku.events", 3, tomorrow));

        assertThat(clocks().grade()).isEqualTo(Grade.WARNING);
        assertThat(clocks().words())
                .startsWith("BNK-5034 expected no record from this machine's future, found topic banku.events,"
                        + " partition 3, offset 0 of " + tomorrow + ", 8639")
                .contains(
                        "this machine's clock is behind, or that of the broker or the process which wrote it was ahead");
    }

    @Test
    void withoutRecordsNoClockIsCompared() {
        topics.init();

        assertThat(clocks().grade()).isEqualTo(Grade.OK);
        assertThat(clocks().words()).startsWith("cannot be compared yet: ");
    }

    private Sight clocks() {
        return topics.sights().stream()
                .filter(sight -> sight.thing().equals("clocks"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLogIsAnotherOneWhenItsTopicWasDeletedAndMadeAgain() throws Exception {
        topics.init();
        String first = topics.logId();
        assertThat(topics.logId()).isEqualTo(first);

        noTopicIsThere();
        topics.init();

        assertThat(topics.logId()).isNotEqualTo(first);
    }

    @Test
    void aKafkaThatDoesNotAnswerIsToldWithItsAddress() {
        Map<String, String> impatient = Map.of("default.api.timeout.ms", "300", "request.timeout.ms", "200");
        LogConnection nobody = new LogConnection("127.0.0.1:1", impatient);
        try (Topics unreachable = new Topics(nobody, new Topics.Shape(6, (short) 1, 1))) {
            assertThatThrownBy(unreachable::check)
                    .isInstanceOf(LogUnavailableException.class)
                    .hasMessageStartingWith("BNK-5000 expected Kafka at 127.0.0.1:1, found: ");
        }
    }

    private void set(String topic, String name, String value) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    }
}

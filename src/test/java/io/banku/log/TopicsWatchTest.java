package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody does something to the topics while the process runs. */
@ExtendWith(LocalKafka.class)
class TopicsWatchTest {
    private static final List<String> ALL =
            Arrays.stream(LogTopic.values()).map(LogTopic::topic).toList();
    private static final int PARTITIONS = 3;

    private final LogConnection kafka;
    private final Admin admin;
    private TopicsWatch watch;

    TopicsWatchTest(LogConnection kafka) {
        this.kafka = kafka;
        this.admin = Admin.create(kafka.with(Map.of()));
    }

    @BeforeEach
    void theTopicsAreThereAndWatched() throws Exception {
        delete(ALL);
        Topics topics = new Topics(kafka, new Topics.Shape(PARTITIONS, (short) 1, 1));
        topics.init();
        watch = TopicsWatch.start(topics, Duration.ofMillis(20));
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        watch.close();
        delete(ALL);
        admin.close();
    }

    @Test
    void anEventGoesToTheSamePartitionAfterSomebodyAddedSome() throws Exception {
        Map<String, Set<Integer>> before;
        try (EventLog log = EventLog.open(kafka, "watched", watch)) {
            before = append(log);
        }

        admin.createPartitions(Map.of("banku.events", NewPartitions.increaseTo(PARTITIONS + 4)))
                .all()
                .get();
        awaitFault("BNK-5021 topic banku.events: expected 3 partitions as at the start, found 7; ");

        try (EventLog later = EventLog.open(kafka, "later", watch)) {
            assertThat(append(later))
                    .isEqualTo(before)
                    .allSatisfy((account, partitions) -> assertThat(partitions).hasSize(1));
        }
        assertThat(watch.replaced()).isEmpty();
    }

    @Test
    void nothingIsAppendedToATopicThatWasDeletedAndMadeAgain() throws Exception {
        try (EventLog log = EventLog.open(kafka, "watched", watch)) {
            append(log);
            delete(List.of("banku.batches"));
            awaitFault("BNK-5022 topic banku.batches: expected the one with the id " + watch.id(LogTopic.BATCHES)
                    + ", found none; ");
            try (Topics again = new Topics(kafka, new Topics.Shape(PARTITIONS, (short) 1, 1))) {
                again.init();
            }
            awaitFault(", found one with the id ");

            assertThatThrownBy(log::begin)
                    .isInstanceOf(AppendFailedException.class)
                    .hasMessageStartingWith("BNK-5022 topic banku.batches: ");
            assertThat(watch.faults()).noneMatch(fault -> fault.contains("topics init"));
        }
    }

    @Test
    void aSettingThatIsChangedMeanwhileIsSeenAndItsEndToo() throws Exception {
        set("banku.rejects", "retention.ms", "604800000");
        awaitFault("BNK-5003 topic banku.rejects: expected retention.ms=-1, found 604800000;");

        set("banku.rejects", "retention.ms", "-1");

        await().until(() -> watch.faults().isEmpty());
    }

    private void awaitFault(String start) {
        await().untilAsserted(() -> assertThat(watch.faults()).anyMatch(fault -> fault.contains(start)));
    }

    /** Twenty accounts, one event each. @return in which partitions each account's events are now */
    private Map<String, Set<Integer>> append(EventLog log) throws Exception {
        log.begin();
        for (int i = 0; i < 20; i++) {
            String account = "A" + i;
            Money amount = new Money(100, Currency.getInstance("EUR"));
            log.append(new RecordedEvent(
                    account,
                    new MoneyDeposited(account, amount, null, null, null),
                    new FromBatch("feed", "batch", i + 1),
                    Instant.EPOCH));
        }
        log.commit();
        Map<String, Set<Integer>> partitions = new TreeMap<>();
        TopicReader.read(
                kafka,
                LogTopic.EVENTS,
                record -> partitions
                        .computeIfAbsent(record.key(), account -> new TreeSet<>())
                        .add(record.partition()));
        return partitions;
    }

    private void set(String topic, String name, String value) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    }

    private void delete(List<String> topics) throws Exception {
        Set<String> present = admin.listTopics().names().get();
        admin.deleteTopics(topics.stream().filter(present::contains).toList())
                .all()
                .get();
        await().until(() -> admin.listTopics().names().get().stream().noneMatch(topics::contains));
    }
}

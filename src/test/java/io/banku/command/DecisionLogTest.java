package io.banku.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.banku.account.Event.CommandDeclined;
import io.banku.account.LogEntry;
import io.banku.account.Origin.FromCommand;
import io.banku.account.RecordedEvent;
import io.banku.log.AppendFailedException;
import io.banku.log.KnownTopics;
import io.banku.log.LocalKafka;
import io.banku.log.LogConnection;
import io.banku.log.LogEnds;
import io.banku.log.LogTopic;
import io.banku.log.RawRecord;
import io.banku.log.RecentEnds;
import io.banku.log.TopicReader;
import io.banku.log.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Taking a partition over, against a real broker. */
@ExtendWith(LocalKafka.class)
class DecisionLogTest {
    /** As every test of this broker has it: whoever is first makes the topics. */
    private static final int PARTITIONS = 6;

    private static final int PARTITION = 4;

    private final LogConnection kafka;
    private final LogEnds ends;
    private final DecisionLog log;
    private final String account = accountOf(PARTITION);

    DecisionLogTest(LogConnection kafka) {
        this.kafka = kafka;
        this.ends = new LogEnds(kafka);
        this.log = new FencedDecisionLog(
                kafka,
                ends,
                new RecentEnds(ends, LogTopic.EVENTS, PARTITIONS, Duration.ofSeconds(10)),
                KnownTopics.unwatched(PARTITIONS),
                Clock.systemUTC());
    }

    @BeforeAll
    static void theTopicsAreThere(LogConnection kafka) {
        try (Topics topics = new Topics(kafka, new Topics.Shape(PARTITIONS, (short) 1, 1))) {
            topics.init();
        }
    }

    @AfterEach
    void nothingIsLeft() {
        ends.close();
    }

    @Test
    void theEndIsBehindWhatIsCommittedAndBeforeWhatIsNot() throws Exception {
        try (DecisionLog.Hand hand = log.takeOver(PARTITION)) {
            long told = hand.append(List.of(declined("c-1"))).get(0).offset();

            // the transaction's marker takes an offset, and is written after the commit is answered
            await().untilAsserted(() -> assertThat(log.end(PARTITION)).isEqualTo(told + 2));
        }
    }

    @Test
    void noRecordFromTheMarkerOnIsOfAnEarlierEpochThanTheHandSays() throws Exception {
        try (DecisionLog.Hand hand = log.takeOver(PARTITION)) {
            assertThat(hand.epoch())
                    .hasValue(ends.leaderEpoch(LogTopic.EVENTS, PARTITION).orElseThrow());
        }
    }

    @Test
    void takingOverLeavesAMarkerThatIsAboutNoAccount() throws Exception {
        try (DecisionLog.Hand hand = log.takeOver(PARTITION)) {
            RawRecord marker = records().get(records().size() - 1);

            assertThat(marker.offset()).isEqualTo(hand.marker());
            assertThat(marker.key()).isNull();
            assertThat(marker.headers()).containsEntry("ce_type", "DeciderStarted");
        }
    }

    @Test
    void whatIsDecidedIsInTheLogWithTheOffsetThatWasTold() throws Exception {
        try (DecisionLog.Hand hand = log.takeOver(PARTITION)) {
            List<LogEntry.Readable> told = hand.append(List.of(declined("c-1"), declined("c-2")));

            List<RawRecord> own = ownRecords(2);
            assertThat(own)
                    .extracting(record -> record.headers().get("ce_commandid"))
                    .containsExactly("c-1", "c-2");
            assertThat(told)
                    .extracting(LogEntry::offset)
                    .containsExactly(own.get(0).offset(), own.get(1).offset());
            assertThat(told.get(0).offset()).isGreaterThan(hand.marker());
        }
    }

    @Test
    void whoTakesOverFencesThePredecessor() throws Exception {
        try (DecisionLog.Hand first = log.takeOver(PARTITION)) {
            first.append(List.of(declined("c-1")));
            try (DecisionLog.Hand second = log.takeOver(PARTITION)) {
                assertThatThrownBy(() -> first.append(List.of(declined("c-2"))))
                        .isInstanceOf(AppendFailedException.class);
                second.append(List.of(declined("c-3")));
            }
        }

        assertThat(ownRecords(2))
                .extracting(record -> record.headers().get("ce_commandid"))
                .containsExactly("c-1", "c-3");
    }

    @Test
    void everyPartitionHasAHandOfItsOwn() throws Exception {
        try (DecisionLog.Hand first = log.takeOver(PARTITION);
                DecisionLog.Hand other = log.takeOver(PARTITION + 1)) {
            first.append(List.of(declined("c-1")));

            assertThat(other.marker()).isNotNegative();
            assertThat(ownRecords(1)).hasSize(1);
        }
    }

    @Test
    void eventsOfOtherPartitionsOnlyAreNoDecisionOfThisOne() throws Exception {
        try (DecisionLog.Hand hand = log.takeOver(PARTITION + 1)) {
            assertThatThrownBy(() -> hand.append(List.of(declined("c-1"))))
                    .isInstanceOf(AppendFailedException.class)
                    .hasMessageContaining("expected a record of partition " + (PARTITION + 1));
        }
    }

    private static String accountOf(int partition) {
        String own = UUID.randomUUID().toString();
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> own + "-" + i)
                .filter(id -> new Partitioning(PARTITIONS).of(id) == partition)
                .findFirst()
                .orElseThrow();
    }

    private RecordedEvent declined(String id) {
        return new RecordedEvent(
                id + "/0",
                new CommandDeclined(account, "unknown-account", null),
                new FromCommand(id, "f", 1, Instant.EPOCH),
                Instant.EPOCH);
    }

    /** A commit that is known is for ever; readers of what is committed see it as soon as its marker is written. */
    private List<RawRecord> ownRecords(int atLeast) {
        return await().until(this::ownRecords, own -> own.size() >= atLeast);
    }

    private List<RawRecord> ownRecords() {
        return records().stream().filter(record -> account.equals(record.key())).toList();
    }

    private List<RawRecord> records() {
        List<RawRecord> found = new ArrayList<>();
        TopicReader.read(kafka, LogTopic.EVENTS, record -> {
            if (record.partition() == PARTITION) {
                found.add(record);
            }
        });
        return found;
    }
}

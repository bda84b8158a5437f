package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Transactions with a definite answer, against a real broker. Every test has accounts and ids of its own. */
@ExtendWith(LocalKafka.class)
class EventLogTest {
    private static final int PARTITIONS = 6;
    private static final KnownTopics TOPICS = KnownTopics.unwatched(PARTITIONS);

    private final LogConnection kafka;
    private final String own = UUID.randomUUID().toString();

    EventLogTest(LogConnection kafka) {
        this.kafka = kafka;
    }

    @BeforeAll
    static void theTopicsAreThere(LogConnection kafka) {
        try (Topics topics = new Topics(kafka, new Topics.Shape(PARTITIONS, (short) 1, 1))) {
            topics.init();
        }
    }

    @Test
    void committedEventsAreInTheLogWithTheOffsetsThatWereTold() throws Exception {
        Map<TopicPartition, Long> told;
        try (EventLog log = EventLog.open(kafka, own, TOPICS)) {
            log.begin();
            for (int i = 0; i < 50; i++) {
                log.append(deposit(i));
            }
            told = log.commit();
        }

        Map<TopicPartition, Long> last = new HashMap<>();
        List<RawRecord> records = committed();
        records.forEach(record ->
                last.merge(new TopicPartition("banku.events", record.partition()), record.offset(), Math::max));
        assertThat(records).hasSize(50);
        assertThat(told).isEqualTo(last);
    }

    @Test
    void anAccountsPartitionIsTheSameForProducersReadersAndViews() throws Exception {
        try (EventLog log = EventLog.open(kafka, own, TOPICS)) {
            log.begin();
            for (int i = 0; i < 50; i++) {
                log.append(deposit(i));
            }
            log.commit();
        }

        assertThat(committed())
                .hasSize(50)
                .allSatisfy(record ->
                        assertThat(record.partition()).isEqualTo(EventLog.partition(record.key(), PARTITIONS)));
    }

    @Test
    void anOffsetOfAnEarlierTransactionIsNotToldAgain() throws Exception {
        try (EventLog log = EventLog.open(kafka, own, TOPICS)) {
            log.begin();
            log.append(deposit(0));
            log.commit();
            log.begin();
            log.append(LogTopic.BATCHES, 0, own, new byte[] {'{', '}'});

            assertThat(log.commit()).containsOnlyKeys(new TopicPartition("banku.batches", 0));
        }
    }

    @Test
    void whatWasNotCommittedIsNotThere() throws Exception {
        try (EventLog log = EventLog.open(kafka, own, TOPICS)) {
            log.begin();
            log.append(deposit(0));
            log.append(deposit(1));
        }
        append(deposit(2));

        assertThat(committed()).extracting(RawRecord::key).containsExactly(account(2));
    }

    @Test
    void oneRecordThatIsRefusedTakesTheWholeTransactionWithIt() throws Exception {
        try (EventLog log = EventLog.open(kafka, own, TOPICS)) {
            log.begin();
            log.append(deposit(0));
            log.append(LogTopic.REJECTS, 0, own, new byte[2_000_000]);

            assertThatThrownBy(log::commit)
                    .isInstanceOf(AppendFailedException.class)
                    .hasMessageStartingWith("expected every record to be acknowledged, found: ")
                    .hasMessageContaining("RecordTooLargeException");
        }
        append(deposit(1));

        assertThat(committed()).extracting(RawRecord::key).containsExactly(account(1));
    }

    @Test
    void openingTheSameIdAgainFencesTheFirstWhichCanCommitNothingAnyMore() throws Exception {
        try (EventLog first = EventLog.open(kafka, own, TOPICS)) {
            first.begin();
            first.append(deposit(0));
            try (EventLog second = EventLog.open(kafka, own, TOPICS)) {
                assertThatThrownBy(first::commit).isInstanceOf(AppendFailedException.class);
                second.begin();
                second.append(deposit(1));
                second.commit();
            }
            assertThatThrownBy(() -> {
                        first.begin();
                        first.append(deposit(2));
                        first.commit();
                    })
                    .isInstanceOf(AppendFailedException.class);
        }

        assertThat(committed()).extracting(RawRecord::key).containsExactly(account(1));
    }

    @Test
    void aFencedLogThatBeganNothingYetCannotBeginEither() throws Exception {
        try (EventLog first = EventLog.open(kafka, own, TOPICS);
                EventLog second = EventLog.open(kafka, own, TOPICS)) {
            assertThatThrownBy(() -> {
                        first.begin();
                        first.append(deposit(0));
                        first.commit();
                    })
                    .isInstanceOf(AppendFailedException.class);
            second.begin();
            second.append(deposit(1));
            second.commit();
        }

        assertThat(committed()).extracting(RawRecord::key).containsExactly(account(1));
    }

    @Test
    void aTombstoneIsAKeyWithoutAValue() throws Exception {
        try (EventLog log = EventLog.open(kafka, own, TOPICS)) {
            log.begin();
            log.append(LogTopic.BATCHES, 3, own, null);
            log.commit();
        }

        List<RawRecord> found = new ArrayList<>();
        TopicReader.read(kafka, LogTopic.BATCHES, record -> {
            if (own.equals(record.key()) && record.partition() == 3) {
                found.add(record);
            }
        });
        assertThat(found).singleElement().extracting(RawRecord::value).isNull();
    }

    @Test
    void aKafkaThatDoesNotAnswerIsToldWithItsAddress() {
        LogConnection nobody = new LogConnection("127.0.0.1:1", Map.of("max.block.ms", "300"));

        assertThatThrownBy(() -> EventLog.open(nobody, own, TOPICS))
                .isInstanceOf(LogUnavailableException.class)
                .hasMessageStartingWith(
                        "BNK-5000 expected Kafka at 127.0.0.1:1 to open the transactional id " + own + ", found: ");
    }

    private void append(RecordedEvent event) throws AppendFailedException {
        try (EventLog log = EventLog.open(kafka, own, TOPICS)) {
            log.begin();
            log.append(event);
            log.commit();
        }
    }

    /** This test's events that a read_committed reader sees, in order within each partition. */
    private List<RawRecord> committed() {
        List<RawRecord> found = new ArrayList<>();
        TopicReader.read(kafka, LogTopic.EVENTS, record -> {
            if (record.key() != null && record.key().startsWith(own)) {
                found.add(record);
            }
        });
        return found;
    }

    private String account(int number) {
        return own + "-" + number;
    }

    private RecordedEvent deposit(int number) {
        Money amount = new Money(number, Currency.getInstance("EUR"));
        return new RecordedEvent(
                "9f2c/" + number + "/0",
                new MoneyDeposited(account(number), amount, null, null, null),
                new FromBatch("daily-transactions", "9f2c", number + 1),
                Instant.EPOCH);
    }
}

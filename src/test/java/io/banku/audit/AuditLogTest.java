package io.banku.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.Logged;
import io.banku.docs.TopicDocument;
import io.banku.log.EventLog;
import io.banku.log.KnownTopics;
import io.banku.log.LocalKafka;
import io.banku.log.LogConnection;
import io.banku.log.LogTopic;
import io.banku.log.TopicReader;
import io.banku.log.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was decided is in the ledger and in the audit, or in neither; and is listed as it was said. */
@ExtendWith(LocalKafka.class)
class AuditLogTest {
    private static final int PARTITIONS = 6;
    private static final KnownTopics TOPICS = KnownTopics.unwatched(PARTITIONS);
    private static final Instant NIGHT = Instant.parse("2026-11-21T03:12:44Z");
    private static final int MORE_THAN_KAFKA_TAKES = 1_100_000;

    private final LogConnection kafka;
    private final String feed = UUID.randomUUID().toString();

    AuditLogTest(LogConnection kafka) {
        this.kafka = kafka;
    }

    @BeforeAll
    static void theTopicsAreThere(LogConnection kafka) {
        try (Topics topics = new Topics(kafka, new Topics.Shape(PARTITIONS, (short) 1, 1))) {
            topics.init();
        }
    }

    @Test
    void whatTheLedgerDoesNotTakeIsNotInTheAuditAndKeepsNothingBackThatCameWithIt() {
        try (AuditLog log = new AuditLog(kafka, TOPICS)) {
            var first = log.keep(entry(1), feed + "/1", new byte[1]);
            var large = log.keep(entry(2), feed + "/2", new byte[MORE_THAN_KAFKA_TAKES]);
            var last = log.keep(entry(3), feed + "/3", new byte[1]);

            CompletableFuture.allOf(first, last).join();
            assertThatThrownBy(large::join).hasStackTraceContaining("RecordTooLargeException");
        }

        assertThat(keys(LogTopic.BATCHES)).containsExactlyInAnyOrder(feed + "/1", feed + "/3");
        assertThat(listed().entries())
                .extracting(AuditEntry::id)
                .containsExactlyInAnyOrder(entry(1).id(), entry(3).id());
    }

    @Test
    void theListHasPagesAndTheLatestComesFirst() {
        List<AuditEntry> said =
                IntStream.range(0, 5).mapToObj(number -> entry(number)).toList();
        try (AuditLog log = new AuditLog(kafka, TOPICS)) {
            said.forEach(entry -> log.keep(entry).join());
        }

        List<AuditEntry> read = new ArrayList<>();
        try (AuditTrail trail = new AuditTrail(kafka)) {
            AuditTrail.Page page = trail.page(this::isOwn, null, 2);
            read.addAll(page.entries());
            while (page.next() != null) {
                page = trail.page(
                        this::isOwn, AuditTrail.Place.parse(page.next().toString()), 2);
                read.addAll(page.entries());
            }
        }
        assertThat(read).containsExactly(said.get(4), said.get(3), said.get(2), said.get(1), said.get(0));
    }

    @Test
    void whatSomebodyElseWroteIntoTheTopicIsToldAndNotListed() throws Exception {
        try (EventLog other = EventLog.open(kafka, feed, TOPICS)) {
            other.begin();
            other.append(LogTopic.AUDIT, 0, feed, "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8));
            other.commit();
        }

        try (Logged log = Logged.by(AuditTrail.class)) {
            assertThat(listed().entries()).isEmpty();
            assertThat(log.messages())
                    .anyMatch(line -> line.startsWith("BNK-5069 partition 0 offset")
                            && line.contains("expected id, at, by and action, found not all of them"));
        }
    }

    @Test
    void aRecordIsAsTheDocumentOfTheTopicsSays() throws Exception {
        TopicDocument document = new TopicDocument();
        ObjectMapper json = new ObjectMapper();

        assertThat(document.faults(AuditEntry.TYPE, json.readTree(entry(1).value())))
                .isEmpty();
        assertThat(document.faultsOfHeaders(AuditEntry.TYPE, json.valueToTree(entry(1).headers())))
                .isEmpty();
    }

    private AuditEntry entry(int number) {
        return AuditEntry.of(feed + "-" + number, "correct", "greta", "by the branch's mail", NIGHT.plusSeconds(number))
                .ofBatch(feed, "9f2c1b")
                .ofRecord(number + 1, List.of("BD-AMOUNT"))
                .byToken(true);
    }

    private boolean isOwn(AuditEntry entry) {
        return feed.equals(entry.feed());
    }

    private AuditTrail.Page listed() {
        try (AuditTrail trail = new AuditTrail(kafka)) {
            return trail.page(this::isOwn, null, 10);
        }
    }

    private List<String> keys(LogTopic topic) {
        List<String> keys = new ArrayList<>();
        TopicReader.read(kafka, topic, record -> {
            if (record.key() != null && record.key().startsWith(feed)) {
                keys.add(record.key());
            }
        });
        return keys;
    }
}

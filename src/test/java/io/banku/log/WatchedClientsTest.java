package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is shown of Kafka's clients, against a real broker. */
@ExtendWith(LocalKafka.class)
class WatchedClientsTest {
    private static final int PARTITIONS = 6;
    private static final KnownTopics TOPICS = KnownTopics.unwatched(PARTITIONS);

    private final Map<String, Map<ClientFigure, DoubleSupplier>> shown = new ConcurrentHashMap<>();
    private final WatchedClients watched = new WatchedClients(
            (client, figure, now) -> assertThat(of(client).put(figure, now)).isNull());
    private final LogConnection kafka;
    private final String own = UUID.randomUUID().toString();

    WatchedClientsTest(LogConnection kafka) {
        this.kafka = kafka.watchedBy(watched);
    }

    @BeforeAll
    static void theTopicsAreThere(LogConnection kafka) {
        try (Topics topics = new Topics(kafka, new Topics.Shape(PARTITIONS, (short) 1, 1))) {
            topics.init();
        }
    }

    @Test
    void producersForTheSameAreShownAsOneAndWhatTheyCountedStaysCounted() throws Exception {
        try (EventLog one = EventLog.open(kafka, "decider-1" + own, TOPICS);
                EventLog other = EventLog.open(kafka, "decider-2" + own, TOPICS)) {
            append(one, 3);
            append(other, 4);

            assertThat(now("decider", ClientFigure.RECORDS_SENT)).isEqualTo(7);
            assertThat(now("decider", ClientFigure.CONNECTIONS)).isGreaterThanOrEqualTo(2);
            assertThat(now("decider", ClientFigure.COMMIT)).isBetween(0.000_1, 20.0);
            assertThat(now("decider", ClientFigure.REQUEST_LATENCY_MAX)).isBetween(0.0, 20.0);
        }
        assertThat(now("decider", ClientFigure.RECORDS_SENT)).isEqualTo(7);
        assertThat(now("decider", ClientFigure.CONNECTIONS)).isZero();
        assertThat(now("decider", ClientFigure.REQUEST_LATENCY_MAX)).isZero();

        try (EventLog heir = EventLog.open(kafka, "decider-1" + own, TOPICS)) {
            append(heir, 1);

            assertThat(now("decider", ClientFigure.RECORDS_SENT)).isEqualTo(8);
        }
        assertThat(shown.keySet()).containsExactly("decider");
    }

    @Test
    void whatATopicOrAPartitionHasOfItsOwnIsNotCountedTwice() throws Exception {
        try (EventLog log = EventLog.open(kafka, "ingest-" + own, TOPICS)) {
            append(log, 5);
        }
        List<RawRecord> records = new CopyOnWriteArrayList<>();

        try (TopicFollower follower = TopicFollower.start(kafka, LogTopic.REJECTS, records::add)) {
            await("what is committed can be read a moment later").until(() -> records.size() >= 5);
            follower.awaitEnd();

            await("a fetch is counted when all of it was handed over")
                    .untilAsserted(() -> assertThat(now("follow-banku.rejects", ClientFigure.RECORDS_READ))
                            .isEqualTo(records.size()));
            assertThat(now("follow-banku.rejects", ClientFigure.CONNECTIONS)).isPositive();
        }
        assertThat(shown.keySet()).containsExactlyInAnyOrder("ingest", "follow-banku.rejects", "admin");
    }

    @Test
    void whoReadsOnceIsNotShown() {
        TopicReader.read(kafka, LogTopic.REJECTS, record -> {});
        TopicReader.bounds(kafka, LogTopic.REJECTS);

        assertThat(shown).isEmpty();
    }

    @Test
    void aReporterOfTheUsersOwnIsToldToo() {
        OfTheUser.told.clear();
        LogConnection two = new LogConnection(
                        kafka.bootstrapServers(), Map.of("metric.reporters", OfTheUser.class.getName()))
                .watchedBy(watched);

        new LogEnds(two).close();

        assertThat(OfTheUser.told).contains("connection-count");
        assertThat(shown.keySet()).containsExactly("admin");
    }

    /** Made by Kafka's client. */
    public static final class OfTheUser implements MetricsReporter {
        private static final List<String> told = new ArrayList<>();

        @Override
        public void init(List<KafkaMetric> metrics) {
            metrics.forEach(this::metricChange);
        }

        @Override
        public void metricChange(KafkaMetric metric) {
            told.add(metric.metricName().name());
        }

        @Override
        public void metricRemoval(KafkaMetric metric) {}

        @Override
        public void configure(Map<String, ?> settings) {}

        @Override
        public void close() {}
    }

    private Map<ClientFigure, DoubleSupplier> of(String client) {
        return shown.computeIfAbsent(client, first -> new TreeMap<>());
    }

    private double now(String client, ClientFigure figure) {
        return of(client).get(figure).getAsDouble();
    }

    private void append(EventLog log, int records) throws AppendFailedException {
        log.begin();
        for (int i = 0; i < records; i++) {
            log.append(LogTopic.REJECTS, i % PARTITIONS, own, new byte[] {'{', '}'});
        }
        log.commit();
    }
}

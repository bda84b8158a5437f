package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicReaderTest {
    private static final Map<String, String> ONE_RECORD_A_FETCH =
            Map.of("fetch.max.bytes", "1", "max.partition.fetch.bytes", "1");

    @TempDir
    Path folder;

    @Test
    void aKafkaThatGoesAwayInTheMiddleEndsTheReading() throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
        try {
            LogConnection connection = new LogConnection(kafka.bootstrapServers(), ONE_RECORD_A_FETCH);
            appendTransactions(new LogConnection(kafka.bootstrapServers(), Map.of()), 20);
            List<RawRecord> read = new ArrayList<>();

            assertThatThrownBy(() -> TopicReader.read(connection, LogTopic.BATCHES, Duration.ofMillis(500), record -> {
                        read.add(record);
                        kafka.close();
                    }))
                    .isInstanceOf(LogUnavailableException.class)
                    .hasMessage(
                            "BNK-5000 expected Kafka at " + kafka.bootstrapServers()
                                    + " to send what is left of banku.batches, found nothing sent for 500 ms; do its brokers run?");

            assertThat(read).hasSizeBetween(1, 19);
        } finally {
            kafka.close();
        }
    }

    private static void appendTransactions(LogConnection connection, int count) throws Exception {
        try (Topics topics = new Topics(connection, new Topics.Shape(2, (short) 1, 1))) {
            topics.init();
        }
        try (EventLog log = EventLog.open(connection, "batches", KnownTopics.unwatched(2))) {
            for (int i = 0; i < count; i++) {
                log.begin();
                log.append(LogTopic.BATCHES, 0, "batch " + i, new byte[] {'{', '}'});
                log.commit();
            }
        }
    }
}

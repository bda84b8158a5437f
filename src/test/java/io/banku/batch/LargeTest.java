package io.banku.batch;

import static io.banku.batch.Decision.Action.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.log.LogTopic;
import io.banku.whole.PublishedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records and fields larger than what Kafka takes: they stop no batch, and can be read whole. */
@Tag("long")
class LargeTest extends DayFeedTest {
    private static final String NAME = "DAY.20261120.A";
    private static final String SMALL = "D000000471100000000100A\n";

    private DayFeed feed(String more) throws IOException {
        feed = DayFeed.withoutControls(servers, folder, more);
        Path copybook = feed.definition().resolve("DAY.cpy");
        Files.writeString(
                copybook,
                Files.readString(copybook)
                        .replace("D-BODY              PIC X(24)", "D-BODY              PIC X(240024)")
                        .replace("PIC X(03)", "PIC X(240000)"));
        feed.redefine("text: H-DATE", "text: D-NOTE | trim");
        feed.redefine("framing:  lines", "framing: { lines: { longest: 240026 } }\n  short-text: ends-early");
        return feed;
    }

    @Test
    void anEventThatWouldBeTooLargeIsARejectOfTheCheckAndTheOthersArePublished() throws Exception {
        feed("rejects: { tolerate: 9 }\n").start();

        feed.arrives(NAME, file(SMALL, deposit("x".repeat(100_001)), deposit("y".repeat(100_000))));

        Batch sealed = feed.awaits(NAME, BatchState.SEALED);
        assertThat(sealed.counts()).isEqualTo(new Counts(5, 2, 1, 2, 2));
        assertThat(sealed.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("BNK-3015");
            assertThat(reject.record()).isEqualTo(3);
            assertThat(reject.field()).isEqualTo("D-NOTE");
            assertThat(reject.reason()).contains("at most 100000 characters", "found one with 100001");
        });
        assertThat(feed.texts(sealed)).extracting(String::length).containsExactly(1, 100_000);
    }

    @Test
    void theLargestEventIsTakenHoweverItIsWritten() throws Exception {
        feed("rejects: { tolerate: 9 }\n").start();

        feed.arrives(NAME, file(deposit("x" + "\u0001".repeat(99_998) + "x")));

        assertThat(feed.texts(feed.awaits(NAME, BatchState.SEALED)))
                .extracting(String::length)
                .containsExactly(100_000);
    }

    @Test
    void aRejectThatIsCutIsWholeInTheBatchesOwnFile() throws Exception {
        String bad = "D0000004711BAD00000100" + "z".repeat(230_000);
        feed("rejects: { tolerate: 9 }\n").start();

        feed.arrives(NAME, file(SMALL, bad + "\n", SMALL));

        Batch sealed = feed.awaits(NAME, BatchState.SEALED);
        JsonNode reject = rejects(sealed).get(0).value();
        assertThat(HexFormat.of().parseHex(reject.get("bytes").asText()))
                .isEqualTo(bad.substring(0, 200_000).getBytes(StandardCharsets.US_ASCII));
        int from = reject.get("fileOffset").asInt();
        byte[] file = Files.readAllBytes(feed.fileOf(new DayFile("20261120", 0, List.of(), 0)));
        assertThat(new String(
                        Arrays.copyOfRange(
                                file, from, from + reject.get("length").asInt()),
                        StandardCharsets.US_ASCII))
                .isEqualTo(bad);
    }

    @Test
    void textsOfControlsAreCutInTheLedger() throws Exception {
        feed("controls:\n  note: header.D-NOTE = 'none'\n").start();
        String note = "n".repeat(240_000);

        feed.arrives(NAME, file(SMALL).replaceFirst("\n", "0".repeat(13) + note + "\n"));

        Batch held = feed.awaitsHeld(NAME, HoldReason.OUT_OF_BALANCE);
        assertThat(held.controls())
                .singleElement()
                .satisfies(row -> assertThat(row.actual())
                        .startsWith("nnnn")
                        .hasSizeLessThan(1_100)
                        .endsWith("(240000 characters)"));
    }

    @Test
    void aLargeIdentityIsCutAndNamesOneFileStill() throws Exception {
        feed("identity: header.D-NOTE\nrejects: { tolerate: 1 }\n").start();
        String note = "0".repeat(13) + "\u0001".repeat(200_000);

        feed.arrives(NAME, file(SMALL).replaceFirst("\n", note + "A\n"));
        Batch first = feed.awaits(NAME, BatchState.SEALED);
        feed.arrives("DAY.20261121.A", file(SMALL).replaceFirst("\n", note + "B\n"));

        Batch second = feed.awaits("DAY.20261121.A", BatchState.SEALED);
        assertThat(first.identity()).hasSizeLessThan(1_200).isNotEqualTo(second.identity());
    }

    @Test
    void aTopicThatWasMadeSmallerHoldsTheBatchAndIsNamed() throws Exception {
        feed("rejects: { tolerate: 9 }\n").start();
        largestOf(LogTopic.REJECTS, "50000");
        try {
            feed.arrives(NAME, file(SMALL, "D0000004711BAD00000100" + noise(200_000) + "\n", SMALL));

            Batch held = feed.awaitsHeld(NAME, HoldReason.TOO_LARGE);
            assertThat(held.findings())
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.toString()).contains("BNK-4056", "(banku.rejects)", "release"));
            assertThat(feed.published(held)).isEmpty();
            assertThat(feed.standing()).isEmpty();

            largestOf(LogTopic.REJECTS, "1000000");
            feed.decide(held, RELEASE);
            Batch sealed = feed.awaits(NAME, BatchState.SEALED);
            assertThat(feed.published(sealed)).hasSize(2);
            assertThat(feed.rejects(sealed)).hasSize(1);
        } finally {
            largestOf(LogTopic.REJECTS, "1048588");
        }
    }

    @Test
    void manyLargeRejectsAreSeveralTransactions() throws Exception {
        String bad = "D0000004711BAD00000100" + "z".repeat(240_000) + "\n";
        Widest widest = new Widest();
        feed("").start(widest);

        feed.arrives(NAME, file(bad.repeat(100)));

        Batch held = feed.awaitsHeld(NAME, HoldReason.REJECTS);
        feed.decide(held, RELEASE);
        feed.awaits(NAME, BatchState.SEALED);
        assertThat(feed.rejects(held)).hasSize(100);
        assertThat(widest.records).isLessThan(80);
    }

    /** The most records that came into the log at once. */
    private static final class Widest extends Steps {
        private volatile long records;
        private volatile long done;

        @Override
        public void published(Batch batch, int events) {
            records = Math.max(records, batch.done() - done);
            done = batch.done();
        }
    }

    private static String file(String... lines) {
        return "H20261120\n" + String.join("", lines) + "T000000000000000000000000\n";
    }

    private static String deposit(String note) {
        return "D000000471100000000100" + note + "\n";
    }

    /** What does not become small when it is packed. */
    private static String noise(int length) {
        StringBuilder noise = new StringBuilder();
        new java.util.Random(1).ints(length, 'a', 'z').forEach(each -> noise.append((char) each));
        return noise.toString();
    }

    private List<PublishedEvent> rejects(Batch batch) {
        return PublishedEvent.committed(servers.connection(), LogTopic.REJECTS.topic()).stream()
                .filter(reject -> reject.key().startsWith(batch.id()))
                .toList();
    }

    private static void largestOf(LogTopic topic, String bytes) throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", servers.connection().bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic.topic()),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}

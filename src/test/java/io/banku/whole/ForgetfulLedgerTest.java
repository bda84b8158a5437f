package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.banku.StartException;
import io.banku.log.EventLog;
import io.banku.log.LogTopic;
import io.banku.log.Topics;
import io.banku.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger says less than it did, or what we do not understand: nothing is published for the second time. */
@Tag("long")
class ForgetfulLedgerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path FILE = Path.of("sample-mainframe-files/branch-deposits/BRANCH0042.TXT");
    private static final String NAME = "BRANCH0042.TXT";
    private static final int EVENTS = 25;

    @TempDir
    Path folder;

    private Path servers;

    @BeforeEach
    void theServersHaveAFolder() {
        servers = folder.resolve("servers");
    }

    @Test
    void aLedgerThatLostItsTailStopsItsFeed() throws Exception {
        try (Servers first = Servers.start(servers);
                RunningBanku banku = RunningBanku.start(first, Map.of())) {
            awaitReady(banku);
        }
        Path before = folder.resolve("before");
        copyLedger(servers.resolve("kafka"), before);
        try (Servers second = Servers.bare(servers);
                RunningBanku banku = RunningBanku.start(second, Map.of(Setting.CHUNK_RECORDS, "10"))) {
            publish(banku);
        }
        copyLedger(before, servers.resolve("kafka"));

        try (Servers third = Servers.bare(servers);
                RunningBanku banku = RunningBanku.start(third, Map.of())) {
            banku.drop(FILE, NAME);

            awaitNotReady(
                    banku, "BNK-5025 feed branch-deposits: banku.batches has lost records: expected to write behind");
            assertThat(PublishedEvent.all(third.connection())).hasSize(EVENTS);
        }
    }

    @Test
    void aLedgerThatWasDeletedIsMissedWhileRunningAndAnotherOneIsRefused() throws Exception {
        try (Servers same = Servers.start(servers)) {
            try (RunningBanku banku = RunningBanku.start(same, Map.of())) {
                publish(banku);
                makeAnew(same, "banku.batches");
                awaitNotReady(banku, "BNK-5022 topic banku.batches: expected the one with the id ");

                banku.drop(FILE, NAME);

                awaitNotReady(banku, "BNK-4063 feed branch-deposits: ");
            }
            assertThatThrownBy(() -> RunningBanku.start(same, Map.of()))
                    .isInstanceOf(StartException.class)
                    .hasMessageStartingWith("BNK-5023 topic banku.batches: expected the one with the id ")
                    .hasMessageContaining("begin with another banku.data too");
            assertThat(PublishedEvent.all(same.connection())).hasSize(EVENTS);
        }
    }

    @Test
    void aSnapshotThatCannotBeReadStopsItsFeedAndNoOther() throws Exception {
        try (Servers same = Servers.start(servers);
                RunningBanku banku = RunningBanku.start(same, Map.of())) {
            awaitReady(banku);
            int partition = EventLog.partition("account-master", Servers.PARTITIONS);
            try (EventLog later = EventLog.open(same.connection(), "later-version", Servers.TOPICS)) {
                String snapshot = "{\"id\":\"abc\",\"feed\":\"account-master\",\"state\":\"QUARANTINED\"}";
                later.begin();
                later.append(LogTopic.BATCHES, partition, "batch/abc", snapshot.getBytes(StandardCharsets.UTF_8));
                later.commit();
            }

            awaitNotReady(banku, "BNK-5026 expected to know all that the ledger says of the feed");

            publish(banku);
            assertThat(banku.getFromManagement("/observe/health/ready")
                            .response()
                            .body())
                    .contains("BNK-4063 feed account-master: ")
                    .doesNotContain("feed branch-deposits: ");
        }
    }

    /** Seen at the directory: the ledger may hold what no reader of it can read. */
    private static void publish(RunningBanku banku) throws IOException {
        banku.drop(FILE, NAME);
        await().atMost(PATIENCE).until(() -> banku.files("archive", NAME).size() == 1);
    }

    private static void awaitReady(RunningBanku banku) {
        await().atMost(PATIENCE)
                .until(() -> banku.getFromManagement("/observe/health/ready").status() == 200);
    }

    private static void awaitNotReady(RunningBanku banku, String why) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Answer answer = banku.getFromManagement("/observe/health/ready");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.response().body()).contains(why);
        });
    }

    private static void makeAnew(Servers servers, String topic) throws Exception {
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", servers.connection().bootstrapServers());
        try (Admin admin = Admin.create(kafka);
                Topics topics = io.banku.Banku.topics(servers.settings(Map.of()))) {
            admin.deleteTopics(List.of(topic)).all().get();
            await().atMost(PATIENCE).until(() -> topics.missing().size() == 1);
            topics.init();
        }
    }

    /** The partitions of the ledger as a broker keeps them, which does not run. */
    private static void copyLedger(Path from, Path to) throws IOException {
        try (Stream<Path> partitions = Files.list(from)) {
            for (Path partition : partitions
                    .filter(name -> name.getFileName().toString().startsWith("banku.batches-"))
                    .toList()) {
                Path target = to.resolve(partition.getFileName());
                if (Files.exists(target)) {
                    try (Stream<Path> old = Files.walk(target)) {
                        old.sorted(Comparator.reverseOrder()).forEach(ForgetfulLedgerTest::delete);
                    }
                }
                Files.createDirectories(target);
                try (Stream<Path> files = Files.list(partition)) {
                    for (Path file : files.toList()) {
                        Files.copy(file, target.resolve(file.getFileName()));
                    }
                }
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

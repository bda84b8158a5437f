package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.Banku;
import io.banku.StartException;
import io.banku.log.LogTopic;
import io.banku.log.Topics;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import io.banku.view.ViewException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Surroundings that are not as they must be: the program does not start, and tells all that is wrong at once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartRefusalTest {

    @TempDir
    static Path folder;

    private static Servers servers;

    @BeforeAll
    static void startServers() {
        servers = Servers.bare(folder);
    }

    @AfterAll
    static void stopServers() {
        servers.close();
    }

    @Order(1)
    @Test
    void everyMissingTopicIsNamedWithWhatToDo() {
        Settings settings = servers.settings(Map.of());

        assertThatThrownBy(() -> Banku.start(settings))
                .isInstanceOf(StartException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage().lines().toList())
                        .containsExactly(
                                missing("banku.events"),
                                missing("banku.commands"),
                                missing("banku.batches"),
                                missing("banku.rejects"),
                                missing("banku.audit"),
                                missing("banku.references"),
                                missing("banku.days")));
    }

    private static String missing(String topic) {
        return "BNK-5001 topic " + topic + ": expected to be there, found none; try: banku topics init";
    }

    @Order(2)
    @Test
    void aLossyTopicAndWrongPartitionsAndMissingTopicsAreToldInOneList() throws Exception {
        NewTopic lossy = new NewTopic("banku.events", 3, (short) 1).configs(Map.of("retention.ms", "604800000"));
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", servers.connection().bootstrapServers()))) {
            admin.createTopics(List.of(lossy)).all().get();
        }

        assertThatThrownBy(() -> Banku.start(servers.settings(Map.of())))
                .isInstanceOf(StartException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage().lines().toList())
                        .hasSize(LogTopic.values().length + 1)
                        .anySatisfy(line -> assertThat(line)
                                .startsWith("BNK-5002 topic banku.events: expected 4 partitions")
                                .contains("found 3"))
                        .anySatisfy(line -> assertThat(line)
                                .startsWith("BNK-5003 topic banku.events: expected retention.ms=-1, found 604800000")));
    }

    @Order(3)
    @Test
    void anotherNumberOfPartitionsIsRefusedForEveryTopicThatHasIt() {
        try (Topics topics = Banku.topics(servers.settings(Map.of()))) {
            topics.init();
        }

        assertThatThrownBy(() -> Banku.start(servers.settings(Map.of(Setting.PARTITIONS, "12"))))
                .isInstanceOf(StartException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()
                                .lines()
                                .filter(line -> line.startsWith("BNK-5002"))
                                .map(line -> line.replaceAll(".*found (\\d+);.*", "$1")))
                        .hasSize(LogTopic.values().length)
                        .startsWith("3")
                        .endsWith("4")
                        .containsOnly("3", "4"));
    }

    @Order(4)
    @Test
    void aViewOfAnotherLogIsNotContinued(@TempDir Path other) throws Exception {
        try (Servers log = Servers.start(other);
                AccountsInRedis view = new AccountsInRedis(log.redisUri())) {
            view.claimFor("another-log", 0);

            assertThatThrownBy(() -> Banku.start(log.settings(Map.of())))
                    .isInstanceOf(ViewException.class)
                    .hasMessageContainingAll("BNK-6002", "expected logId", "found another-log", "empty this one");
        }
    }

    @Order(5)
    @Test
    void feedsWithFaultsStopTheStartWithAllOfThem(@TempDir Path elsewhere) throws Exception {
        try (Servers healthy = Servers.start(elsewhere.resolve("servers"))) {
            for (String name : List.of("first", "second")) {
                Path feed = Files.createDirectories(elsewhere.resolve("feeds").resolve(name));
                Files.writeString(feed.resolve("feed.yaml"), "feed: " + name + "\nfiles: X*\n");
            }
            Settings settings = healthy.settings(
                    Map.of(Setting.FEEDS, elsewhere.resolve("feeds").toString()));

            assertThatThrownBy(() -> Banku.start(settings))
                    .hasMessageContaining("first/feed.yaml:2:1")
                    .hasMessageContaining("second/feed.yaml:2:1");
        }
    }
}

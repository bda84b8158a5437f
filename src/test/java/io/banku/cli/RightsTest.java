package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.banku.Banku;
import io.banku.StartException;
import io.banku.docs.Page;
import io.banku.embedded.EmbeddedRedis;
import io.banku.embedded.FreePort;
import io.banku.embedded.GuardedKafka;
import io.banku.log.LogConnection;
import io.banku.log.Topics;
import io.banku.outside.Certificate;
import io.banku.outside.Sight;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The rights that the operations page lists are enough, on a broker that asks for them, and each of them is needed. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (topic|group|transactional id) \\| `([a-z.-]+)` \\| ([A-Za-z, ]+) \\|");
    private static final Path SAMPLE = Path.of("sample-mainframe-files/branch-deposits/BRANCH0042.TXT");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What check says without them. */
    private static final Map<String, String> MISSED = Map.of(
            "banku. READ",
                    "BNK-5029 topic banku.events: expected to be allowed to READ, found that we are not; grant it",
            "banku. WRITE",
                    "BNK-5029 topic banku.rejects: expected to be allowed to WRITE, found that we are not; grant it",
            "banku. DESCRIBE_CONFIGS", "found: Topic authorization failed. Grant DESCRIBE_CONFIGS on them to the user",
            "banku- READ",
                    "BNK-5029 consumer group banku-accounts: expected to be allowed to READ, found that we are not; grant"
                            + " it",
            "ingest- WRITE", "BNK-5029 expected to be allowed to WRITE transactional ids that begin with ingest-,",
            "decider- WRITE", "BNK-5029 expected to be allowed to WRITE transactional ids that begin with decider-,",
            "audit- WRITE", "BNK-5029 expected to be allowed to WRITE transactional ids that begin with audit-,");

    private Path folder;
    private GuardedKafka kafka;
    private EmbeddedRedis redis;
    private Admin admin;
    private Settings settings;

    @BeforeAll
    void begin(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Certificate certificate = Certificate.in(Files.createDirectory(folder.resolve("tls")));
        kafka = GuardedKafka.start(folder.resolve("kafka"), certificate);
        redis = EmbeddedRedis.start(folder.resolve("redis"), 0, false);
        admin = Admin.create(Map.of("bootstrap.servers", kafka.plain()));
        try (Topics topics =
                new Topics(new LogConnection(kafka.plain(), Map.of()), new Topics.Shape(2, (short) 1, 1))) {
            topics.init();
        }
        admin.createAcls(listed()).all().get();
        settings = settings();
    }

    @AfterAll
    void end() {
        admin.close();
        redis.close();
        kafka.close();
    }

    @Test
    void aFileIsSealedAndACommandDecidedWithTheRightsThatThePageLists() throws Exception {
        try (Banku banku = Banku.start(settings)) {
            assertThat(banku).isNotNull();
            String api = "http://127.0.0.1:" + settings.get(Setting.HTTP_PORT) + "/api/v1";
            Files.copy(SAMPLE, settings.get(Setting.INBOX).resolve("BRANCH0042.TXT"));
            await().atMost(PATIENCE)
                    .until(() -> sent(api + "/batches?state=sealed", null).contains("BRANCH0042.TXT"));

            assertThat(sent(api + "/accounts", "{\"account\":\"RIGHT-1\",\"currency\":\"EUR\"}"))
                    .startsWith("201 ");
            await().atMost(PATIENCE)
                    .until(() -> sent(api + "/accounts/RIGHT-1", null).contains("\"status\":\"open\""));

            whoLosesARightSaysSoOnceAndGoesOnWhenItIsBack(api);
        }
    }

    private void whoLosesARightSaysSoOnceAndGoesOnWhenItIsBack(String api) throws Exception {
        AclBinding joining = right("banku- READ");
        AclBinding writing = right("banku. WRITE");
        try (KeptLog log = KeptLog.of("io.banku.log")) {
            admin.deleteAcls(List.of(joining.toFilter(), writing.toFilter()))
                    .all()
                    .get();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(String.join("\n", log.lines()))
                            .contains("BNK-5029 consumer group banku-accounts: expected to be allowed to READ")
                            .contains("BNK-5029 consumer group banku-deciders: expected to be allowed to READ")
                            .contains("BNK-5029 consumer group banku-ingest: expected to be allowed to READ")
                            .contains("BNK-5029 topic banku.commands: expected to be allowed to WRITE"));
            assertThat(sent(ready(), null)).startsWith("503 ").contains("BNK-5029 topic banku.commands");

            admin.createAcls(List.of(joining, writing)).all().get();
            await().atMost(PATIENCE).until(() -> sent(ready(), null).startsWith("200 "));
            await().atMost(PATIENCE)
                    .until(() -> sent(api + "/accounts/RIGHT-1/deposits", "{\"amount\":\"1.00\",\"currency\":\"EUR\"}")
                            .startsWith("201 "));
            assertThat(log.lines().stream().filter(line -> line.contains("consumer group banku-accounts")))
                    .as("a line for each of two consumers")
                    .hasSizeBetween(1, 2);
        }
    }

    private String ready() {
        return "http://127.0.0.1:" + settings.get(Setting.MANAGEMENT_PORT) + "/observe/health/ready";
    }

    @Test
    void withoutARightOnATopicNothingIsStarted() throws Exception {
        AclBinding writing = right("banku. WRITE");
        admin.deleteAcls(List.of(writing.toFilter())).all().get();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThatThrownBy(() -> Banku.start(settings).close())
                                .isInstanceOf(StartException.class)
                                .hasMessageContaining("BNK-5029 topic banku.rejects: expected to be allowed to WRITE"));

        admin.createAcls(List.of(writing)).all().get();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(missing()).isEmpty());
    }

    private static AclBinding right(String name) throws Exception {
        return listed().stream()
                .filter(right -> name(right).equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachOfThemIsMissedByNameWhenItIsTakenAway() throws Exception {
        assertThat(listed()).extracting(RightsTest::name).containsExactlyInAnyOrderElementsOf(MISSED.keySet());
        for (AclBinding right : listed()) {
            admin.deleteAcls(List.of(right.toFilter())).all().get();

            await(name(right))
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(missing()).contains(MISSED.get(name(right))));

            admin.createAcls(List.of(right)).all().get();
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(missing()).isEmpty());
    }

    private static String name(AclBinding right) {
        return right.pattern().name() + " " + right.entry().operation();
    }

    /** What check says of Kafka. */
    private String missing() {
        return new Surroundings(settings)
                .sights().stream()
                        .filter(sight -> sight.grade() == Sight.Grade.FAILED)
                        .map(Sight::words)
                        .filter(words -> words.startsWith("BNK-5"))
                        .collect(Collectors.joining("\n"));
    }

    private static List<AclBinding> listed() throws Exception {
        List<AclBinding> rights = new ArrayList<>();
        Matcher row = ROW.matcher(Page.of("docs/operations.md").text());
        while (row.find()) {
            ResourceType type =
                    ResourceType.valueOf(row.group(1).toUpperCase(Locale.ROOT).replace(' ', '_'));
            for (String operation : row.group(3).split(", ")) {
                AclOperation allowed = AclOperation.valueOf(
                        operation.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT));
                rights.add(new AclBinding(
                        new ResourcePattern(type, row.group(2), PatternType.PREFIXED),
                        new AccessControlEntry("User:guest", "*", allowed, AclPermissionType.ALLOW)));
            }
        }
        assertThat(rights).hasSize(7);
        return rights;
    }

    private Settings settings() throws Exception {
        Map<Setting<?>, String> fixed = Map.of(
                Setting.REDIS_URI, redis.uri(),
                Setting.PARTITIONS, "2",
                Setting.REPLICATION_FACTOR, "1",
                Setting.MIN_INSYNC_REPLICAS, "1",
                Setting.DATA, folder.resolve("data").toString(),
                Setting.FEEDS, "sample-mainframe-files",
                Setting.ROUTES, "routes",
                Setting.HTTP_PORT, Integer.toString(FreePort.any()),
                Setting.MANAGEMENT_PORT, Integer.toString(FreePort.any()));
        String jaas = GuardedKafka.JAAS + "username=\"guest\" password=\"guest-secret\";";
        Map<String, String> environment = Map.of(
                "BANKU_KAFKA_BOOTSTRAP_SERVERS",
                kafka.login(),
                "BANKU_KAFKA_PROPERTIES_SECURITY_PROTOCOL",
                "SASL_PLAINTEXT",
                "BANKU_KAFKA_PROPERTIES_SASL_MECHANISM",
                "PLAIN",
                "BANKU_KAFKA_PROPERTIES_SASL_JAAS_CONFIG",
                jaas);
        return Settings.read(List.of(), environment, fixed);
    }

    private static String sent(String uri, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri)).version(HttpClient.Version.HTTP_1_1);
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .header("Idempotency-Key", "k-1")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
        }
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}

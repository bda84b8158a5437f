package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.account.Origin;
import io.banku.account.RandomEvents;
import io.banku.account.RecordedEvent;
import io.banku.log.EventLog;
import io.banku.log.KnownTopics;
import io.banku.log.LogConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What others read of the topics and of Redis, with tools that know nothing of the program but its pages. */
@Tag("ecosystem")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopicReadersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "READ-1";
    /** Of events that the program itself would not write all. */
    private static final String RANDOM = "READ-2";

    private final List<RecordedEvent> written = new ArrayList<>();
    private Path folder;
    private NpmProject npm;
    private LiveProgram program;

    @BeforeAll
    void begin(@TempDir Path temporary) throws Exception {
        folder = temporary;
        npm = NpmProject.install(Path.of("src", "test", "ecosystem", "readers"), folder);
        program = LiveProgram.start(Files.createDirectory(folder.resolve("program")));
        command("/api/v1/accounts", "{\"account\":\"" + ACCOUNT + "\",\"currency\":\"EUR\"}", 201);
        command(
                "/api/v1/accounts/" + ACCOUNT + "/deposits",
                "{\"amount\":\"70.00\",\"currency\":\"EUR\",\"text\":\"Grüße\"}",
                201);
        command("/api/v1/accounts/" + ACCOUNT + "/withdrawals", "{\"amount\":\"71.00\",\"currency\":\"EUR\"}", 422);
        program.deliver("account-master/ACM.D261119.DAT", "sealed");
        program.deliver("branch-deposits/BRANCH0042.TXT", "sealed");
        program.deliver("branch-deposits/broken/BRANCH0043.TXT", "held");
        release();
        LogConnection kafka = new LogConnection(program.bootstrapServers(), Map.of());
        try (EventLog log = EventLog.open(kafka, "of-every-type", KnownTopics.unwatched(2))) {
            RandomEvents randomly = new RandomEvents(7);
            log.begin();
            for (long offset = 0; offset < 300; offset++) {
                RecordedEvent event = randomly.recorded(RANDOM, offset);
                written.add(event);
                log.append(event);
            }
            log.commit();
        }
    }

    @AfterAll
    void end() {
        program.close();
    }

    /** One record of it is a reject. */
    private void release() {
        JsonNode held = json(program.get("/api/v1/batches?state=held").body())
                .get("items")
                .get(0);
        String path = "/api/v1/batches/" + held.get("id").asText();
        String body = "{\"action\":\"release\",\"reason\":\"the branch knows\"}";
        var answer = program.send("POST", path + "/actions", body, "Content-Type", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        LiveProgram.await(() -> program.get(path).body().contains("\"state\":\"sealed\""));
    }

    private void command(String path, String body, int status) {
        var answer = program.send(
                "POST",
                path,
                body,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "k-" + body.hashCode(),
                "Prefer",
                "return=representation");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void theSdkOfCloudEventsForNodeReadsEveryTypeWithAllItsAttributes() throws Exception {
        Map<String, JsonNode> read = npm.run("node", "cloud-events.mjs", program.bootstrapServers())
                .lines()
                .map(TopicReadersTest::json)
                .map(line -> line.get("event"))
                .collect(Collectors.toMap(event -> event.get("id").asText(), event -> event, (first, same) -> first));

        assertThat(read.values())
                .extracting(event -> event.get("type").asText())
                .contains(
                        "DeciderStarted",
                        "AccountOpened",
                        "AccountDescribed",
                        "AccountClosed",
                        "BalanceBroughtForward",
                        "MoneyDeposited",
                        "MoneyWithdrawn",
                        "MoneySent",
                        "MoneyReceived",
                        "PostingReversed",
                        "CommandDeclined");
        for (RecordedEvent event : written) {
            JsonNode found = read.get(event.id());
            assertThat(found).as(event.id()).isNotNull();
            assertThat(found.get("subject").asText()).isEqualTo(event.account());
            assertThat(found.get("dataschema").asText())
                    .isEqualTo("urn:banku:event:" + event.event().getClass().getSimpleName());
            assertThat(found.get("data").get("account").asText()).isEqualTo(event.account());
            if (event.origin() instanceof Origin.FromCommand from) {
                assertThat(found.get("commandid").asText()).isEqualTo(from.commandId());
                assertThat(found.get("fingerprint").asText()).isEqualTo(from.fingerprint());
                assertThat(found.get("commandoffset").asText()).isEqualTo(Long.toString(from.commandOffset()));
                assertThat(found.get("commandtime").asText())
                        .isEqualTo(from.commandTime().toString());
            }
        }
    }

    /** Strict: a keyword that ajv does not know is an error of the schema. */
    @Test
    void everyEventIsAsTheSchemaSaysThatItNames() throws Exception {
        assertThat(npm.run("node", "schemas.mjs", program.bootstrapServers(), program.api(), RANDOM))
                .matches("(\\d{3,}) of \\1 events\n");
    }

    @Test
    void everyRecordOfEachTopicIsAMessageOfTheDocument() throws Exception {
        assertThat(npm.run("node", "topics.mjs", program.bootstrapServers(), program.api(), RANDOM)
                        .lines())
                .hasSize(4)
                .allMatch(line -> line.matches("banku\\.(events|commands|batches|rejects) [1-9]\\d*"));
    }

    @Test
    void theDocumentOfTheTopicsIsOneToTheParserOfAsyncApi() throws Exception {
        assertThat(npm.run("node", "asyncapi.mjs", program.api()))
                .startsWith("4 channels, 19 messages\n")
                .contains("MoneyDeposited");
    }

    @Test
    void kafkaJsReadsWhatIsCompressedWithItsCodecAndSaysSoWithout() throws Exception {
        assertThat(npm.run("node", "count.mjs", program.bootstrapServers()))
                .isEqualTo("LZ4 compression not implemented\n");

        long read = npm.run("node", "cloud-events.mjs", program.bootstrapServers())
                .lines()
                .count();
        assertThat(read).isGreaterThan(written.size());
    }

    @Test
    void clientsOfRedisFindAnAccountByItsKey() throws Exception {
        String key = "banku:{%d}:account:%s".formatted(EventLog.partition(ACCOUNT, 2), ACCOUNT);

        assertThat(npm.run("node", "redis.mjs", program.redisUri(), key).lines())
                .containsExactly("ioredis 7000", "node-redis 7000");
    }

    /** The example is a project of its own, as somebody would have it who knows Kafka Streams and not the bridge. */
    @Test
    void aTableOfKafkaStreamsHasTheBalances() throws Exception {
        Path project = Files.createDirectory(folder.resolve("streams"));
        npm.run("cp", "-r", Path.of("examples", "balances-table").toAbsolutePath() + "/.", project.toString());

        String table = npm.run(
                "mvn",
                "-q",
                "-B",
                "-f",
                project.resolve("pom.xml").toString(),
                "compile",
                "exec:java",
                "-Dexec.args=" + program.bootstrapServers() + " " + folder.resolve("state"));

        assertThat(table).contains("account,currency,balance,mainframeBalance\n", ACCOUNT + ",EUR,70.00,0.00\n");
        List<String> rows = table.lines()
                .filter(line -> line.matches("[^,]+,[A-Z]{3},.*") && !line.startsWith(RANDOM))
                .toList();
        assertThat(rows)
                .hasSizeGreaterThan(200)
                .allSatisfy(row -> assertThat(row).isEqualTo(ofTheView(row.substring(0, row.indexOf(',')))));
    }

    private String ofTheView(String account) {
        JsonNode found = json(program.get("/api/v1/accounts/" + account).body());
        return String.join(
                ",",
                account,
                found.get("currency").asText(),
                found.get("balance").get("amount").asText(),
                found.get("mainframeBalance").get("amount").asText());
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (com.fasterxml.jackson.core.JsonProcessingException noJson) {
            throw new AssertionError(line, noJson);
        }
    }
}

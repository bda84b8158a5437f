package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.account.Origin;
import io.banku.account.RandomEvents;
import io.banku.account.RecordedEvent;
import io.banku.cli.Terminal;
import io.banku.embedded.GuardedRedis;
import io.banku.log.EventLog;
import io.banku.log.KnownTopics;
import io.banku.log.LogConnection;
import io.banku.outside.Certificate;
import io.banku.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
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
    /** As the pages say what a reader needs. */
    private static final String READER = "reader:of-readers@127.0.0.1:";
    /** Of events that the program itself would not write all. */
    private static final String RANDOM = "READ-2";

    private static final int ABORTED = 3;
    /** A topic each; the one that KafkaJS is given a codec for is the last. */
    private static final List<String> CODECS = List.of("none", "gzip", "snappy", "zstd", "lz4");

    private final List<RecordedEvent> written = new ArrayList<>();
    private Path folder;
    private NpmProject npm;
    private Certificate certificate;
    private GuardedRedis redis;
    private int sentinel;
    private LiveProgram program;

    @BeforeAll
    void begin(@TempDir Path temporary) throws Exception {
        folder = temporary;
        npm = NpmProject.install(Path.of("src", "test", "ecosystem", "readers"), folder);
        Path guarded = Files.createDirectory(folder.resolve("redis"));
        certificate = Certificate.in(guarded);
        redis = GuardedRedis.start(
                guarded,
                certificate,
                ("--requirepass secret --user bridge on >of-banku ~banku:* &* +@all -@admin -@dangerous +role"
                                + " --user reader on >of-readers %R~banku:* +@read +@connection +info")
                        .split(" "));
        sentinel = redis.sentinel("secret");
        program = LiveProgram.start(
                Files.createDirectory(folder.resolve("program")),
                Map.of(Setting.REDIS_URI, "redis-sentinel://bridge:of-banku@127.0.0.1:" + sentinel + "/0#view"));
        command("/api/v1/accounts", "{\"account\":\"" + ACCOUNT + "\",\"currency\":\"EUR\"}", 201);
        command(
                "/api/v1/accounts/" + ACCOUNT + "/deposits",
                "{\"amount\":\"70.00\",\"currency\":\"EUR\",\"text\":\"Grüße\"}",
                201);
        command("/api/v1/accounts/" + ACCOUNT + "/withdrawals", "{\"amount\":\"5.00\",\"currency\":\"EUR\"}", 201);
        command("/api/v1/accounts/" + ACCOUNT + "/withdrawals", "{\"amount\":\"71.00\",\"currency\":\"EUR\"}", 422);
        program.deliver("account-master/ACM.D261119.DAT", "sealed");
        program.deliver("daily-transactions/TXN.D261120.BIN", "sealed");
        program.deliver("branch-deposits/BRANCH0042.TXT", "sealed");
        program.deliver("branch-deposits/broken/BRANCH0043.TXT", "held");
        release();
        LogConnection kafka = new LogConnection(program.bootstrapServers(), Map.of());
        breakOff();
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

    /** The events of a transaction that is aborted stay in the topic. */
    private void breakOff() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", program.bootstrapServers(), "transactional.id", "broken-off");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < ABORTED; i++) {
                producer.send(new ProducerRecord<>("banku.events", "NEVER", "{}"));
            }
            producer.flush();
            producer.abortTransaction();
        }
    }

    @AfterAll
    void end() {
        program.close();
        redis.close();
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
                        "BreakAcknowledged",
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
                .hasSize(7)
                .allMatch(line -> line.matches("banku\\.(events|commands|batches|rejects|audit) [1-9]\\d*")
                        || line.matches("banku\\.(references|days) 0")); // no feed of the samples has them
    }

    @Test
    void theDocumentOfTheTopicsIsOneToTheParserOfAsyncApi() throws Exception {
        assertThat(npm.run("node", "asyncapi.mjs", program.api()))
                .startsWith("7 channels, 25 messages\n")
                .contains("MoneyDeposited");
    }

    @Test
    void whoReadsCommittedRecordsByItselfAndWhoHasToBeToldIsAsThePageSays() throws Exception {
        Set<String> committed = offsets(Map.of("isolation.level", "read_committed"));
        Set<String> all = offsets(Map.of());
        String kcat = npm.run(
                "kcat",
                "-b",
                program.bootstrapServers(),
                "-C",
                "-t",
                "banku.events",
                "-o",
                "beginning",
                "-e",
                "-q",
                "-f",
                "%p:%o\n");
        String kafkaJs = npm.run("node", "cloud-events.mjs", program.bootstrapServers());

        assertThat(all).hasSize(committed.size() + ABORTED).containsAll(committed);
        assertThat(kcat("banku.events", "%p:%o\\n").lines()).containsExactlyInAnyOrderElementsOf(committed);
        assertThat(kafkaJs.lines()
                        .map(TopicReadersTest::json)
                        .map(line -> line.get("partition").asText() + ":"
                                + line.get("offset").asText()))
                .containsExactlyInAnyOrderElementsOf(committed);
    }

    /** Where each record lies that Java's consumer reads. */
    private Set<String> offsets(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", program.bootstrapServers());
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        Set<String> read = new TreeSet<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    List.of(new TopicPartition("banku.events", 0), new TopicPartition("banku.events", 1));
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(50))
                        .forEach(record -> read.add(record.partition() + ":" + record.offset()));
            }
        }
        return read;
    }

    @Test
    void whoHasWhichCodecIsAsThePageSays() throws Exception {
        for (String codec : CODECS) {
            write(codec);
            assertThat(kcat(codec, "%s\n")).as(codec).isEqualTo("{}\n".repeat(10));
        }

        assertThat(npm.run("node", "codecs.mjs", program.bootstrapServers(), "banku.events," + String.join(",", CODECS))
                        .lines())
                .containsExactly(
                        "banku.events LZ4 compression not implemented",
                        "none 10",
                        "gzip 10",
                        "snappy Snappy compression not implemented",
                        "zstd ZSTD compression not implemented",
                        "lz4 LZ4 compression not implemented",
                        "lz4 10");
    }

    private void write(String codec) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", program.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(codec, 1, (short) 1))).all().get();
        }
        Map<String, Object> settings =
                Map.of("bootstrap.servers", program.bootstrapServers(), "compression.type", codec, "linger.ms", "1000");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < 10; i++) {
                producer.send(new ProducerRecord<>(codec, "{}"));
            }
        }
    }

    private String kcat(String topic, String format) throws Exception {
        return npm.run(
                "kcat",
                "-b",
                program.bootstrapServers(),
                "-C",
                "-t",
                topic,
                "-o",
                "beginning",
                "-e",
                "-q",
                "-f",
                format);
    }

    /** By a password, by TLS, and by the Sentinel by which the program itself has found its Redis. */
    @Test
    void clientsOfRedisFindAnAccountByItsKey() throws Exception {
        Path settings = Files.writeString(folder.resolve("bank.properties"), "banku.partitions = 2\n");
        Terminal told = Terminal.banku("account", "key", ACCOUNT, "--json", "--config", settings.toString());

        assertThat(npm.run(
                                "env",
                                "NODE_EXTRA_CA_CERTS=" + certificate.certificate(),
                                "node",
                                "redis.mjs",
                                json(told.out()).get("redisKey").asText(),
                                "redis://" + READER + redis.plain(),
                                "rediss://" + READER + redis.tls(),
                                Integer.toString(sentinel))
                        .lines())
                .containsExactly(
                        "ioredis password 6500",
                        "ioredis TLS 6500",
                        "ioredis Sentinel 6500",
                        "node-redis password 6500",
                        "node-redis TLS 6500",
                        "node-redis Sentinel 6500");
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

        assertThat(table).contains("account,currency,balance,mainframeBalance\n", ACCOUNT + ",EUR,65.00,0.00\n");
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

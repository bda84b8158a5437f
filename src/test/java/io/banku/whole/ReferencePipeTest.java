package io.banku.whole;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.batch.Batch;
import io.banku.embedded.EmbeddedRedis;
import io.banku.log.LogConnection;
import io.banku.settings.Setting;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program and the pipe that it is measured against get the same files, each on a topic and a Redis of its own. */
@Tag("long")
class ReferencePipeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int RECORDS = 4_000;
    private static final int CHUNK = 1_000;
    private static final int HOLDER_AT = 20;
    private static final Map<Setting<?>, String> PROGRAM = Map.of(
            Setting.ROLES, "ingest,projection",
            Setting.FEEDS, "bench/pipe/feed",
            Setting.CHUNK_RECORDS, Integer.toString(CHUNK));
    private static final String TOPIC = "pipe.events";
    private static final String TIME = "ce_time=";

    @TempDir
    Path folder;

    /**
     * A record as it lies in a topic.
     *
     * @param headers in their order, without the value of {@code ce_time}
     */
    private record Stored(int partition, long offset, String key, String value, List<String> headers) {}

    /**
     * What one of them has left. Apart is what differs by nature: when a transaction was written, and, left out, of which topic
     * a view is.
     *
     * @param times of events, by partition and offset
     * @param view the fields of each key in their order
     * @param viewTimes of accounts, by their key
     */
    private record Left(
            List<Stored> events,
            Map<String, Instant> times,
            Map<String, List<String>> view,
            Map<String, Instant> viewTimes) {}

    @Test
    void bothLeaveTheSameInKafkaAndInRedis() throws Exception {
        try (ReferencePipe pipe = ReferencePipe.compile(Files.createDirectory(folder.resolve("classes")));
                Servers servers = Servers.start(folder);
                EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve("redis-of-the-pipe"), 0, false)) {
            Path first = folder.resolve("first.dat");
            Path second = folder.resolve("second.dat");
            pipe.run("write", first, "--records", RECORDS, "--accounts", 300);
            pipe.run("write", second, "--records", RECORDS, "--accounts", 400, "--seed", 2, "--day", 20261122);
            putHolder("O\"HARA \\ MÜLLER-SÈRE", second);
            LogConnection log = servers.connection();
            try (RunningBanku banku = RunningBanku.start(servers, PROGRAM)) {
                for (Path file : List.of(first, second)) {
                    String batch = publishedByTheProgram(banku, file).id();
                    run(pipe, file, batch, log.bootstrapServers(), redis.uri());
                }
                await().atMost(PATIENCE).until(() -> positions(servers.redisUri()), positions(redis.uri())::equals);
            }

            Left byTheProgram = left(log, "banku.events", servers.redisUri());
            Left byThePipe = left(log, TOPIC, redis.uri());

            assertThat(byThePipe.events).hasSize(2 * RECORDS).hasSameSizeAs(byTheProgram.events);
            for (int i = 0; i < byThePipe.events.size(); i++) { // all of them would be a message of megabytes
                assertThat(byThePipe.events.get(i)).isEqualTo(byTheProgram.events.get(i));
            }
            assertThat(byThePipe.view).hasSizeGreaterThan(300).isEqualTo(byTheProgram.view);
            assertThat(byTheProgram.viewTimes).isEqualTo(timesOfLastEvents(byTheProgram));
            assertThat(byThePipe.viewTimes).isEqualTo(timesOfLastEvents(byThePipe));
        }
    }

    /** Into the first record: what JSON does not take as it is, and what UTF-8 has two bytes for. */
    private static void putHolder(String holder, Path file) throws IOException {
        byte[] records = Files.readAllBytes(file);
        byte[] ebcdic = holder.getBytes(Charset.forName("IBM037"));
        System.arraycopy(ebcdic, 0, records, HOLDER_AT, ebcdic.length);
        Files.write(file, records);
    }

    private static Batch publishedByTheProgram(RunningBanku banku, Path file) throws Exception {
        String name = file.getFileName().toString();
        banku.drop(file, name);
        await().atMost(PATIENCE).until(() -> isSealed(banku, name));
        return banku.batch(batch -> batch.file().equals(name)).orElseThrow();
    }

    private static boolean isSealed(RunningBanku banku, String name) {
        return banku.batch(batch ->
                        batch.file().equals(name) && batch.state().text().equals("sealed"))
                .isPresent();
    }

    /** Both ways begin where those of the file before have ended. */
    private static void run(ReferencePipe pipe, Path file, String batch, String kafka, String redis) throws Exception {
        pipe.run(
                "publish",
                file,
                "--bootstrap",
                kafka,
                "--topic",
                TOPIC,
                "--batch",
                batch,
                "--partitions",
                Servers.PARTITIONS,
                "--chunk-records",
                CHUNK);
        pipe.run("project", "--bootstrap", kafka, "--topic", TOPIC, "--redis", redis, "--until", RECORDS);
    }

    private static Map<String, String> positions(String uri) {
        return inRedis(uri, commands -> {
            Map<String, String> positions = new TreeMap<>();
            commands.keys("banku:{*}:position").forEach(key -> positions.put(key, commands.hget(key, "position")));
            return positions;
        });
    }

    private static Left left(LogConnection log, String topic, String redis) {
        Left left = new Left(new ArrayList<>(), new HashMap<>(), new TreeMap<>(), new TreeMap<>());
        for (ConsumerRecord<byte[], byte[]> record : committed(log, topic)) {
            List<String> headers = StreamSupport.stream(record.headers().spliterator(), false)
                    .map(header -> header.key() + "=" + new String(header.value(), ISO_8859_1))
                    .toList();
            String time = headers.stream()
                    .filter(ReferencePipeTest::isTime)
                    .findFirst()
                    .orElseThrow();
            left.times.put(record.partition() + "/" + record.offset(), Instant.parse(time.substring(TIME.length())));
            left.events.add(new Stored(
                    record.partition(),
                    record.offset(),
                    new String(record.key(), ISO_8859_1),
                    new String(record.value(), ISO_8859_1),
                    headers.stream().map(each -> isTime(each) ? TIME : each).toList()));
        }
        return inRedis(redis, commands -> {
            for (String key : commands.keys("banku:{*}:*")) {
                Map<String, String> fields = commands.hgetall(key);
                fields.computeIfPresent("logId", (field, id) -> "");
                fields.computeIfPresent("t", (field, nanos) -> {
                    left.viewTimes.put(key, Instant.ofEpochSecond(0, Long.parseLong(nanos)));
                    return "";
                });
                left.view.put(
                        key, fields.entrySet().stream().map(Object::toString).toList());
            }
            return left;
        });
    }

    private static boolean isTime(String header) {
        return header.startsWith(TIME);
    }

    private static Map<String, Instant> timesOfLastEvents(Left left) {
        Map<String, Instant> times = new TreeMap<>();
        left.view.forEach((key, fields) -> fields.stream()
                .filter(field -> field.startsWith("o="))
                .forEach(offset -> times.put(key, left.times.get(partition(key) + "/" + offset.substring(2)))));
        return times;
    }

    private static String partition(String key) {
        return key.substring(key.indexOf('{') + 1, key.indexOf('}'));
    }

    private static List<ConsumerRecord<byte[], byte[]>> committed(LogConnection log, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", log.bootstrapServers(),
                "isolation.level", "read_committed",
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest");
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (int partition = 0; partition < Servers.PARTITIONS; partition++) {
                TopicPartition source = new TopicPartition(topic, partition);
                consumer.assign(List.of(source));
                long end = consumer.endOffsets(List.of(source)).get(source);
                while (consumer.position(source) < end) {
                    consumer.poll(Duration.ofMillis(50)).forEach(read::add);
                }
            }
        }
        return read;
    }

    private static <T> T inRedis(String uri, Function<RedisCommands<String, String>, T> what) {
        RedisClient client = RedisClient.create(uri);
        try (var connection = client.connect()) {
            return what.apply(connection.sync());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }
}

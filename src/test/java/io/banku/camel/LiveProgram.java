package io.banku.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.Banku;
import io.banku.embedded.EmbeddedKafka;
import io.banku.embedded.EmbeddedRedis;
import io.banku.embedded.FreePort;
import io.banku.log.LogTopic;
import io.banku.log.Topics;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

/** The program on servers of its own with the sample feeds, and a client that speaks HTTP to it. */
public final class LiveProgram implements AutoCloseable {
    private static final Path SAMPLES = Path.of("sample-mainframe-files");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** HTTP/1.1: the management server would take the change to HTTP/2 in which this client loses answers. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final EmbeddedKafka kafka;
    private final EmbeddedRedis redis;
    private final Settings settings;
    private final Banku banku;

    private LiveProgram(EmbeddedKafka kafka, EmbeddedRedis redis, Settings settings) throws Exception {
        this.kafka = kafka;
        this.redis = redis;
        this.settings = settings;
        try (Topics topics = Banku.topics(settings)) {
            topics.init();
        }
        this.banku = Banku.start(settings);
    }

    public static LiveProgram start(Path folder) throws Exception {
        return start(folder, Map.of());
    }

    /** @param more settings that win over those of the fixture */
    public static LiveProgram start(Path folder, Map<Setting<?>, String> more) throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve("redis"), 0, false);
        Map<Setting<?>, String> fixed = new HashMap<>(Map.of(
                Setting.KAFKA_BOOTSTRAP_SERVERS, kafka.bootstrapServers(),
                Setting.REDIS_URI, redis.uri(),
                Setting.PARTITIONS, "2",
                Setting.REPLICATION_FACTOR, "1",
                Setting.MIN_INSYNC_REPLICAS, "1",
                Setting.DATA, folder.resolve("data").toString(),
                Setting.FEEDS, SAMPLES.toString(),
                Setting.ROUTES, "routes",
                Setting.HTTP_PORT, Integer.toString(FreePort.any()),
                Setting.MANAGEMENT_PORT, Integer.toString(FreePort.any())));
        fixed.putAll(more);
        try {
            return new LiveProgram(kafka, redis, Settings.read(List.of(), Map.of(), fixed));
        } catch (Exception failed) {
            redis.close();
            kafka.close();
            throw failed;
        }
    }

    /** {@code http://127.0.0.1:PORT} of the API. */
    public String api() {
        return "http://127.0.0.1:" + settings.get(Setting.HTTP_PORT);
    }

    /** {@code 127.0.0.1:PORT}. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    public String redisUri() {
        return redis.uri();
    }

    String management() {
        return "http://127.0.0.1:" + settings.get(Setting.MANAGEMENT_PORT);
    }

    /** Puts a sample into the inbox and returns when its batch is in the state. */
    public void deliver(String sample, String state) throws IOException {
        Path file = SAMPLES.resolve(sample);
        deliver(file.getFileName().toString(), Files.readAllBytes(file), state);
    }

    /** As {@link #deliver}, a file of the test's own. */
    public void deliver(String name, byte[] bytes, String state) throws IOException {
        Files.write(settings.get(Setting.INBOX).resolve(name), bytes);
        await(() -> get("/api/v1/batches?state=" + state).body().contains("\"file\":\"" + name + "\""));
    }

    /** As {@link #deliver}, unless it was delivered before. */
    void deliverOnce(String sample, String state) throws IOException {
        String name = Path.of(sample).getFileName().toString();
        if (!get("/api/v1/batches").body().contains("\"file\":\"" + name + "\"")) {
            deliver(sample, state);
        }
    }

    /** Returns when the view has all that is in the log, committed or not. */
    void awaitView() {
        Map<String, Object> reader = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        try (var log = new KafkaConsumer<>(reader, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            await(() -> {
                for (JsonNode partition :
                        JSON.readTree(get("/api/v1/view").body()).get("partitions")) {
                    TopicPartition read = new TopicPartition(
                            LogTopic.EVENTS.topic(), partition.get("partition").asInt());
                    long end = log.endOffsets(List.of(read)).get(read);
                    if (partition.get("position").asLong() < end) {
                        return false;
                    }
                }
                return true;
            });
        }
    }

    public static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }

    /** After this, Kafka is gone. */
    void stopKafka() {
        kafka.close();
    }

    /** After this, Redis is gone. */
    void stopRedis() {
        redis.close();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** @param headers names and values in turn */
    HttpResponse<String> send(String method, String path, String body, String... headers) {
        return sendTo(api() + path, method, body, headers);
    }

    static HttpResponse<String> sendTo(String uri, String method, String body, String... headers) {
        return HeldToContract.answer(sendElsewhere(uri, method, body, headers));
    }

    /** To a server that is not the API, so that the contract says nothing of its answers. */
    static HttpResponse<String> sendElsewhere(String uri, String method, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unanswered) {
            throw new IllegalStateException(unanswered);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        banku.close();
        redis.close();
        kafka.close();
    }
}

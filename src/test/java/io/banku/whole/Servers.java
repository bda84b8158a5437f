package io.banku.whole;

import io.banku.Banku;
import io.banku.embedded.EmbeddedKafka;
import io.banku.embedded.EmbeddedRedis;
import io.banku.embedded.FreePort;
import io.banku.log.KnownTopics;
import io.banku.log.LogConnection;
import io.banku.log.Topics;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A Kafka and a Redis of a test class's own, on free ports; nothing outlives the class. */
public final class Servers implements AutoCloseable {
    /** Fewer than in production: a test reads all of them many times. */
    public static final int PARTITIONS = 4;

    public static final KnownTopics TOPICS = KnownTopics.unwatched(PARTITIONS);

    private final Path folder;
    private EmbeddedKafka kafka;
    private final EmbeddedRedis redis;

    private Servers(Path folder, EmbeddedKafka kafka, EmbeddedRedis redis) {
        this.folder = folder;
        this.kafka = kafka;
        this.redis = redis;
    }

    /** With the topics as the program wants them. */
    public static Servers start(Path folder) {
        Servers servers = bare(folder);
        try (Topics topics = Banku.topics(servers.settings(Map.of()))) {
            topics.init();
        }
        return servers;
    }

    /** Without any topic. */
    public static Servers bare(Path folder) {
        EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve("redis"), 0, false);
        try {
            return new Servers(folder, EmbeddedKafka.start(folder.resolve("kafka"), 0), redis);
        } catch (RuntimeException failed) {
            redis.close();
            throw failed;
        }
    }

    public LogConnection connection() {
        return new LogConnection(kafka.bootstrapServers(), Map.of());
    }

    public String redisUri() {
        return redis.uri();
    }

    /** The program's settings on these servers: the sample feeds, the routes of the project, free ports. */
    public Settings settings(Map<Setting<?>, String> more) {
        Map<Setting<?>, String> all = new HashMap<>(Map.of(
                Setting.KAFKA_BOOTSTRAP_SERVERS, kafka.bootstrapServers(),
                Setting.REDIS_URI, redis.uri(),
                Setting.REPLICATION_FACTOR, "1",
                Setting.MIN_INSYNC_REPLICAS, "1",
                Setting.PARTITIONS, Integer.toString(PARTITIONS),
                Setting.DATA, folder.resolve("data").toString(),
                Setting.FEEDS, "sample-mainframe-files",
                Setting.ROUTES, "routes",
                Setting.HTTP_PORT, Integer.toString(FreePort.any()),
                Setting.MANAGEMENT_PORT, Integer.toString(FreePort.any())));
        all.putAll(more);
        return Settings.read(List.of(), Map.of(), all);
    }

    /**
     * Kafka stops, and comes back at the same address.
     *
     * @param meanwhile given the directory of its topics' partitions
     */
    public void restartKafka(Consumer<Path> meanwhile) {
        int port = Integer.parseInt(kafka.bootstrapServers().replaceAll(".*:", ""));
        kafka.close();
        meanwhile.accept(folder.resolve("kafka"));
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), port);
    }

    @Override
    public void close() {
        redis.close();
        kafka.close();
    }
}

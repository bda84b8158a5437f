package io.banku.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka broker (KRaft, broker and controller in one) inside this process, on the loopback interface. What it stores
 * stays in its directory and is there again at the next start. One thread starts and closes it.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final String CONTROLLER = "CONTROLLER";

    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final int port;
    private boolean closed;

    private EmbeddedKafka(DirectoryLock lock, KafkaRaftServer server, int port) {
        this.lock = lock;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker on {@code port} (0: any free one) and returns when it takes requests.
     *
     * @throws EmbeddedServerException when the port or the directory cannot be had
     */
    public static EmbeddedKafka start(Path directory, int port) {
        return start(directory, port, Map.of());
    }

    /** @param more settings of the broker, {@code PORT} in them stands for its port and {@code CONTROLLER_PORT} for the other */
    static EmbeddedKafka start(Path directory, int port, Map<String, String> more) {
        DirectoryLock lock = DirectoryLock.take("Kafka", directory);
        try {
            int own = FreePort.of("Kafka", port);
            int[] ports = {own, FreePort.other(own)};
            return new EmbeddedKafka(lock, startServer(directory, ports, more), ports[0]);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static KafkaRaftServer startServer(Path directory, int[] ports, Map<String, String> more) {
        KafkaRaftServer server = null;
        try {
            format(directory);
            Properties properties = properties(directory, ports[0], ports[1]);
            more.forEach((name, value) -> properties.put(
                    name,
                    value.replace("CONTROLLER_PORT", Integer.toString(ports[1]))
                            .replace("PORT", Integer.toString(ports[0]))));
            KafkaConfig config = KafkaConfig.fromProps(properties, false);
            server = new KafkaRaftServer(config, Time.SYSTEM);
            server.startup();
            return server;
        } catch (Exception e) {
            if (server != null) {
                server.shutdown();
            }
            throw new EmbeddedServerException(
                    "Embedded Kafka cannot start on port " + ports[0] + " with its data in " + directory + ": " + e, e);
        }
    }

    /** {@code 127.0.0.1:9092}. */
    public String bootstrapServers() {
        return FreePort.HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    /** Hands its partitions over, flushes and stops; a second call does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            server.shutdown();
            server.awaitShutdown();
            lock.close();
        }
    }

    private static void format(Path directory) throws Exception {
        Formatter formatter = new Formatter();
        formatter.setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        formatter.setNodeId(1).setClusterId(clusterId(directory)).setControllerListenerName(CONTROLLER);
        formatter.addDirectory(directory.toString()).setMetadataLogDirectory(directory.toString());
        formatter
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setIgnoreFormatted(true)
                .run();
    }

    /** A formatted directory keeps its cluster id: the formatter refuses another one. */
    private static String clusterId(Path directory) throws IOException {
        Path metaProperties = directory.resolve("meta.properties");
        if (Files.notExists(metaProperties)) {
            return Uuid.randomUuid().toString();
        }
        Properties stored = new Properties();
        try (InputStream in = Files.newInputStream(metaProperties)) {
            stored.load(in);
        }
        return stored.getProperty("cluster.id");
    }

    private static Properties properties(Path directory, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "log.dirs",
                directory.toString(),
                "listeners",
                "PLAINTEXT://" + FreePort.HOST + ":" + port + "," + CONTROLLER + "://" + FreePort.HOST + ":"
                        + controllerPort,
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                "1@" + FreePort.HOST + ":" + controllerPort,
                // a topic is made on purpose, with the right number of partitions, or not at all
                "auto.create.topics.enable",
                "false"));
        // one broker: nothing can be replicated, and no second member is waited for
        properties.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0"));
        // the default of 128 MB of heap is meant for a machine that does nothing else
        properties.put("log.cleaner.dedupe.buffer.size", "2097152");
        // the transaction of a program that was killed is swept away within a second of its timeout, not ten
        properties.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        return properties;
    }
}

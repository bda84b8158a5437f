package io.banku.bench.pairs;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A broker and a Redis server of their own, as processes, empty at the start, on free ports of the loopback interface. */
final class Servers implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final Child kafka;
    private final Child redis;
    private final int kafkaPort;
    private final int redisPort;

    private Servers(Child kafka, Child redis, int kafkaPort, int redisPort) {
        this.kafka = kafka;
        this.redis = redis;
        this.kafkaPort = kafkaPort;
        this.redisPort = redisPort;
    }

    /** @param build a build of the bridge, which brings the programs along */
    static Servers start(Build build, Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        int kafkaPort = freePort();
        int redisPort = freePort();
        Child redis = redis(build, directory, redisPort);
        try {
            Servers servers = new Servers(kafka(build, directory, kafkaPort), redis, kafkaPort, redisPort);
            try (Redis asked = servers.redis()) {
                asked.await();
            }
            return servers;
        } catch (IOException | InterruptedException failed) {
            redis.close();
            throw failed;
        }
    }

    private static Child kafka(Build build, Path directory, int port) throws IOException, InterruptedException {
        Path data = Files.createDirectory(directory.resolve("kafka"));
        Path properties = directory.resolve("server.properties");
        int controller = freePort();
        Files.writeString(properties, """
                process.roles=broker,controller
                node.id=1
                log.dirs=%s
                listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
                controller.listener.names=CONTROLLER
                controller.quorum.voters=1@127.0.0.1:%d
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                """.formatted(data, port, controller, controller));
        Path log = directory.resolve("kafka.log");
        List<String> java = List.of(build.java(), "-Xmx1g", "-XX:+UseParallelGC", "-cp", build.servers());
        try (Child format = Child.quiet(
                join(
                        java,
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        "QmFua3UgYnJpZGdlIGJlbg",
                        "-c",
                        properties.toString()),
                Map.of(),
                directory,
                log)) {
            format.await();
        }
        Child kafka = Child.quiet(join(java, "kafka.Kafka", properties.toString()), Map.of(), directory, log);
        try {
            Waiting.until("Kafka at its port", kafka, () -> isOpen(port));
            return kafka;
        } catch (IOException | InterruptedException failed) {
            kafka.close();
            throw failed;
        }
    }

    private static Child redis(Build build, Path directory, int port) throws IOException {
        return Child.quiet(
                List.of(
                        redisProgram(build, directory),
                        "--bind",
                        HOST,
                        "--port",
                        Integer.toString(port),
                        "--dir",
                        directory.toString(),
                        "--save",
                        "",
                        "--maxmemory-policy",
                        "noeviction"),
                Map.of(),
                directory,
                directory.resolve("redis.log"));
    }

    /** The one that the build brings along for this platform, else the one on the path. */
    private static String redisProgram(Build build, Path directory) throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        try (Stream<Path> jars = Files.list(build.home().resolve("lib-embedded"))) {
            Path jar = jars.filter(file -> file.getFileName().toString().startsWith("embedded-redis"))
                    .findAny()
                    .orElseThrow();
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry entry = zip.stream()
                        .filter(file -> file.getName().startsWith("redis-server")
                                && file.getName().endsWith(system + "-" + processor))
                        .findAny()
                        .orElse(null);
                if (entry == null) {
                    return "redis-server";
                }
                Path program = directory.resolve("redis-server");
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, program);
                }
                if (!program.toFile().setExecutable(true)) {
                    throw new IOException("expected to make " + program + " executable, was refused");
                }
                return program.toString();
            }
        }
    }

    private static List<String> join(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toList();
    }

    private static boolean isOpen(int port) {
        try (java.net.Socket socket = new java.net.Socket(HOST, port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    String bootstrapServers() {
        return HOST + ":" + kafkaPort;
    }

    String redisUri() {
        return "redis://" + HOST + ":" + redisPort;
    }

    Redis redis() {
        return new Redis(HOST, redisPort);
    }

    /** Adds both to those whose time is counted. */
    Processors processors() {
        return new Processors().with("kafka", kafka.pid()).with("redis", redis.pid());
    }

    @Override
    public void close() {
        redis.close();
        kafka.close();
    }
}

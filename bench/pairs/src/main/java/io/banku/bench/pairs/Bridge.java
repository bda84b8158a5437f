package io.banku.bench.pairs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The bridge as a process of its own, with one feed; files are put into its inbox. */
final class Bridge implements Contestant {
    private static final Pattern APPLIED = Pattern.compile("(?m)^banku_projection_events_total\\{[^}]*} (\\S+)$");
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Child process;
    private final String api;
    private final String management;
    private final Path data;
    private final Work work;
    private long expected;
    private long files;

    /** What it is started for. */
    enum Work {
        ALL(""),
        /** To Kafka, no further. */
        PUBLISH("ingest"),
        /** To Redis what is in Kafka already. */
        PROJECT("projection");

        private final String roles;

        Work(String roles) {
            this.roles = roles;
        }

        private Map<String, String> settings() {
            return this == ALL ? Map.of() : Map.of("BANKU_ROLES", roles);
        }
    }

    private Bridge(Child process, String api, String management, Path data, Work work) {
        this.process = process;
        this.api = api;
        this.management = management;
        this.data = data;
        this.work = work;
    }

    /**
     * Makes the topics where they are missing, starts it and returns when it is ready, or, where it begins by itself, at once.
     *
     * @param feed the folder of its feed
     * @param more settings, as environment variables
     */
    static Bridge start(Build build, Path feed, Servers servers, Path directory, Map<String, String> more, Work work)
            throws IOException, InterruptedException {
        makeTopics(build, feed, servers, directory);
        return launch(build, feed, servers, directory, more, work);
    }

    static void makeTopics(Build build, Path feed, Servers servers, Path directory)
            throws IOException, InterruptedException {
        try (Child topics = Child.quiet(
                List.of(build.program(), "topics", "init", "--yes"),
                settings(feed, servers, directory, Servers.freePort(), Servers.freePort()),
                directory,
                directory.resolve("bridge.log"))) {
            topics.await();
        }
    }

    /** Where the topics are there. */
    static Bridge launch(Build build, Path feed, Servers servers, Path directory, Map<String, String> more, Work work)
            throws IOException, InterruptedException {
        int port = Servers.freePort();
        int managementPort = Servers.freePort();
        Map<String, String> settings = settings(feed, servers, directory, port, managementPort);
        settings.putAll(work.settings());
        settings.putAll(more);
        Child process =
                Child.quiet(List.of(build.program(), "run"), settings, directory, directory.resolve("bridge.log"));
        String management = "http://127.0.0.1:" + managementPort;
        try {
            if (work != Work.PROJECT) {
                Waiting.closely(
                        "the bridge to be ready", process, () -> status(management + "/observe/health/ready") == 200);
            }
        } catch (IOException | InterruptedException failed) {
            process.close();
            throw failed;
        }
        return new Bridge(process, "http://127.0.0.1:" + port, management, directory.resolve("data"), work);
    }

    private static Map<String, String> settings(
            Path feed, Servers servers, Path directory, int port, int managementPort) {
        return new HashMap<>(Map.of(
                "BANKU_KAFKA_BOOTSTRAP_SERVERS", servers.bootstrapServers(),
                "BANKU_REDIS_URI", servers.redisUri(),
                "BANKU_REPLICATION_FACTOR", "1",
                "BANKU_MIN_INSYNC_REPLICAS", "1",
                "BANKU_HTTP_PORT", Integer.toString(port),
                "BANKU_MANAGEMENT_PORT", Integer.toString(managementPort),
                "BANKU_DATA", directory.resolve("data").toString(),
                "BANKU_FEEDS", feed.getParent().toString()));
    }

    long pid() {
        return process.pid();
    }

    @Override
    public Processors processors(Processors servers) {
        return servers.with("bridge", process.pid());
    }

    @Override
    public void take(Movements file) throws IOException, InterruptedException {
        expected += file.records();
        if (work != Work.PROJECT) {
            put(file.path());
        }
        if (work == Work.PUBLISH) {
            Waiting.until(files + " sealed batches", process, () -> sealed() == files);
        } else {
            Waiting.until(expected + " events in the view", process, () -> count(APPLIED) >= expected);
        }
    }

    String api() {
        return api;
    }

    String management() {
        return management;
    }

    Path inbox() {
        return data.resolve("inbox");
    }

    private void put(Path file) throws IOException {
        Path beside = data.resolve(file.getFileName());
        Files.createLink(beside, file);
        Files.move(beside, inbox().resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        files++;
    }

    /** How many files are in the log as a whole: their folders are in the archive. */
    private long sealed() throws IOException {
        Path archive = data.resolve("archive/movements");
        if (Files.notExists(archive)) {
            return 0;
        }
        try (Stream<Path> folders = Files.list(archive)) {
            return folders.count();
        }
    }

    /** The sum over all series; nothing as long as it does not answer. */
    private double count(Pattern family) {
        return family.matcher(get(management + "/observe/metrics"))
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .sum();
    }

    private static int status(String uri) {
        try {
            return CLIENT.send(request(uri), BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static String get(String uri) {
        try {
            return CLIENT.send(request(uri), BodyHandlers.ofString()).body();
        } catch (IOException notYet) {
            return "";
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static HttpRequest request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri))
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    @Override
    public void close() {
        process.close();
    }
}

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

/** The bridge as a process of its own, with one feed; files are put into its inbox. */
final class Bridge implements Contestant {
    private static final Pattern APPLIED = Pattern.compile("(?m)^banku_projection_events_total\\{[^}]*} (\\S+)$");
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Child process;
    private final String management;
    private final Path inbox;
    private long expected;

    private Bridge(Child process, String management, Path inbox) {
        this.process = process;
        this.management = management;
        this.inbox = inbox;
    }

    /**
     * Makes the topics, starts it and returns when it is ready.
     *
     * @param feed the folder of its feed
     * @param more settings, as environment variables
     */
    static Bridge start(Build build, Path feed, Servers servers, Path directory, Map<String, String> more)
            throws IOException, InterruptedException {
        int port = Servers.freePort();
        Map<String, String> settings = new HashMap<>(Map.of(
                "BANKU_KAFKA_BOOTSTRAP_SERVERS", servers.bootstrapServers(),
                "BANKU_REDIS_URI", servers.redisUri(),
                "BANKU_REPLICATION_FACTOR", "1",
                "BANKU_MIN_INSYNC_REPLICAS", "1",
                "BANKU_HTTP_PORT", Integer.toString(Servers.freePort()),
                "BANKU_MANAGEMENT_PORT", Integer.toString(port),
                "BANKU_DATA", directory.resolve("data").toString(),
                "BANKU_FEEDS", feed.getParent().toString()));
        settings.putAll(more);
        Path log = directory.resolve("bridge.log");
        try (Child topics =
                Child.quiet(List.of(build.program(), "topics", "init", "--yes"), settings, directory, log)) {
            topics.await();
        }
        Child process = Child.quiet(List.of(build.program(), "run"), settings, directory, log);
        String management = "http://127.0.0.1:" + port + "/observe/";
        try {
            Waiting.until("the bridge to be ready", process, () -> status(management + "health/ready") == 200);
        } catch (IOException | InterruptedException failed) {
            process.close();
            throw failed;
        }
        return new Bridge(process, management, directory.resolve("data/inbox"));
    }

    @Override
    public Processors processors(Processors servers) {
        return servers.with("bridge", process.pid());
    }

    @Override
    public void take(Movements file) throws IOException, InterruptedException {
        Path name = file.path().getFileName();
        Path beside = inbox.resolveSibling(name);
        Files.createLink(beside, file.path());
        expected += file.records();
        Files.move(beside, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        Waiting.until(expected + " events in the view", process, () -> count(APPLIED) >= expected);
    }

    private double count(Pattern family) throws IOException {
        return family.matcher(get(management + "metrics"))
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

    private static String get(String uri) throws IOException {
        try {
            return CLIENT.send(request(uri), BodyHandlers.ofString()).body();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", ended);
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

package io.banku.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.embedded.FreePort;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the pages let people type is typed here, beside {@code banku dev} with the sample feeds and files. Only the ports are
 * others, and an exit code that the pages promise (rejects; a state; nothing without {@code --yes}) is no failure.
 */
@Tag("long")
class RunAsWrittenTest {
    private static final Path SAMPLES = Path.of("sample-mainframe-files");

    /** What a line may begin with that cannot be typed here, and why. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("./banku demo", "is this test's own beginning, with a story"),
            Map.entry("./banku dev", "runs already"),
            Map.entry("./banku run", "runs until it is ended"),
            Map.entry("mvn ", "is what runs this test"),
            Map.entry("java -jar bench/", "measures for minutes"),
            Map.entry("bench/", "measures for minutes"),
            Map.entry("./write-samples", "needs GnuCOBOL, and has a test of its own"),
            Map.entry("sample-mainframe-files/write-samples", "needs GnuCOBOL, and has a test of its own"),
            Map.entry("kubectl ", "needs a cluster"),
            Map.entry("banku batch excuse", "needs a file that is due on that day"),
            Map.entry("kafka-console-consumer.sh", "comes with Kafka's own distribution, and reads until it is ended"));

    /** Programs of others, which are not everywhere. */
    private static final String OF_OTHERS = "(kcat|redis-cli|\\./expected-balances) .*"; // the last one needs Python

    /** In the order in which they are typed: a batch has to be held until it is released. */
    private static final List<String> PAGES = List.of(
            "README.md",
            "docs/how-to/unknown-file.md",
            "docs/how-to/a-first-feed.md",
            "docs/how-to/test-a-feed.md",
            "docs/how-to/held-batch.md",
            "docs/how-to/wrong-code-page.md",
            "docs/how-to/correct-a-reject.md",
            "docs/how-to/late-file.md",
            "docs/operations.md",
            "docs/runbook.md",
            "docs/reference/cli.md",
            "docs/reference/feed.md",
            "docs/events/README.md",
            "sample-mainframe-files/README.md",
            "bench/README.md");

    /** Under these names, other than their own, two of them are held as duplicates. */
    private static final Map<String, String> FILES = Map.of(
            "ACM.D261119.DAT", "account-master/ACM.D261119.DAT",
            "TXN.D261120.BIN", "daily-transactions/TXN.D261120.BIN",
            "TXN.D261121.BIN", "daily-transactions/TXN.D261121.BIN",
            "TXN.D261122.BIN", "daily-transactions/broken/TXN.D261122.BIN",
            "BRANCH0042.TXT", "branch-deposits/BRANCH0042.TXT",
            "BRANCH0043.TXT", "branch-deposits/broken/BRANCH0043.TXT");

    private static final Map<String, String> LATER = Map.of(
            "BRANCH0044.TXT", "branch-deposits/BRANCH0042.TXT",
            "BRANCH0099.TXT", "branch-deposits/BRANCH0042.TXT");

    @TempDir
    static Path folder;

    private static final int[] PORTS = new int[4];
    private static Process dev;
    private static String seen;

    @BeforeAll
    static void devWithTheSamples() throws Exception {
        ports();
        writeLauncher();
        Files.createSymbolicLink(folder.resolve(SAMPLES), SAMPLES.toAbsolutePath());
        for (String feed : List.of("account-master", "daily-transactions", "branch-deposits")) {
            Path copy = Files.createDirectories(folder.resolve("feeds").resolve(feed));
            try (Stream<Path> files = Files.list(SAMPLES.resolve(feed))) {
                for (Path file : files.filter(each -> each.toString().matches(".*\\.(cpy|yaml)"))
                        .toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        bash(String.join("\n", beforeDev()));
        dev = process("exec ./banku dev", folder.resolve("dev.txt"));
        Path said = folder.resolve("dev.txt");
        await().atMost(Duration.ofMinutes(3))
                .until(() -> !dev.isAlive() || Files.readString(said).contains("running on embedded servers"));
        assertThat(dev.isAlive()).as(Files.readString(said)).isTrue();
        drop(FILES);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> get("batches").contains("169c10d63417")
                        && get("accounts/0000004711").contains("balance"));
        drop(LATER);
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            String held = get("batches?state=held");
            return Stream.of("fa02fcfe9fb1", "8731be57a1f4", "861d0abc7859").allMatch(held::contains)
                    && held.contains("BRANCH0044");
        });
    }

    @AfterAll
    static void ended() throws Exception {
        dev.destroy();
        assertThat(dev.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void everyPageWithCommandsIsTyped() {
        assertThat(Page.all())
                .filteredOn(page -> !page.blocks("sh").isEmpty())
                .extracting(page -> page.file().toString())
                .isSubsetOf(PAGES);
    }

    @Test
    void theCommandsOfThePagesRunAsWritten() throws Exception {
        typeOnce();
    }

    @Test
    @Tag("ecosystem")
    void theCommandsForTheToolsOfOthersRunAsWritten() throws Exception {
        typeOnce(); // what these look at has happened then
        for (String sample : List.of("expected-balances", "account-master", "daily-transactions")) {
            Files.createSymbolicLink(
                    folder.resolve(sample), SAMPLES.resolve(sample).toAbsolutePath());
        }
        bash(String.join("\n", typed(true)));
    }

    @Test
    void whatIsShownOfAnAccountAsItWasIsWhatIsSeen() throws Exception {
        List<String> shown =
                Page.of("docs/operations.md").section("An account as it was").blocks("");

        assertThat(names(typeOnce())).containsSequence(names(shown.get(0)));
    }

    private static List<String> names(String lines) {
        return lines.lines().map(line -> line.split(" ", 2)[0]).toList();
    }

    private static String typeOnce() throws IOException, InterruptedException {
        if (seen == null) {
            seen = bash(String.join("\n", typed(false)));
        }
        return seen;
    }

    /** The README's own feed is there before dev begins. */
    private static List<String> beforeDev() {
        String section = String.join(
                "\n",
                Page.of("README.md").section("Your own file in five minutes").blocks("sh"));
        return List.of(section.split("\\./banku dev", 2)[0]);
    }

    private static List<String> typed(boolean ofOthers) {
        List<String> typed = new ArrayList<>();
        for (String page : PAGES) {
            for (String block : Page.of(page).blocks("sh")) {
                if (block.contains("<<'END'") || beforeDev().get(0).contains(block.strip())) {
                    continue; // typed before dev began
                }
                block.replace("\\\n", " ")
                        .lines()
                        .filter(line -> ELSEWHERE.keySet().stream().noneMatch(line::startsWith))
                        .filter(line -> line.matches(OF_OTHERS) == ofOthers)
                        .forEach(typed::add);
            }
        }
        return typed;
    }

    /** Every command is to succeed; what a page says of a failure is said with the command. */
    private static String bash(String script) throws IOException, InterruptedException {
        String typed = script.replace("127.0.0.1:8080", "127.0.0.1:" + PORTS[0])
                .replace("127.0.0.1:9876", "127.0.0.1:" + PORTS[1])
                .replace("127.0.0.1:9092", "127.0.0.1:" + PORTS[2]);
        Path out = folder.resolve("out.txt");
        Process run = process(
                "redis-cli() { command redis-cli -p " + PORTS[3] + " \"$@\"; }\n"
                        + "curl() { command curl -sS --max-time 30 \"$@\"; }\n"
                        + "trap 'echo \"FAILED with $?: $BASH_COMMAND\"; failed=1' ERR\n" + typed
                        + "\nexit ${failed:-0}\n",
                out);
        int code = run.waitFor();
        String shown = Files.readString(out);
        assertThat(code).as(shown).isZero();
        return shown;
    }

    private static Process process(String script, Path out) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("PATH", folder + File.pathSeparator + environment.get("PATH"));
        environment.put("BANKU_HTTP_PORT", Integer.toString(PORTS[0]));
        environment.put("BANKU_MANAGEMENT_PORT", Integer.toString(PORTS[1]));
        environment.put("BANKU_OWN_KAFKA_PORT", Integer.toString(PORTS[2]));
        environment.put("BANKU_OWN_REDIS_PORT", Integer.toString(PORTS[3]));
        environment.put("BANKU_API", "http://127.0.0.1:" + PORTS[0]);
        if (dev != null) { // a command that asks the servers finds those of dev; dev has its own anyway
            environment.put("BANKU_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + PORTS[2]);
            environment.put("BANKU_REDIS_URI", "redis://127.0.0.1:" + PORTS[3]);
            environment.put("BANKU_REPLICATION_FACTOR", "1");
            environment.put("BANKU_MIN_INSYNC_REPLICAS", "1");
        }
        return builder.start();
    }

    private static void writeLauncher() throws IOException {
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String run = java + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m -Dbanku.home="
                + Path.of("").toAbsolutePath() + " -cp '" + classes + "' io.banku.cli.Main \"$@\"";
        Path banku = Files.writeString(folder.resolve("banku"), """
                #!/bin/sh
                [ "$1" != dev ] || exec %1$s
                %1$s
                code=$?
                case "$1 $2/$code" in "batch show/4" | "batch show/8" | "batch release/4") code=0 ;;
                "feed test/8" | "feed diff/4" | "feed map/8") code=0 ;;
                "inspect "*/4 | "inspect "*/8) code=0 ;;
                "feed check/8") ! grep -q ': TODO' "$3/feed.yaml" || code=0 ;;
                "view rebuild/8") [ "$3" = --yes ] || code=0 ;; esac
                exit $code
                """.formatted(run));
        assertThat(banku.toFile().setExecutable(true)).isTrue();
    }

    private static void drop(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path inbox = folder.resolve(".banku/inbox");
            Path written = Files.copy(SAMPLES.resolve(file.getValue()), inbox.resolve(file.getKey() + ".tmp"));
            Files.move(written, inbox.resolve(file.getKey()));
        }
    }

    private static String get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + PORTS[0] + "/api/v1/" + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    private static void ports() {
        Arrays.setAll(PORTS, which -> FreePort.any());
    }
}

package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.embedded.FreePort;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus with the settings of the operations page scrapes the running program. */
@Tag("ecosystem")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "MON-1";

    private Path folder;
    private LiveProgram program;
    private Process prometheus;
    private String address;

    @BeforeAll
    void begin(@TempDir Path temporary) throws Exception {
        folder = temporary;
        program = LiveProgram.start(Files.createDirectory(folder.resolve("program")));
        address = "127.0.0.1:" + Integer.toString(FreePort.any());
        Files.copy(Path.of("docs/alerts.yaml"), folder.resolve("alerts.yaml"));
        Files.writeString(folder.resolve("prometheus.yml"), "global: {scrape_interval: 1s}\n" + settings());
        prometheus = new ProcessBuilder(
                        "prometheus",
                        "--config.file=prometheus.yml",
                        "--storage.tsdb.path=store",
                        "--web.listen-address=" + address,
                        "--log.level=error")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        LiveProgram.await(() -> samples("up{job=\"banku\"} == 1").size() == 1);
        happen();
    }

    /** As the page says it, of this program. */
    private String settings() throws IOException {
        String page = Files.readString(Path.of("docs/operations.md"));
        int begin = page.indexOf("```yaml\nrule_files: [alerts.yaml]");
        assertThat(begin).isPositive();
        String told = page.substring(begin + "```yaml\n".length(), page.indexOf("```\n", begin));
        assertThat(told).contains("127.0.0.1:9876");
        return told.replace("127.0.0.1:9876", program.management().substring("http://".length()));
    }

    /** Something of every kind that the panels show, seen by two scrapes. */
    private void happen() throws Exception {
        program.deliver("branch-deposits/BRANCH0042.TXT", "sealed");
        program.deliver("branch-deposits/broken/BRANCH0043.TXT", "held");
        command("/api/v1/accounts", "{\"account\":\"" + ACCOUNT + "\",\"currency\":\"EUR\"}");
        command("/api/v1/accounts/" + ACCOUNT + "/deposits", "{\"amount\":\"1.00\",\"currency\":\"EUR\"}");
        LiveProgram.await(() -> samples("increase(banku_command_decision_seconds_count{command=\"Deposit\"}[1m]) > 0")
                .iterator()
                .hasNext());
    }

    private void command(String path, String body) {
        assertThat(program.send("POST", path, body, "Content-Type", "application/json", "Idempotency-Key", "k" + path)
                        .statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    void end() throws Exception {
        prometheus.destroy();
        prometheus.waitFor();
        program.close();
    }

    /** Camel and Micrometer name theirs otherwise than promtool would; ours are as it wants them. */
    @Test
    void promtoolFindsNothingAmissWithOurMetrics() throws Exception {
        String scrape = LiveProgram.sendTo(program.management() + "/observe/metrics", "GET", null)
                .body();
        Files.writeString(folder.resolve("scrape.txt"), scrape);

        List<String> ours = run("sh", "-c", "promtool check metrics < scrape.txt; true")
                .lines()
                .filter(line -> line.startsWith("banku_"))
                .toList();

        assertThat(scrape).contains("# HELP banku_build_info");
        assertThat(ours).isEmpty();
    }

    @Test
    void theAlertsAreRulesAndSayWhatTheyAreToSay() throws Exception {
        Files.copy(Path.of("docs/alerts-test.yaml"), folder.resolve("alerts-test.yaml"));

        assertThat(run("promtool", "check", "rules", "alerts.yaml")).contains("SUCCESS");
        assertThat(run("promtool", "test", "rules", "alerts-test.yaml")).contains("SUCCESS");
        String rules = Files.readString(Path.of("docs/alerts.yaml"));
        String tests = Files.readString(Path.of("docs/alerts-test.yaml"));
        assertThat(Pattern.compile("alert: (\\w+)")
                        .matcher(rules)
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .hasSize(18)
                .allSatisfy(alert -> assertThat(tests).contains(alert));
    }

    @Test
    void prometheusTakesTheRules() throws Exception {
        JsonNode groups = answer("/api/v1/rules").get("data").get("groups");

        assertThat(groups.get(0).get("rules"))
                .hasSize(18)
                .allSatisfy(rule -> assertThat(rule.get("health").asText()).isNotEqualTo("err"));
    }

    @Test
    void eachQueryOfTheDashboardHasAnAnswer() throws Exception {
        JsonNode panels =
                JSON.readTree(Files.readString(Path.of("docs/dashboard.json"))).get("panels");
        List<String> without = new ArrayList<>();
        int queries = 0;
        for (JsonNode panel : panels) {
            for (JsonNode target : panel.get("targets")) {
                queries++;
                if (samples(target.get("expr").asText()).isEmpty()) {
                    without.add(panel.get("title").asText() + ": "
                            + target.get("expr").asText());
                }
            }
        }

        assertThat(queries).isGreaterThan(15);
        assertThat(without).isEmpty();
    }

    private JsonNode samples(String query) throws IOException {
        return answer("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .path("data")
                .path("result");
    }

    private JsonNode answer(String path) throws IOException {
        try {
            return JSON.readTree(
                    LiveProgram.sendTo("http://" + address + path, "GET", null).body());
        } catch (IllegalStateException | JsonProcessingException notYet) { // it answers 503 in words while it starts
            return JSON.createObjectNode();
        }
    }

    private String run(String... command) throws Exception {
        Path told = Files.createTempFile(folder, "told", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(told)).isZero();
        return Files.readString(told);
    }
}

package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Health and metrics of the running program, as scrapers and people ask for them. */
class ManagementServerTest {
    @TempDir
    static Path folder;

    private static LiveProgram program;

    @BeforeAll
    static void start() throws Exception {
        program = LiveProgram.start(folder);
        LiveProgram.await(() -> asked("/observe/health", "*/*").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain                                                             | text/plain",
                "text/plain;version=0.0.4                                               | text/plain",
                "*/*                                                                    | text/plain",
                "application/json                                                       | text/plain",
                "no type at all                                                         | text/plain",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8        | text/plain",
                "application/openmetrics-text;version=1.0.0;q=0.6,text/plain;q=0.4,*/*  | application/openmetrics-text",
                "Application/OpenMetrics-Text; version=0.0.1                            | application/openmetrics-text"
            })
    void metricsAreServedWhateverIsAccepted(String accept, String type) {
        HttpResponse<String> answer = asked("/observe/metrics", accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type + ";");
        assertThat(answer.body()).contains("banku_build_info{").endsWith(type.startsWith("text") ? "\n" : "# EOF\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html", "application/openmetrics-text", "*/*"})
    void healthIsServedWhateverIsAccepted(String accept) {
        assertThat(asked("/observe/health/live", accept).statusCode()).isEqualTo(200);
        assertThat(asked("/observe/health", accept).statusCode()).isEqualTo(200);
    }

    @Test
    void countersAreThereBeforeAnythingHappens() {
        String metrics = metrics();

        for (String counter : new String[] {
            "banku_batches_total{feed=\"daily-transactions\",state=\"held\"}",
            "banku_batches_total{feed=\"unclaimed\",state=\"refused\"}",
            "banku_batches_unfinished{feed=\"daily-transactions\",state=\"held\"}",
            "banku_batch_records_total{feed=\"daily-transactions\",outcome=\"rejected\"}",
            "banku_control_breaks_total{control=\"credits\",feed=\"daily-transactions\"}",
            "banku_files_waiting_oldest_seconds{feed=\"daily-transactions\"}",
            "banku_projection_events_total{outcome=\"parked\"}",
            "banku_projection_breaks_total",
            "banku_projection_lag_seconds{partition=\"1\"}",
            "banku_commands_total{command=\"Deposit\",outcome=\"late\"}",
            "banku_commands_stepped_over_total",
            "banku_command_decision_seconds_count{command=\"Deposit\"}",
            "banku_http_looks_failed_total{partition=\"1\"}"
        }) {
            assertThat(metrics).contains("\n" + counter + " 0");
        }
        assertThat(metrics).contains("\njvm_memory_used_bytes{", "\nprocess_cpu_usage", "\njvm_gc_");
    }

    @Test
    void howLongAnAnswerTookIsCountedOnceByItsOperation() {
        program.get("/api/v1/accounts/0000004711");
        program.get("/nowhere");
        program.send("HEAD", "/api/v1/batches", null);

        LiveProgram.await(() -> Arrays.asList(metrics().split("\n"))
                .contains("banku_http_answer_seconds_count{operation=\"getAccount\",status=\"404\"} 1"));
        assertThat(metrics())
                .contains("banku_http_answer_seconds_count{operation=\"none\",status=\"404\"} 1\n")
                .contains("banku_http_answer_seconds_count{operation=\"listBatches\",status=\"200\"} 1\n");
    }

    @Test
    void kafkasClientsAreShownByWhatTheyAreForAndWhoReadsOnceIsNot() {
        program.get("/api/v1/accounts/0000004711?asOf=2026-01-01");
        LiveProgram.await(() -> connected(metrics())
                .containsAll(List.of(
                        "admin",
                        "banku-accounts",
                        "banku-deciders",
                        "banku-ingest",
                        "follow-banku.batches",
                        "ingest")));

        String metrics = metrics();

        assertThat(Pattern.compile("\nbanku_kafka_\\w+\\{([^}]*)}")
                        .matcher(metrics)
                        .results()
                        .map(found -> found.group(1))
                        .distinct())
                .allMatch(labels -> Pattern.matches(
                        "client=\"(admin|api|banku-\\w+|decider|follow-banku.batches|ingest)\"", labels))
                .hasSizeLessThan(10);
        assertThat(metrics)
                .contains("\nbanku_kafka_authentications_failed_total{client=\"admin\"} 0")
                .contains("\nbanku_kafka_producer_record_errors_total{client=\"ingest\"} 0")
                .contains("\nbanku_kafka_consumer_lag_max_records{client=\"banku-accounts\"} ");
    }

    private static List<String> connected(String metrics) {
        return Pattern.compile("\nbanku_kafka_connections\\{client=\"([^\"]*)\"} [1-9]")
                .matcher(metrics)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String metrics() {
        return asked("/observe/metrics", "text/plain").body();
    }

    private static HttpResponse<String> asked(String path, String accept) {
        return LiveProgram.sendTo(program.management() + path, "GET", null, "Accept", accept);
    }
}

package io.banku.camel.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.batch.Batch;
import io.banku.batch.Batch.Durations;
import io.banku.batch.Batch.Step;
import io.banku.batch.BatchState;
import io.banku.batch.Counts;
import io.banku.batch.DueFile;
import io.banku.batch.Finding;
import io.banku.batch.Standing;
import io.banku.docs.Page;
import io.banku.feed.ControlRow;
import io.banku.feed.ControlRow.State;
import io.banku.log.ClientFigure;
import io.banku.night.DayEvent;
import io.banku.view.Tally;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The operators' page lists the metrics that a scrape shows, and the alerts use no other. */
class MetricsReferenceTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(banku_\\w+)` \\| ([^|]*)\\|");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(banku_\\w+)(\\{([^}]*)})? ");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"|`(\\w+)`");
    private static final Pattern METRIC = Pattern.compile("banku_\\w+");

    private final String scrape = scrape();
    private final Map<String, Set<String>> scraped = samples(scrape);

    @Test
    void everyMetricIsListedWithItsLabels() {
        Map<String, Set<String>> listed = new TreeMap<>();
        ROW.matcher(Page.of("docs/operations.md").text())
                .results()
                .forEach(row -> listed.put(row.group(1), labels(row.group(2))));

        assertThat(listed).isEqualTo(scraped);
    }

    @Test
    void everyFamilySaysWhatItMeans() {
        assertThat(scrape.lines()
                        .filter(line -> line.startsWith("# TYPE banku_"))
                        .map(line -> line.split(" ")[2]))
                .isNotEmpty()
                .allMatch(family -> scrape.matches("(?s).*# HELP " + family + " \\S.*"));
    }

    @Test
    void anAlertAsksForMetricsThatThereAreAndSaysWhatToDo() throws IOException {
        assertThat(rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(METRIC.matcher((String) rule.get("expr")).results().map(MatchResult::group))
                    .allMatch(scraped::containsKey);
            assertThat((String) rule.get("expr")).containsPattern("banku_|^up\\{");
            assertThat(((Map<?, ?>) rule.get("annotations")).keySet()).hasToString("[summary, todo, page]");
        });
    }

    @Test
    void theAlertsNamesAreUnique() throws IOException {
        assertThat(rules().stream().map(rule -> rule.get("alert"))).doesNotHaveDuplicates();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() throws IOException {
        Load yaml = new Load(LoadSettings.builder().build());
        Map<String, Object> file =
                (Map<String, Object>) yaml.loadFromString(Files.readString(Path.of("docs/alerts.yaml")));
        return ((List<Map<String, Object>>) file.get("groups"))
                .stream()
                        .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                        .toList();
    }

    /** Every kind of news once. */
    private static String scrape() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Metrics metrics = new Metrics(registry, Clock.systemUTC());
        new ProcessMetrics(registry).close();
        BatchMetrics batches = metrics.batches();
        batches.takesIn("daily", List.of("records"));
        batches.takesIn(List.of(), () -> Map.of("daily", Map.of(BatchState.HELD, 1L)));
        batches.moved(batch(BatchState.HELD));
        batches.moved(batch(BatchState.SEALED));
        batches.duplicate("daily", "A", new Finding("BNK-4012", "again"));
        batches.unclaimed("B", new Finding("BNK-4010", "whose"));
        batches.standing(List.of(new Standing("inbox", "daily", "A", "BNK-4058", "waits", Instant.EPOCH, 0)));
        batches.due(List.of(
                new DueFile("daily", LocalDate.EPOCH, "A", DueFile.State.LATE, Instant.EPOCH, Instant.EPOCH, null)));
        metrics.view().projects(1);
        metrics.view().projected(0, new Tally());
        metrics.view().lag(0, 1);
        metrics.view().standing(0, () -> Duration.ofSeconds(1));
        metrics.http().waiting(() -> 1);
        metrics.http().inHand(() -> 1);
        metrics.http().connections(() -> 1);
        metrics.http().lookFailed(0);
        metrics.http().answered("getAccount", 200, 5_000_000);
        metrics.nights().closes(List.of("core"));
        metrics.nights().written(new DayEvent("core", LocalDate.EPOCH, 0, Instant.EPOCH, null, List.of(), null, null));
        metrics.decisions().decides(1, partition -> Duration.ofSeconds(1));
        metrics.decisions().appended(Duration.ofMillis(3));
        KafkaMetrics kafka = new KafkaMetrics(registry);
        for (ClientFigure figure : ClientFigure.values()) {
            kafka.show("api", figure, () -> 1);
        }
        return registry.scrape();
    }

    private static Map<String, Set<String>> samples(String scrape) {
        Map<String, Set<String>> found = new TreeMap<>();
        SAMPLE.matcher(scrape)
                .results()
                .forEach(sample -> found.put(sample.group(1), labels(sample.group(3) == null ? "" : sample.group(3))));
        return found;
    }

    private static Set<String> labels(String text) {
        return LABEL.matcher(text)
                .results()
                .flatMap(label -> Stream.of(label.group(1) == null ? label.group(2) : label.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Batch batch(BatchState state) {
        return new Batch(
                "0".repeat(64),
                1,
                1,
                "daily",
                "A",
                null,
                1,
                "1".repeat(64),
                null,
                "2".repeat(64),
                "arrival",
                state,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                new Counts(1, 1, 0, 0, 1),
                null,
                List.of(new ControlRow("records", "count() = 2", "2", "1", "-1", State.BROKEN)),
                List.of(),
                List.of(),
                1,
                new Durations(1, 1),
                List.of(new Step(state, Instant.EPOCH, null)));
    }
}

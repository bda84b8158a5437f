package io.banku.bench.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.bench.pairs.Pairs.Pair;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FiguresTest {
    private static final Measured FAST = new Measured(Goal.END_TO_END, List.of(0.9, 0.7, 0.85), "as told");
    private static final Measured SMALL = new Measured(Goal.REDIS_BYTES, List.of(0.63, 0.61), "as told");

    private static final Measured TOLD = new Measured(Goal.CAMEL_PER_RECORD, List.of(20.0), "as told");

    @Test
    void theMiddleCounts() {
        assertThat(FAST.median()).isEqualTo(0.85);
        assertThat(SMALL.median()).isEqualTo(0.62, within(1e-9));
        assertThat(FAST.least()).isEqualTo(0.7);
        assertThat(FAST.most()).isEqualTo(0.9);
    }

    @Test
    void moreIsBetterOrLessIs() {
        assertThat(FAST.verdict()).isEqualTo("met");
        assertThat(SMALL.verdict()).isEqualTo("met");
        assertThat(new Measured(Goal.REDIS_BYTES, List.of(0.8), "").verdict()).isEqualTo("missed");
        assertThat(new Measured(Goal.END_TO_END, List.of(0.96), "").verdict()).isEqualTo("aim");
    }

    @Test
    void processorTimeIsThatOfNeitherServersNorOthers() {
        Map<String, Double> before = Map.of("kafka", 1.0, "redis", 1.0, "publish", 2.0, "project", 3.0, "foreign", 5.0);
        Map<String, Double> after = Map.of("kafka", 9.0, "redis", 9.0, "publish", 4.0, "project", 6.0, "foreign", 6.0);

        Sample sample = Sample.of("pipe", 1_000_000, 10, before, after);

        assertThat(sample.micros()).isEqualTo(5, within(1e-9));
        assertThat(sample.recordsPerSecond()).isEqualTo(100_000, within(1e-9));
        assertThat(sample.foreign() * Runtime.getRuntime().availableProcessors())
                .isEqualTo(0.1, within(1e-9));
    }

    @Test
    void theyTakeTurnsAndThePairThatOthersDisturbedIsRunAgain() throws Exception {
        List<String> runs = new ArrayList<>();
        int[] left = {1};

        List<Pair<Sample>> pairs = new Pairs(1)
                .run(
                        3,
                        false,
                        () -> turn(runs, "A", 0),
                        () -> turn(runs, "B", runs.size() > 2 && left[0]-- > 0 ? 1000 : 0));

        assertThat(runs).containsExactly("A", "B", "B", "A", "A", "B", "A", "B");
        assertThat(pairs).hasSize(3).noneMatch(Pair::isDisturbed);
        assertThat(Pairs.disturbance(pairs)).isEmpty();
        assertThat(pairs).allMatch(pair -> pair.one().who().equals("A"));
    }

    private static Sample turn(List<String> runs, String who, double foreign) {
        runs.add(who);
        return new Sample(who, 1, 1, Map.of("foreign", foreign));
    }

    @Test
    void thePageKeepsWhatIsAroundTheFigures(@TempDir Path folder) throws Exception {
        Path page = folder.resolve("page.md");
        Files.writeString(
                page, "before\n<!-- figures: written by bench/run --page -->\nold\n<!-- end of figures -->\nafter\n");
        Report report = new Report(true, LocalDate.of(2026, 11, 27), "a machine", List.of(FAST, SMALL));

        report.page(page);
        report.page(page);

        assertThat(page)
                .content()
                .startsWith("before\n")
                .endsWith("\nafter\n")
                .contains("a machine, a quick run", "| 0.85 | 0.70–0.90 | ≥ 0.8 | 0.95 | met |")
                .contains("| not measured | | ≥ 1.0 | 1.5 | left out of this run |")
                .contains("| not measured | | ≤ 0.6 | 0.45 | it takes another build |")
                .contains("![More is better](page/more-is-better.svg)", "![Less is better](page/less-is-better.svg)")
                .doesNotContain("\nold\n");
        Files.writeString(page, "no marks");
        assertThatIOException().isThrownBy(() -> report.page(page)).withMessageContaining("page.md");
    }

    @Test
    void aPictureHasABarForEachThatEndsWhereItsNumberIs() throws Exception {
        Measured half = new Measured(Goal.END_TO_END, List.of(0.4), "");
        Measured beyond = new Measured(Goal.PROJECT_HOT, List.of(30.0), "");

        Document picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(new Chart("More is better", List.of(half, beyond)).svg())));

        NodeList bars = picture.getElementsByTagName("rect");
        assertThat(bars.getLength()).isEqualTo(2);
        assertThat(widthOf(bars, 0)).as("half of what must be").isEqualTo(widthOf(bars, 1) / 5, within(0.1));
        assertThat(picture.getDocumentElement().getTextContent()).contains("0.40 (≥ 0.8, 0.95)", "30.00 (≥ 3.0, 6.0)");
    }

    private static double widthOf(NodeList bars, int i) {
        return Double.parseDouble(((Element) bars.item(i)).getAttribute("width"));
    }

    @Test
    void theFiguresAreThereAsJson(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new/results.json");

        Results.write(new Report(false, LocalDate.of(2026, 11, 27), "a machine", List.of(SMALL, TOLD)), file);

        JsonNode measure = new ObjectMapper().readTree(file.toFile()).at("/measures/1");
        assertThat(measure.path("name").asText()).isEqualTo("redis-bytes");
        assertThat(measure.path("better").asText()).isEqualTo("lower");
        assertThat(measure.path("must").asDouble()).isEqualTo(0.75);
        assertThat(measure.path("samples")).hasSize(2);
        assertThat(Results.read(file, List.of(FAST))).containsExactly(TOLD, SMALL);
        assertThat(Results.read(file, List.of(SMALL))).containsExactly(TOLD);
    }
}

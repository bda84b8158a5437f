package io.banku.bench.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.bench.pairs.Pairs.Pair;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    @Test
    void theSecondOfEachPairIsTakenByTheFirst() {
        List<Pair<Sample>> pairs = List.of(pair(10, 5), pair(8, 2));

        Measured measured = Measured.pairs(Goal.END_TO_END, pairs, Sample::recordsPerSecond, "k records/s", 1e-3);

        assertThat(measured.samples()).containsExactly(2.0, 4.0);
        assertThat(measured.detail()).isEqualTo("200.0–500.0 beside 100.0–125.0 k records/s");
    }

    @Test
    void aStageIsComparedWithTheSameStage() {
        Staged one = new Staged(sample(10), sample(1));
        Staged other = new Staged(sample(5), sample(4));

        Measured measured = Measured.pairs(
                Goal.PROJECT,
                List.of(new Pair<>(one, other)),
                Staged::project,
                Sample::recordsPerSecond,
                "records/s",
                1);

        assertThat(measured.samples()).containsExactly(0.25);
        assertThat(measured.detail()).isEqualTo("250000.0 beside 1000000.0 records/s");
    }

    private static Pair<Sample> pair(double secondsOfOne, double secondsOfOther) {
        return new Pair<>(sample(secondsOfOne), sample(secondsOfOther));
    }

    private static Sample sample(double seconds) {
        return new Sample("one", 1_000_000, seconds, Map.of());
    }
}

package io.banku.bench.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void nothingSaidIsEveryGoal() {
        Options options = Options.of();

        assertThat(options.goals()).containsExactly(Goal.values());
        assertThat(options.quick()).isFalse();
        assertThat(options.against()).isEmpty();
    }

    @Test
    void goalsAreChosenByTheirNames() {
        Options options = Options.of("--quick", "--only", "end-to-end", "--only", "redis-bytes", "--against", "old");

        assertThat(options.goals()).containsExactly(Goal.END_TO_END, Goal.REDIS_BYTES);
        assertThat(options.quick()).isTrue();
        assertThat(options.against()).contains(Path.of("old"));
    }

    @Test
    void whatIsWrongIsTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("--only", "speed"))
                .withMessageContainingAll("end-to-end", "found speed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("--fast"))
                .withMessageContainingAll("--quick", "found --fast");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("--against"))
                .withMessageContaining("a value after --against");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("--only", "build-cold"))
                .withMessageContaining("--against BUILD");
    }
}

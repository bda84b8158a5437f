package io.banku.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void whatIsNotSaidHasADefault() {
        Options options =
                Options.of("--beside", "A.BIN", "--seconds", "5", "--beside", "B.BIN", "--process", "bridge=17");

        assertThat(options.rates()).containsExactly(500);
        assertThat(options.seconds()).isEqualTo(5);
        assertThat(options.files()).containsExactly(Path.of("A.BIN"), Path.of("B.BIN"));
        assertThat(options.processes()).isEqualTo(Map.of("bridge", 17L));
    }

    @Test
    void severalRatesAreMeasuredOneAfterAnother() {
        assertThat(Options.of("--rate", "500,250,100").rates()).containsExactly(500, 250, 100);
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> Options.of("--rat", "500")).hasMessageContaining("found --rat");
        assertThatThrownBy(() -> Options.of("--rate", "fast"))
                .hasMessage("expected --rate to be a number from 1 on, found fast");
        assertThatThrownBy(() -> Options.of("--rate")).hasMessageContaining("odd number of words");
    }
}

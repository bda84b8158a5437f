package io.banku.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void timesAreMilliseconds() {
        Latencies outcomes = Latencies.of(LongStream.rangeClosed(1, 100).map(millis -> millis * 1_000_000));

        assertThat(new Figures(500, outcomes, 499.5, -1, 2.25).json())
                .isEqualTo("{\"rate\":500,\"count\":100,\"p50\":50.000,\"p99\":99.000,\"decidedPerSecond\":499.5,"
                        + "\"fileSeconds\":-1.0,\"processorSeconds\":2.25}");
    }
}

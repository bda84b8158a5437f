package io.banku.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void aQuantileIsTheShortestTimeWithinWhichSoManyWereDone() {
        Latencies thousand = Latencies.of(LongStream.rangeClosed(1, 1_000).map(number -> 1_001 - number));

        assertThat(thousand.within(500)).isEqualTo(500);
        assertThat(thousand.within(990)).isEqualTo(990);
        assertThat(thousand.within(999)).isEqualTo(999);
        assertThat(thousand.within(1000)).isEqualTo(1_000);
    }

    @Test
    void ofAFewTheSlowestCountsRatherThanTheNextOne() {
        Latencies three = Latencies.of(LongStream.of(30, 10, 20));

        assertThat(three.within(500)).isEqualTo(20);
        assertThat(three.within(990)).isEqualTo(30);
        assertThat(three.within(1)).isEqualTo(10);
    }

    @Test
    void timesAreToldInMilliseconds() {
        assertThat(Latencies.of(LongStream.of(1_234_567)).line("one"))
                .isEqualTo(
                        "one                                       1      1.23      1.23      1.23      1.23      1.23");
        assertThat(Latencies.of(LongStream.of()).line("none")).isEqualTo("none                                      0");
    }
}

package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** How often a store that is not ready is looked at. */
class LooksTest {
    private static final TopicPartition ONE = new TopicPartition("t", 1);
    private static final TopicPartition TWO = new TopicPartition("t", 2);

    private long now;
    private final Looks looks = new Looks(() -> now);

    @Test
    void theLongerItIsWaitedTheRarerAreTheLooks() {
        assertThat(looks.missed(ONE)).isEqualTo(Duration.ofMillis(2));
        now = 16;
        assertThat(looks.missed(ONE)).isEqualTo(Duration.ofMillis(2));
        now = 80;
        assertThat(looks.missed(ONE)).isEqualTo(Duration.ofMillis(10));
        now = 3_600_000;
        assertThat(looks.missed(ONE)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void anHourOfWaitingTakesFiveLooksASecond() {
        int count = 0;
        while (now < 3_600_000) {
            now += looks.missed(ONE).toMillis();
            count++;
        }

        assertThat(count).isBetween(18_000, 18_060);
    }

    @Test
    void itIsDueWhenItsTimeHasComeAndAtOnceWhereItWasNeverMissed() {
        now = 100;
        looks.missed(ONE);

        assertThat(looks.isDue(ONE)).isFalse();
        assertThat(looks.isDue(TWO)).isTrue();
        now = 102;
        assertThat(looks.isDue(ONE)).isTrue();
    }

    @Test
    void whatWasReadyBeginsAnew() {
        looks.missed(ONE);
        now = 10_000;
        looks.missed(ONE);

        looks.found(ONE);

        assertThat(looks.isDue(ONE)).isTrue();
        assertThat(looks.missed(ONE)).isEqualTo(Duration.ofMillis(2));
    }

    @Test
    void aPollEndsWhenTheFirstLookIsDue() {
        looks.missed(ONE);
        now = 800;
        looks.missed(ONE);

        assertThat(looks.atMost(Duration.ofMillis(200), List.of(ONE))).isEqualTo(Duration.ofMillis(100));
        assertThat(looks.atMost(Duration.ofMillis(50), List.of(ONE))).isEqualTo(Duration.ofMillis(50));
        assertThat(looks.atMost(Duration.ofMillis(200), List.of(ONE, TWO))).isEqualTo(Duration.ofMillis(2));
        assertThat(looks.atMost(Duration.ofMillis(200), List.of())).isEqualTo(Duration.ofMillis(200));
    }
}

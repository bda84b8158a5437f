package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How often a store that is not ready is looked at. */
class LooksTest {
    private long now;
    private final Looks looks = new Looks(() -> now);

    @Test
    void theLongerItIsWaitedTheRarerAreTheLooks() {
        assertThat(looks.missed()).isEqualTo(2);
        now = 16;
        assertThat(looks.missed()).isEqualTo(2);
        now = 80;
        assertThat(looks.missed()).isEqualTo(10);
        now = 3_600_000;
        assertThat(looks.missed()).isEqualTo(200);
    }

    @Test
    void anHourOfWaitingTakesFiveLooksASecond() {
        int count = 0;
        while (now < 3_600_000) {
            now += looks.missed();
            count++;
        }

        assertThat(count).isBetween(18_000, 18_060);
    }

    @Test
    void itIsDueWhenItsTimeHasComeAndAtOnceWhereItWasNeverMissed() {
        now = 100;
        assertThat(looks.isDue()).isTrue();

        looks.missed();

        assertThat(looks.isDue()).isFalse();
        assertThat(looks.untilDue()).isEqualTo(2);
        now = 102;
        assertThat(looks.isDue()).isTrue();
    }

    @Test
    void whatWasReadyBeginsAnew() {
        looks.missed();
        now = 10_000;
        looks.missed();

        looks.found();

        assertThat(looks.isDue()).isTrue();
        assertThat(looks.missed()).isEqualTo(2);
    }
}

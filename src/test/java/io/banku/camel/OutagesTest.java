package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutagesTest {
    private long now = Long.MAX_VALUE - 5; // nanoTime may pass its end
    private final Outages outages = new Outages(() -> now);

    @Test
    void anOutageIsToldWhenItBeginsAndNotForEachWhoMeetsIt() {
        assertThat(outages.more("Redis is away")).contains("");
        for (int i = 0; i < 1_000; i++) {
            goOn(Duration.ofMillis(100));
            assertThat(outages.more("Redis is away")).isEmpty();
        }
    }

    @Test
    void anotherKindIsAnotherOutage() {
        outages.more("Redis is away");

        assertThat(outages.more("Kafka is away")).contains("");
        assertThat(outages.more("Redis is away")).isEmpty();
    }

    @Test
    void howLongSomethingWasWaitedForMakesNoOtherKind() {
        outages.more("expired: 10001 ms have passed");

        assertThat(outages.more("expired: 10020 ms have passed")).isEmpty();
        assertThat(outages.more("expired in partition 7")).contains("");
        assertThat(outages.more("expired in partition 8")).contains("");
    }

    @Test
    void oneThatLastsIsToldAgainWithWhatItHasCost() {
        outages.more("Redis is away");
        for (int i = 0; i < 19; i++) {
            goOn(Duration.ofSeconds(30));
            assertThat(outages.more("Redis is away")).isEmpty();
        }
        goOn(Duration.ofSeconds(30));

        assertThat(outages.more("Redis is away")).contains(" (19 more like it since it was told last)");
        assertThat(outages.more("Redis is away")).isEmpty();
    }

    @Test
    void afterAMinuteOfQuietTheNextIsANewOne() {
        outages.more("Redis is away");
        outages.more("Redis is away");
        goOn(Outages.OVER);

        assertThat(outages.more("Redis is away")).contains(" (1 more like it since it was told last)");
    }

    private void goOn(Duration time) {
        now += time.toNanos();
    }
}

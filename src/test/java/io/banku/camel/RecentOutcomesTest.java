package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.view.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long a decision can be found by whoever begins to wait for it. */
class RecentOutcomesTest {
    private long now;
    private final RecentOutcomes recent = new RecentOutcomes(() -> now);

    @Test
    void itIsForgottenWhenItIsTooOldToBeMeant() {
        recent.tell(1, Map.of("a", outcome(7)));
        now += Duration.ofSeconds(10).toNanos();
        assertThat(recent.find("a")).contains(outcome(7));

        now += 1;

        assertThat(recent.find("a")).isEmpty();
    }

    @Test
    void ofTheSameCommandTheLastOneCountsAndIsKeptForItsOwnTime() {
        recent.tell(1, Map.of("a", outcome(7)));
        now += Duration.ofSeconds(6).toNanos();
        recent.tell(1, Map.of("a", outcome(8)));
        now += Duration.ofSeconds(6).toNanos();

        assertThat(recent.find("a")).contains(outcome(8));
    }

    @Test
    void aMillionDecisionsTakeNoMoreRoomThanSomeThousand() {
        for (int i = 0; i < 1_000_000; i++) {
            recent.tell(1, Map.of("c-" + i, outcome(i)));
        }

        assertThat(recent.find("c-999999")).isPresent();
        assertThat(recent.find("c-979998")).isEmpty();
    }

    private static Outcome outcome(long offset) {
        return new Outcome("A-1", "MoneyDeposited", null, null, "f", Instant.EPOCH, offset, 0, null, null);
    }
}

package io.banku.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.banku.Logged;
import io.banku.log.LogUnavailableException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be seen of deciders that wait. */
class DecidersTest extends DeciderScene {
    private final Deciders deciders =
            new Deciders(log, view, source, TWO, "cluster/topic", clock(), new DecisionObserver() {}, news());

    @Test
    void nothingWaitsWhereNoCommandIs() {
        waitFor(Duration.ofSeconds(60));

        assertThat(deciders.waiting(0)).isZero();
    }

    @Test
    void commandsWaitFromWhenTheyWereSeenWhileTheDeciderWasNotReady() {
        waitFor(Duration.ofSeconds(60));
        source.end = 1;
        waitFor(Duration.ofSeconds(30));

        assertThat(deciders.waiting(0)).isBetween(Duration.ofSeconds(28), Duration.ofSeconds(30));
        assertThat(deciders.waiting(1)).isZero();
    }

    @Test
    void aWaitThatLastsIsToldOnceAndSoIsItsEnd() {
        try (Logged log = Logged.by(Wait.class)) {
            source.end = 1;
            waitFor(Duration.ofSeconds(40));
            assertThat(log.messages())
                    .singleElement(STRING)
                    .startsWith("BNK-5013 partition 0: its commands wait since ")
                    .contains("expected the view beyond");

            view.position = this.log.next;
            view.nextCommand = 1;
            waitFor(Duration.ofSeconds(3));

            assertThat(log.messages()).hasSize(2).last(STRING).startsWith("partition 0: commands are decided again");
        }
    }

    @Test
    void nothingWaitsAnyMoreWhenTheDeciderIsReadyAndNoCommandIsLeft() {
        source.end = 1;
        waitFor(Duration.ofSeconds(30));
        view.position = log.next;
        view.nextCommand = 1;

        waitFor(Duration.ofSeconds(3));

        assertThat(deciders.isReady(0)).isTrue();
        assertThat(deciders.waiting(0)).isZero();
    }

    @Test
    void aViewThatCannotBeReadIsWaitedForToo() {
        source.end = 1;
        view.unreachable = true;
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> deciders.isReady(0)).hasMessage("unreachable");
            now = now.plusSeconds(1);
        }

        assertThat(deciders.waiting(0)).isPositive();
    }

    @Test
    void whereKafkaDoesNotSayWhetherCommandsAreThereTheyAreTakenToWait() {
        source.unavailable = new LogUnavailableException("BNK-5000 expected Kafka", null);
        waitFor(Duration.ofSeconds(30));

        assertThat(deciders.waiting(0)).isPositive();
    }

    @Test
    void commandsThatAreMissingAreShownUntilTheyAreThere() {
        source.missing = "expected offset 7 to come next, found offsets 0 to 3";
        deciders.isReady(0);
        view.position = log.next;
        waitFor(Duration.ofSeconds(5));

        assertThat(deciders.gaps()).containsOnlyKeys(0);
        assertThat(deciders.waiting(0)).isPositive();

        source.missing = null;
        deciders.isReady(0);
        assertThat(deciders.gaps()).isEmpty();
    }

    @Test
    void whatKafkaDoesNotHaveStopsThePartitionOnlyWhenItIsReallyMissing() {
        deciders.isReady(0);
        view.position = log.next;
        deciders.isReady(0);

        deciders.gap(0, "out of range");

        assertThat(deciders.isReady(0)).isTrue();
        source.missing = "it is";
        deciders.gap(0, "out of range");
        assertThat(deciders.isReady(0)).isFalse();
    }

    @Test
    void aPartitionThatGoesWaitsNoMoreHere() {
        source.end = 1;
        source.missing = "all";
        deciders.isReady(0);
        view.position = log.next;
        waitFor(Duration.ofSeconds(30));

        deciders.revoked(List.of(0));

        assertThat(deciders.waiting(0)).isZero();
        assertThat(deciders.gaps()).isEmpty();
    }

    /** Asked every 200 ms, as a consumer does at last. */
    private void waitFor(Duration time) {
        for (var end = now.plus(time); now.isBefore(end); now = now.plusMillis(200)) {
            deciders.isReady(0);
        }
    }
}

package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.log.GroupLag;
import io.banku.log.LogUnavailableException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final int LEAD = 100;

    private final Queue<GroupLag> looks = new ArrayDeque<>();
    private GroupLag last;
    private long nanos;
    private int asked;
    private boolean commandsWait = true;

    /** A second passes from look to look. */
    private final Pace pace = new Pace(this::look, () -> commandsWait, LEAD, Runnable::run, () -> nanos);

    private GroupLag look() {
        nanos += 1_000_000_000;
        asked++;
        last = looks.isEmpty() ? last : looks.remove();
        return last;
    }

    @AfterEach
    void nobodyIsInterruptedAnyMore() {
        Thread.interrupted();
    }

    @Test
    void aViewThatIsNearIsNotWaitedFor() {
        looks.addAll(List.of(new GroupLag(LEAD, 0), new GroupLag(LEAD + 1, 10)));

        pace.await();

        assertThat(looks).hasSize(1);
    }

    @Test
    void itIsWaitedForUntilItIsNear() {
        looks.addAll(List.of(
                new GroupLag(LEAD + 300, 0),
                new GroupLag(LEAD + 200, 100),
                new GroupLag(LEAD + 1, 299),
                new GroupLag(LEAD, 300),
                new GroupLag(0, 400)));

        pace.await();

        assertThat(looks).containsExactly(new GroupLag(0, 400));
    }

    @Test
    void whileNoCommandWaitsTheIngestMayBeTenTimesAsFarAhead() {
        commandsWait = false;
        looks.addAll(List.of(new GroupLag(10 * LEAD + 1, 0), new GroupLag(10 * LEAD, 1), new GroupLag(LEAD, 2)));

        pace.await();

        assertThat(looks).containsExactly(new GroupLag(LEAD, 2));
    }

    @Test
    void nobodyLooksTwiceWithinATenthOfASecond() {
        looks.addAll(List.of(new GroupLag(0, 0), new GroupLag(0, 1), new GroupLag(0, 2)));
        pace.await();

        nanos += 99_000_000;
        pace.await();
        assertThat(looks).hasSize(2);

        nanos += 1_000_000;
        pace.await();
        assertThat(looks).hasSize(1);
    }

    @Test
    void whileALookIsUnderWayNobodyWaitsForIt() {
        Queue<Runnable> underWay = new ArrayDeque<>();
        Pace slow = new Pace(this::look, () -> commandsWait, LEAD, underWay::add, () -> nanos);
        looks.addAll(List.of(new GroupLag(LEAD + 1, 0), new GroupLag(LEAD, 1)));

        slow.await();
        slow.await();
        assertThat(underWay).as("looks asked for").hasSize(1);
        assertThat(asked).isZero();

        underWay.remove().run();
        slow.await();
        assertThat(looks).as("it was waited for a view that is near").isEmpty();
    }

    @Test
    void aViewThatStandsStillHoldsNoFileUpAndIsWaitedForAgainWhenItMoves() {
        looks.add(new GroupLag(LEAD + 1, 50));
        pace.await();
        int before = asked;

        nanos += 100_000_000;
        pace.await();
        assertThat(asked - before).as("looks").isEqualTo(1);

        looks.addAll(List.of(new GroupLag(LEAD + 5, 51), new GroupLag(LEAD, 56), new GroupLag(0, 60)));
        nanos += 100_000_000;
        pace.await();
        assertThat(looks).hasSize(1);
    }

    @Test
    void aViewThatIsBuiltAgainFromFarBehindHoldsNoFileUp() {
        looks.addAll(List.of(new GroupLag(50 * LEAD + 1, 0), new GroupLag(50 * LEAD, 1)));

        pace.await();

        assertThat(looks).hasSize(1);
    }

    @Test
    void whoeverIsToStopStops() {
        looks.addAll(List.of(new GroupLag(LEAD + 2, 0), new GroupLag(LEAD + 1, 1), new GroupLag(LEAD, 2)));
        Thread.currentThread().interrupt();

        pace.await();

        assertThat(looks).hasSize(2);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void whatIsNotKnownIsNotWaitedFor() {
        Pace blind = new Pace(
                () -> {
                    throw new LogUnavailableException("BNK-5000", null);
                },
                () -> commandsWait,
                LEAD,
                Runnable::run,
                () -> nanos);

        blind.await();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}

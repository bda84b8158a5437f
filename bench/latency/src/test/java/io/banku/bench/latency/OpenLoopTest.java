package io.banku.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.bench.latency.OpenLoop.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final long PERIOD = 10;

    /** A clock that moves only when it is waited for, or set. */
    private static final class Hand implements Clock {
        private volatile long now = 1_000;

        @Override
        public long now() {
            return now;
        }

        @Override
        public void until(long moment) {
            now = Math.max(now, moment);
        }
    }

    private final Hand clock = new Hand();

    @Test
    void eachIsSentWhenItIsDueThoughNobodyIsAnswered() throws Exception {
        List<CompletableFuture<String>> unanswered = new ArrayList<>();

        Round<String> round = new OpenLoop(clock, PERIOD, 100).run(4, number -> {
            unanswered.add(new CompletableFuture<>());
            if (number == 3) {
                unanswered.forEach(answer -> answer.complete("after all"));
            }
            return unanswered.get(number);
        });

        assertThat(round.arrivals())
                .containsExactly(
                        new Arrival<>(1_000, 1_000, 1_030, "after all"),
                        new Arrival<>(1_010, 1_010, 1_030, "after all"),
                        new Arrival<>(1_020, 1_020, 1_030, "after all"),
                        new Arrival<>(1_030, 1_030, 1_030, "after all"));
        assertThat(round.mostUnderWay()).isEqualTo(4);
    }

    @Test
    void whoIsSentLateHasWaitedSinceItWasDue() throws Exception {
        Round<String> round = new OpenLoop(clock, PERIOD, 100).run(3, number -> {
            clock.now += number == 0 ? 25 : 1; // the first one keeps the generator
            return CompletableFuture.completedFuture("at once");
        });

        assertThat(round.arrivals()).extracting(Arrival::sentLate).containsExactly(0L, 15L, 6L);
        assertThat(round.arrivals()).extracting(Arrival::took).containsExactly(25L, 16L, 7L);
    }

    @Test
    void whoFindsNoRoomIsSentLateAndTold() throws Exception {
        Thread generator = Thread.currentThread();
        CompletableFuture<String> first = new CompletableFuture<>();
        Thread server = new Thread(() -> {
            while (generator.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            clock.now += 500;
            first.complete("made room");
        });

        Round<String> round = new OpenLoop(clock, PERIOD, 1).run(2, number -> {
            if (number == 0) {
                server.start();
                return first;
            }
            return CompletableFuture.completedFuture("sent at last");
        });
        server.join();

        assertThat(round.foundNoRoom()).isEqualTo(1);
        assertThat(round.mostUnderWay()).isEqualTo(1);
        assertThat(round.arrivals())
                .containsExactly(
                        new Arrival<>(1_000, 1_000, 1_510, "made room"),
                        new Arrival<>(1_010, 1_510, 1_510, "sent at last"));
    }
}

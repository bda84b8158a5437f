package io.banku.bench.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/**
 * Sends at moments that are fixed beforehand, whatever the answers do: a server that stalls meets all who come meanwhile,
 * and each of them counts. A loop that waits for answers would send nobody into the stall, and see one slow answer.
 */
final class OpenLoop {
    private final Clock clock;
    private final long period;
    private final int mostUnderWay;

    /** @param period nanoseconds from one to the next */
    OpenLoop(Clock clock, long period, int mostUnderWay) {
        this.clock = clock;
        this.period = period;
        this.mostUnderWay = mostUnderWay;
    }

    /** @param foundNoRoom how many had to wait because too many were under way; they are sent late, and none is left out */
    record Round<T>(List<Arrival<T>> arrivals, int mostUnderWay, int foundNoRoom) {}

    /**
     * Returns when all are answered.
     *
     * @param send must not wait for the answer, and must come to an end with one, be it that there is none
     */
    <T> Round<T> run(int count, IntFunction<CompletableFuture<T>> send) throws InterruptedException {
        Semaphore room = new Semaphore(mostUnderWay);
        List<CompletableFuture<Arrival<T>>> sentOff = new ArrayList<>(count);
        int foundNoRoom = 0;
        int most = 0;
        long start = clock.now();
        for (int i = 0; i < count; i++) {
            long due = start + i * period;
            clock.until(due);
            if (!room.tryAcquire()) {
                foundNoRoom++;
                room.acquire();
            }
            most = Math.max(most, mostUnderWay - room.availablePermits());
            long sent = clock.now();
            sentOff.add(send.apply(i).thenApply(answer -> {
                Arrival<T> arrival = new Arrival<>(due, sent, clock.now(), answer);
                room.release();
                return arrival;
            }));
        }
        return new Round<>(sentOff.stream().map(CompletableFuture::join).toList(), most, foundNoRoom);
    }
}

package io.banku.batch;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stops at one point, the first time, until it is told to go on: a process that is paused, or never heard of again. */
final class StandStill extends Steps {
    private final Point where;
    private final AtomicBoolean reached = new AtomicBoolean();
    private final CountDownLatch goOn = new CountDownLatch(1);

    StandStill(Point where) {
        this.where = where;
    }

    @Override
    void at(Point point) {
        if (point == where && reached.compareAndSet(false, true)) {
            try {
                goOn.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("ended at " + point, ended);
            }
        }
    }

    void awaitReached() {
        await().atMost(DayFeed.PATIENCE).untilTrue(reached);
    }

    void goOn() {
        goOn.countDown();
    }
}

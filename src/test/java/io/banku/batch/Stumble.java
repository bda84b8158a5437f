package io.banku.batch;

import java.util.concurrent.atomic.AtomicBoolean;

/** Fails at one point, the first time: the process stays and tries again. */
final class Stumble extends Steps {
    private final Point where;
    private final AtomicBoolean failed = new AtomicBoolean();

    Stumble(Point where) {
        this.where = where;
    }

    @Override
    void at(Point point) {
        if (point == where && failed.compareAndSet(false, true)) {
            throw new IllegalStateException("failed on purpose at " + point);
        }
    }

    boolean hasFailed() {
        return failed.get();
    }
}

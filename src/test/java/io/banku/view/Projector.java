package io.banku.view;

import io.banku.account.LogEntry;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * A process that projects one partition as the chunk consumer drives it: chunks of random size that chain; after one
 * that was not done, and after a start, it reads on from the stored position.
 */
final class Projector {
    /** Applies entries between two positions and returns where the view stands. */
    interface Folding {
        long apply(int partition, Span span, Iterator<LogEntry> entries, Tally tally);
    }

    private final SimulatedStore store;
    private final Folding folding;
    private final List<LogEntry> log;
    private final long end;
    private final Random random;
    private long chain;
    private boolean isRebuilding;

    Projector(SimulatedStore store, Folding folding, List<LogEntry> log, Random random) {
        this.store = store;
        this.folding = folding;
        this.log = log;
        this.end = log.get(log.size() - 1).offset() + 2; // the last transaction's marker
        this.random = random;
        this.chain = store.stored();
    }

    long end() {
        return end;
    }

    /** Applies one chunk from where it believes the view to be; then knows better, or goes to where the view is. */
    void step() {
        if (isRebuilding) {
            store.empty();
            probe();
            return;
        }
        long expected = chain;
        long next = random.nextInt(4) == 0 ? end : Math.min(end, expected + 1 + random.nextInt(25));
        if (expected >= next) {
            probe();
            return;
        }
        try {
            long reached = folding.apply(0, Span.of(expected, next), between(expected, next), new Tally());
            if (reached >= next) {
                chain = next;
            } else {
                probe();
            }
        } catch (ViewException failed) {
            probe();
        }
    }

    /** While nothing arrives, the stored position is compared; a slot that is to be emptied is seen here, and nowhere else. */
    void probe() {
        isRebuilding = store.position() < 0;
        chain = store.stored();
    }

    private Iterator<LogEntry> between(long from, long to) {
        return log.stream()
                .filter(entry -> entry.offset() >= from && entry.offset() < to)
                .iterator();
    }
}

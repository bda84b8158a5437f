package io.banku.batch;

import io.banku.log.AppendFailedException;
import io.banku.record.FramingException;
import java.io.IOException;
import java.util.Iterator;

/** The steps of a batch in the order of the route, and every point between them at which something could happen. */
class Steps implements BatchRoute, BatchObserver {

    /** Where a batch can be cut off. */
    enum Point {
        ARRIVED,
        STAGED_IN_LEDGER,
        STAGED,
        CHECKED_IN_LEDGER,
        CHECKED,
        FIRST_CHUNK_IN_LOG,
        IN_A_TRANSACTION,
        BEFORE_LAST_CHUNK,
        LAST_CHUNK_IN_LOG,
        SEALED_IN_LEDGER,
        BEFORE_SETTLING,
        SETTLED
    }

    /** The batch has come to this point. */
    void at(Point point) {}

    /** Its file is about to be read. */
    void opened(BatchRun run) throws IOException {}

    @Override
    public void send(BatchRun run) throws IOException, AppendFailedException {
        at(Point.ARRIVED);
        run.stage();
        at(Point.STAGED);
        if (run.batch() != null) {
            opened(run);
        }
        run.check();
        at(Point.CHECKED);
        try {
            for (Iterator<Chunk> chunks = run.chunks(); chunks.hasNext(); ) {
                Chunk chunk = chunks.next();
                if (chunk.last()) {
                    at(Point.BEFORE_LAST_CHUNK);
                }
                run.publish(new Chunk(
                        new Interrupted<>(chunk.events(), () -> at(Point.IN_A_TRANSACTION)),
                        chunk.entries(),
                        chunk.rejects(),
                        chunk.done(),
                        chunk.last()));
            }
        } catch (FramingException unreadable) {
            throw new IOException(unreadable);
        }
        at(Point.BEFORE_SETTLING);
        run.settle();
        at(Point.SETTLED);
    }

    @Override
    public void moved(Batch batch) {
        switch (batch.state()) {
            case STAGED -> at(Point.STAGED_IN_LEDGER);
            case CHECKED -> at(Point.CHECKED_IN_LEDGER);
            case SEALED -> at(Point.SEALED_IN_LEDGER);
            default -> {}
        }
    }

    @Override
    public void published(Batch batch, int events) {
        at(batch.state() == BatchState.SEALED ? Point.LAST_CHUNK_IN_LOG : Point.FIRST_CHUNK_IN_LOG);
    }

    /** A list in whose middle something happens to whoever walks over it. */
    private static final class Interrupted<T> extends java.util.AbstractList<T> {
        private final java.util.List<T> list;
        private final Runnable event;

        Interrupted(java.util.List<T> list, Runnable event) {
            this.list = list;
            this.event = event;
        }

        @Override
        public T get(int index) {
            if (index == list.size() / 2) {
                event.run();
            }
            return list.get(index);
        }

        @Override
        public int size() {
            return list.size();
        }
    }
}

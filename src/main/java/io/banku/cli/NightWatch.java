package io.banku.cli;

import io.banku.batch.Batch;
import io.banku.batch.BatchObserver;
import io.banku.batch.BatchState;
import io.banku.batch.Finding;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Waits for what becomes of a file. */
final class NightWatch implements BatchObserver {
    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();

    /** @param batch null for a file that never became one */
    record Outcome(String file, String state, Batch batch, List<Finding> findings) {}

    @Override
    public void moved(Batch batch) {
        if (batch.state() == BatchState.SEALED
                || batch.state() == BatchState.HELD
                || batch.state() == BatchState.REFUSED) {
            outcomes.add(new Outcome(batch.file(), batch.state().text(), batch, batch.findings()));
        }
    }

    @Override
    public void duplicate(String feed, String file, Finding note) {
        outcomes.add(new Outcome(file, "duplicates", null, List.of(note)));
    }

    @Override
    public void unclaimed(String file, Finding note) {
        outcomes.add(new Outcome(file, "refused", null, List.of(note)));
    }

    Outcome next(String file) throws InterruptedException {
        Outcome outcome = outcomes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (outcome == null || !outcome.file().equals(file)) {
            throw new CommandException(
                    ExitCode.INTERNAL,
                    "expected something to become of " + file + " within " + PATIENCE_SECONDS + " s, found "
                            + (outcome == null ? "nothing" : outcome.file() + " " + outcome.state()));
        }
        return outcome;
    }
}

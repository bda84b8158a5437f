package io.banku.camel;

import io.banku.view.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** A step that lasts until the command's outcome is known, or for as long as the client wants; without a thread. */
public final class AwaitedOutcome extends AsyncProcessorSupport {
    private final ViewWatch watch;
    private final Duration most;

    public AwaitedOutcome(ViewWatch watch, Duration most) {
        this.watch = watch;
        this.most = most;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CommandInTransit command = CommandInTransit.of(exchange);
        Duration wait = command.waitAtMost(most);
        boolean waits = command.outcome() == null
                && !wait.isZero()
                && waits(command, wait, found -> {
                    found.ifPresent(command::came);
                    callback.done(false);
                });
        if (!waits) {
            callback.done(true);
        }
        return !waits;
    }

    /** For the log, or for the view that says how the account stands. */
    private boolean waits(CommandInTransit command, Duration wait, Consumer<Optional<Outcome>> then) {
        int partition = command.partition();
        String id = command.submission().id();
        return command.preference().isRepresentation()
                ? watch.outcome(partition, id, wait, then)
                : watch.decision(partition, id, wait, then);
    }
}

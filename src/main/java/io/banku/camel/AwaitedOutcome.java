package io.banku.camel;

import java.time.Duration;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** A step that lasts until the command's outcome is in the view, or for as long as the client wants; without a thread. */
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
                && watch.outcome(command.partition(), command.submission().id(), wait, found -> {
                    found.ifPresent(command::came);
                    callback.done(false);
                });
        if (!waits) {
            callback.done(true);
        }
        return !waits;
    }
}

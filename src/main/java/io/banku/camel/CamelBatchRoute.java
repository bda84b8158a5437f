package io.banku.camel;

import io.banku.batch.BatchRoute;
import io.banku.batch.BatchRun;
import io.banku.log.AppendFailedException;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Sends a batch through {@code direct:batch} and hands back what went wrong as it was thrown. */
public final class CamelBatchRoute implements BatchRoute {
    private final Supplier<CamelContext> camel;
    private ProducerTemplate template;

    /** @param camel asked when the first batch comes: by then it has been started */
    public CamelBatchRoute(Supplier<CamelContext> camel) {
        this.camel = camel;
    }

    @Override
    public void send(BatchRun run) throws IOException, AppendFailedException {
        Exchange exchange =
                template().send("direct:batch", sent -> sent.getMessage().setBody(run));
        Exception failure = thrown(exchange.getException());
        if (failure instanceof IOException unreadable) {
            throw unreadable;
        }
        if (failure instanceof AppendFailedException failed) {
            throw failed;
        }
        if (failure instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    /** Out of a chunk's own exchange it comes wrapped. */
    private static Exception thrown(Exception failure) {
        return failure instanceof CamelExchangeException wrapper && wrapper.getCause() instanceof Exception cause
                ? cause
                : failure;
    }

    private synchronized ProducerTemplate template() {
        if (template == null) {
            template = camel.get().createProducerTemplate();
        }
        return template;
    }
}

package io.banku.camel;

import io.banku.audit.AuditEntry;
import io.banku.audit.AuditLog;
import io.banku.batch.LedgerFormat;
import io.banku.log.LogUnavailableException;
import java.util.concurrent.CompletionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * What somebody has said, on its way into the ledger and the audit: {@link #keep} says what is to be written, and the route
 * {@code direct:to-the-ledger} writes it and goes on when both are there; without a thread.
 */
public final class IntoTheLedger extends AsyncProcessorSupport {
    private static final String SAID = "banku.said";

    private final AuditLog log;

    /** @param key of the record in the ledger */
    private record Said(AuditEntry entry, String key, Object value) {}

    public IntoTheLedger(AuditLog log) {
        this.log = log;
    }

    /** @param entry names the feed whose part of the ledger the record belongs to */
    void keep(Exchange exchange, AuditEntry entry, String key, Object value) {
        exchange.setProperty(SAID, new Said(named(exchange, entry), key, value));
    }

    /** Returns when it is in the audit; nothing of it is for the ledger. */
    void keepNow(Exchange exchange, AuditEntry entry) {
        try {
            log.keep(named(exchange, entry)).join();
        } catch (CompletionException failed) {
            throw new LogUnavailableException(
                    "expected it to be in banku.audit before anything is done, found: " + failed.getCause(), failed);
        }
    }

    private static AuditEntry named(Exchange exchange, AuditEntry entry) {
        return entry.byToken(Caller.isKnown(exchange));
    }

    /** Whether the ledger may hold it: then a failure says nothing about it. */
    static boolean isHandedOver(Exchange exchange) {
        return exchange.getProperty(SAID) != null;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Said said = exchange.getProperty(SAID, Said.class);
        log.keep(said.entry(), said.key(), LedgerFormat.write(said.value())).whenComplete((kept, failure) -> {
            if (failure instanceof LogUnavailableException) {
                exchange.removeProperty(SAID); // it is in the ledger for certain not
            }
            if (failure != null) {
                exchange.setException(failure);
            }
            callback.done(false);
        });
        return false;
    }
}

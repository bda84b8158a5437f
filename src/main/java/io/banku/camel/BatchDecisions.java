package io.banku.camel;

import io.banku.audit.AuditEntry;
import io.banku.batch.Batch;
import io.banku.batch.Decision;
import io.banku.batch.Grounds;
import io.banku.batch.LedgerFormat;
import io.banku.batch.LedgerIndex;
import io.banku.batch.Precedence;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;

/** An operator's decision about a held batch on its way into the ledger. */
public final class BatchDecisions {
    private final LedgerIndex ledger;
    private final IntoTheLedger intoTheLedger;
    private final Precedence precedence;
    private final Clock clock;

    private record Wish(Decision.Action action, Grounds grounds, String despite) {
        String word() {
            return action.name().toLowerCase(Locale.ROOT);
        }
    }

    public BatchDecisions(LedgerIndex ledger, IntoTheLedger intoTheLedger, Clock clock) {
        this.ledger = ledger;
        this.intoTheLedger = intoTheLedger;
        this.precedence = new Precedence(ledger, clock);
        this.clock = clock;
    }

    public void decision(@Header("id") String id, Exchange exchange) {
        Wish wish = wish(exchange);
        Batch batch = BatchQueries.find(ledger, id);
        if (!batch.isToBeDecided()) {
            throw new ProblemException(
                    Problem.BATCH_NOT_HELD,
                    "expected batch " + batch.file() + " to be held or waiting, found it "
                            + batch.state().text());
        }
        Decision decision = new Decision(
                UUID.randomUUID().toString(),
                batch.id(),
                batch.revision(),
                batch.feed(),
                wish.action(),
                wish.grounds().reason(),
                wish.grounds().by(),
                wish.grounds().at(),
                wish.action() == Decision.Action.REFUSE ? refusable(batch) : named(batch, wish.despite()));
        exchange.setProperty("batch", batch);
        AuditEntry entry = AuditEntry.of(decision.id(), wish.word(), decision.by(), decision.reason(), decision.at())
                .ofBatch(batch.feed(), batch.id())
                .about(decision.despite() == null ? null : "despite batch " + decision.despite());
        intoTheLedger.keep(exchange, entry, LedgerFormat.key(decision), decision);
    }

    /** Always null: a refusal names nothing. */
    private static String refusable(Batch batch) {
        if (batch.isPartlyIn()) {
            throw new ProblemException(
                    Problem.BATCH_PARTLY_IN,
                    "expected a batch of which nothing is in the log, found " + batch.done() + " records of "
                            + batch.file() + " there");
        }
        return null;
    }

    /** The id of the batch that a release names, where it has to name one; null where nothing is named. */
    private String named(Batch batch, String beginning) {
        String named =
                beginning == null ? null : BatchQueries.find(ledger, beginning).id();
        if (!batch.conflicts().isEmpty() && (named == null || !batch.conflicts().contains(named))) {
            throw new ProblemException(
                    Problem.RELEASE_NAMES_NOTHING,
                    "expected in 'despite' the batch whose records are in the log, one of " + batch.conflicts()
                            + ", found " + (named == null ? "nothing" : named));
        }
        return named;
    }

    public void answer(Exchange exchange) {
        Batch batch = exchange.getProperty("batch", Batch.class);
        Message answer = Answers.json(exchange, 202, BatchDocument.line(batch, precedence.of(batch)));
        answer.setHeader("Location", "/api/v1/batches/" + batch.id());
    }

    private Wish wish(Exchange exchange) {
        List<RequestFault> faults = new ArrayList<>();
        StrictBody body = StrictBody.read(exchange.getMessage().getBody(byte[].class), faults);
        String action = body.required("action", "release or refuse", text -> text.matches("release|refuse"));
        Grounds grounds = GroundsForm.read(body, exchange, clock);
        String despite = body.optional(
                "despite", "the id of a batch, or the beginning of it", text -> text.matches("[0-9a-f]{1,64}"));
        body.nothingElse();
        if (!faults.isEmpty()) {
            throw ProblemException.malformed(faults);
        }
        return new Wish(Decision.Action.valueOf(action.toUpperCase(Locale.ROOT)), grounds, despite);
    }
}

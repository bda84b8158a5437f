package io.banku.camel;

import io.banku.audit.AuditEntry;
import io.banku.batch.Batch;
import io.banku.batch.Decision;
import io.banku.batch.Grounds;
import io.banku.batch.LedgerFormat;
import io.banku.batch.LedgerIndex;
import io.banku.batch.Precedence;
import io.banku.batch.Wish;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;

/** An operator's decision about a held batch on its way into the ledger. */
public final class BatchDecisions {
    private static final String BATCH = "batch";
    private static final String WAITS = "banku.wish";

    private final LedgerIndex ledger;
    private final IntoTheLedger intoTheLedger;
    private final Precedence precedence;
    private final Clock clock;

    /** What a request asks for. @param of what is approved: release or refuse */
    private record Asked(String action, Grounds grounds, String despite, String of) {}

    public BatchDecisions(LedgerIndex ledger, IntoTheLedger intoTheLedger, Clock clock) {
        this.ledger = ledger;
        this.intoTheLedger = intoTheLedger;
        this.precedence = new Precedence(ledger, clock);
        this.clock = clock;
    }

    public void decision(@Header("id") String id, Exchange exchange) {
        Asked asked = asked(exchange);
        Batch batch = BatchQueries.find(ledger, id);
        if (!batch.isToBeDecided()) {
            throw new ProblemException(
                    Problem.BATCH_NOT_HELD,
                    "expected batch " + batch.file() + " to be held or waiting, found it "
                            + batch.state().text());
        }
        exchange.setProperty(BATCH, batch);
        switch (asked.action()) {
            case "approve" -> approve(batch, asked, exchange);
            case "withdraw" -> withdraw(batch, asked, exchange);
            default -> decide(batch, asked, exchange);
        }
    }

    private void decide(Batch batch, Asked asked, Exchange exchange) {
        Decision.Action action = Decision.Action.of(asked.action());
        boolean takesTwo = ledger.takesTwo(batch, action);
        Decision decision = new Decision(
                UUID.randomUUID().toString(),
                batch.id(),
                batch.revision(),
                batch.feed(),
                action,
                asked.grounds().reason(),
                asked.grounds().by(),
                asked.grounds().at(),
                action == Decision.Action.REFUSE ? refusable(batch) : named(batch, asked.despite()),
                takesTwo ? ledger.lastRepair(batch) : null,
                null);
        String despite = decision.despite() == null ? null : "despite batch " + decision.despite();
        if (takesTwo) {
            Caller.requireKnown(exchange, decision.feed() + " takes two people to " + action.word());
            Wish wish = Wish.of(decision);
            AuditEntry entry = entry(decision.id(), "ask-" + action.word(), asked, batch);
            keep(exchange, entry.about(despite), wish, LedgerFormat.key(wish), wish);
        } else {
            AuditEntry entry = entry(decision.id(), action.word(), asked, batch);
            keep(exchange, entry.about(despite), null, LedgerFormat.key(decision), decision);
        }
    }

    private void approve(Batch batch, Asked asked, Exchange exchange) {
        Wish wish = waiting(batch);
        Decision decision = wish.decision();
        if (!decision.action().word().equals(asked.of())) {
            throw new ProblemException(
                    Problem.NOTHING_ASKED,
                    "expected batch " + batch.file() + " to wait for a " + asked.of() + ", found that " + decision.by()
                            + " asked for another thing: " + decision.action().word());
        }
        Caller.requireKnown(exchange, "it takes another person to approve");
        if (asked.grounds().by().equals(decision.by())) {
            throw new ProblemException(
                    Problem.SAME_PERSON,
                    "expected somebody else than " + decision.by() + ", who asked for the "
                            + decision.action().word() + ", found the same");
        }
        ledger.isVoid(wish, batch).ifPresent(why -> {
            throw new ProblemException(
                    Problem.WISH_VOID,
                    "expected batch " + batch.file() + " as it was when " + decision.by() + " asked, found that "
                            + why);
        });
        Decision approved = decision.approvedBy(asked.grounds());
        AuditEntry entry = entry(UUID.randomUUID().toString(), "approve", asked, batch)
                .about(decision.action().word() + " " + decision.id() + ", asked for by " + decision.by());
        keep(exchange, entry, null, LedgerFormat.key(approved), approved);
    }

    private void withdraw(Batch batch, Asked asked, Exchange exchange) {
        Wish wish = waiting(batch);
        AuditEntry entry = entry(UUID.randomUUID().toString(), "withdraw", asked, batch)
                .about(wish.decision().action().word() + " " + wish.decision().id() + ", asked for by "
                        + wish.decision().by());
        keep(exchange, entry, null, LedgerFormat.key(wish), wish.withdrawn(asked.grounds()));
    }

    private Wish waiting(Batch batch) {
        return ledger.wish(batch)
                .orElseThrow(() -> new ProblemException(
                        Problem.NOTHING_ASKED,
                        "expected a decision about batch " + batch.file()
                                + " that waits for somebody else, found none"));
    }

    private static AuditEntry entry(String id, String action, Asked asked, Batch batch) {
        Grounds grounds = asked.grounds();
        return AuditEntry.of(id, action, grounds.by(), grounds.reason(), grounds.at())
                .ofBatch(batch.feed(), batch.id());
    }

    /** @param wish what waits when this is kept, or null */
    private void keep(Exchange exchange, AuditEntry entry, Wish wish, String key, Object value) {
        exchange.setProperty(WAITS, wish);
        intoTheLedger.keep(exchange, entry, key, value);
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
        Batch batch = exchange.getProperty(BATCH, Batch.class);
        Optional<Wish> waits = Optional.ofNullable(exchange.getProperty(WAITS, Wish.class));
        Message answer = Answers.json(
                exchange,
                202,
                BatchDocument.line(batch, precedence.of(batch), WaitingWish.of(waits, Optional.empty())));
        answer.setHeader("Location", "/api/v1/batches/" + batch.id());
    }

    private Asked asked(Exchange exchange) {
        List<RequestFault> faults = new ArrayList<>();
        StrictBody body = StrictBody.read(exchange.getMessage().getBody(byte[].class), faults);
        String action = body.required(
                "action",
                "release, refuse, approve or withdraw",
                text -> text.matches("release|refuse|approve|withdraw"));
        Grounds grounds = GroundsForm.read(body, exchange, clock);
        String despite = body.optional(
                "despite", "the id of a batch, or the beginning of it", text -> text.matches("[0-9a-f]{1,64}"));
        String of = body.optional("of", "with approve: release or refuse", text -> text.matches("release|refuse"));
        if ("approve".equals(action) && of == null && faults.isEmpty()) {
            faults.add(RequestFault.inBody("/of", "release or refuse, whichever is approved", "nothing"));
        }
        body.nothingElse();
        if (!faults.isEmpty()) {
            throw ProblemException.malformed(faults);
        }
        return new Asked(action, grounds, despite, of);
    }
}

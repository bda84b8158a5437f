package io.banku.camel;

import io.banku.audit.AuditEntry;
import io.banku.batch.Batch;
import io.banku.batch.BatchState;
import io.banku.batch.Decision;
import io.banku.batch.LedgerFormat;
import io.banku.batch.LedgerIndex;
import io.banku.batch.RejectLife;
import io.banku.batch.Rejects;
import io.banku.batch.Rejects.Seen;
import io.banku.batch.Repair;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;

/** One reject as it is, and what an operator says about it on its way into the ledger. */
public final class RejectDecisions {
    private static final String SAID = "banku.repair";
    private static final String SEEN = "banku.reject";

    private final LedgerIndex ledger;
    private final Rejects rejects;
    private final IntoTheLedger intoTheLedger;
    private final Clock clock;

    /** @param life with what is said now */
    private record Told(Batch batch, Seen original, Seen now, RejectLife life) {
        Object document() {
            return RejectDocument.of(batch, original, now, life);
        }
    }

    /** Something to be read where the batch's file lies. */
    private interface Look {
        Seen at() throws IOException;
    }

    public RejectDecisions(LedgerIndex ledger, Rejects rejects, IntoTheLedger intoTheLedger, Clock clock) {
        this.ledger = ledger;
        this.rejects = rejects;
        this.intoTheLedger = intoTheLedger;
        this.clock = clock;
    }

    public void get(@Header("id") String id, @Header("record") String record, Exchange exchange) throws IOException {
        Batch batch = BatchQueries.find(ledger, id);
        Seen checked = original(batch, number(record));
        RejectLife life = life(batch, checked);
        Seen original = checked.reject() != null ? checked : look(batch, () -> rejects.asSent(batch, checked.record()));
        requireReject(batch, original);
        Seen now = life.correction() == null ? null : look(batch, () -> rejects.asCorrected(batch, original.record()));
        Answers.json(exchange, 200, new Told(batch, original, now, life).document());
    }

    public void decision(@Header("id") String id, @Header("record") String record, Exchange exchange)
            throws IOException {
        RejectWish wish = RejectWish.read(exchange, clock);
        Batch batch = BatchQueries.find(ledger, id);
        requireReady(batch, wish.action());
        requireOne(batch, wish.action());
        Seen original = toBeDecided(batch, number(record));
        requireReject(batch, original);
        RejectLife life = life(batch, original);
        requireOpen(life, wish.action());
        Seen now = wish.action() == Repair.Action.CORRECT
                ? corrected(batch, original.record(), wish)
                : life.correction() == null ? null : look(batch, () -> rejects.asCorrected(batch, original.record()));
        exchange.setProperty(SEEN, new Told(batch, original, now, life));
        if (!wish.isDry()) {
            keep(repair(batch, original, now, wish), exchange);
        }
    }

    private void keep(Repair repair, Exchange exchange) {
        exchange.setProperty(SAID, repair);
        String word = repair.action().name().toLowerCase(Locale.ROOT);
        AuditEntry entry = AuditEntry.of(repair.id(), word, repair.by(), repair.reason(), repair.at())
                .ofBatch(repair.feed(), repair.batch())
                .ofRecord(
                        repair.record(),
                        repair.set() == null ? null : List.copyOf(repair.set().keySet()));
        intoTheLedger.keep(exchange, entry, LedgerFormat.key(repair), repair);
    }

    public boolean isToBeKept(Exchange exchange) {
        return exchange.getProperty(SAID) != null;
    }

    public void answer(Exchange exchange) {
        Told told = exchange.getProperty(SEEN, Told.class);
        Repair said = exchange.getProperty(SAID, Repair.class);
        if (said == null) {
            Answers.json(exchange, 200, told.document());
            return;
        }
        RejectLife life = told.life().with(said);
        Message answer =
                Answers.json(exchange, 202, new Told(told.batch(), told.original(), told.now(), life).document());
        answer.setHeader("Location", "/api/v1/batches/" + told.batch().id() + "/rejects/" + said.record());
    }

    private Repair repair(Batch batch, Seen original, Seen now, RejectWish wish) {
        boolean isCorrection = wish.action() == Repair.Action.CORRECT;
        return new Repair(
                UUID.randomUUID().toString(),
                batch.feed(),
                batch.id(),
                batch.attempt(),
                original.record(),
                wish.action(),
                isCorrection ? wish.set() : null,
                isCorrection ? HexFormat.of().formatHex(original.original()) : null,
                isCorrection ? HexFormat.of().formatHex(now.bytes()) : null,
                wish.grounds().reason(),
                wish.grounds().by(),
                wish.grounds().at());
    }

    private Seen corrected(Batch batch, long record, RejectWish wish) throws IOException {
        Seen now;
        try {
            now = look(batch, () -> rejects.with(batch, record, wish.set()));
        } catch (IllegalArgumentException unfit) {
            throw new ProblemException(Problem.CORRECTION_REFUSED, unfit.getMessage());
        }
        if (now.reject() != null) {
            String field =
                    now.reject().field() == null ? "" : " " + now.reject().field();
            throw new ProblemException(
                    Problem.CORRECTION_REFUSED,
                    "expected a record that becomes events, found "
                            + now.reject().code() + field + ": " + now.reject().reason());
        }
        return now;
    }

    /** What was corrected before its batch was released went with it. */
    private RejectLife life(Batch batch, Seen checked) {
        RejectLife life = ledger.life(batch, checked.record());
        boolean isIn = batch.state() == BatchState.SEALED && checked.reject() == null;
        return isIn && life.correction() != null ? life.inLog() : life;
    }

    private static void requireReject(Batch batch, Seen original) {
        if (original.reject() == null) {
            throw new ProblemException(
                    Problem.REJECT_NOT_FOUND,
                    "expected a reject of batch " + batch.id() + ", found that record " + original.record()
                            + " is none");
        }
    }

    /** What was corrected may be corrected again, or taken back, as long as nothing of its batch is in the log. */
    private Seen toBeDecided(Batch batch, long record) throws IOException {
        Seen checked = original(batch, record);
        return checked.reject() == null && batch.state() == BatchState.HELD && !batch.isPartlyIn()
                ? look(batch, () -> rejects.asSent(batch, record))
                : checked;
    }

    private Seen original(Batch batch, long record) throws IOException {
        try {
            return look(batch, () -> rejects.asChecked(batch, record));
        } catch (NoSuchElementException none) {
            throw new ProblemException(Problem.REJECT_NOT_FOUND, none.getMessage());
        }
    }

    private static Seen look(Batch batch, Look look) throws IOException {
        try {
            return look.at();
        } catch (NoSuchFileException elsewhere) {
            throw new ProblemException(
                    Problem.FILES_ELSEWHERE,
                    "expected the folder of batch " + batch.id() + " in banku.data of this process, found none at "
                            + elsewhere.getMessage());
        }
    }

    private static void requireReady(Batch batch, Repair.Action action) {
        boolean isReady = batch.state() == BatchState.SEALED
                || batch.state() == BatchState.HELD && action != Repair.Action.RESUBMIT;
        if (!isReady) {
            throw new ProblemException(
                    Problem.REJECT_NOT_READY,
                    "expected batch " + batch.file() + " to be "
                            + (action == Repair.Action.RESUBMIT ? "sealed" : "held or sealed") + ", found it "
                            + batch.state().text());
        }
    }

    /** What a release may not put into the log without a second person, a resubmission may not either. */
    private void requireOne(Batch batch, Repair.Action action) {
        if (action == Repair.Action.RESUBMIT && ledger.takesTwo(batch, Decision.Action.RELEASE)) {
            throw new ProblemException(
                    Problem.TAKES_TWO,
                    "expected a feed whose rejects one person may resubmit, found " + batch.feed()
                            + ", which takes two people to release");
        }
    }

    /** A request that is not carried out yet means the correction that was seen with it. */
    private static void requireOpen(RejectLife life, Repair.Action action) {
        boolean isLate = life.state().isFinal() && action != Repair.Action.RESUBMIT
                || life.state() == RejectLife.State.REQUESTED && action == Repair.Action.CORRECT;
        if (isLate) {
            throw new ProblemException(
                    Problem.REJECT_NOT_READY,
                    "expected a reject that is not resubmitted, found it "
                            + life.state().text());
        }
    }

    private static long number(String record) {
        if (record == null || !record.matches("[1-9][0-9]{0,17}")) {
            throw ProblemException.malformed(List.of(
                    RequestFault.inParameter("record", "a whole number from 1", record == null ? "nothing" : record)));
        }
        return Long.parseLong(record);
    }
}

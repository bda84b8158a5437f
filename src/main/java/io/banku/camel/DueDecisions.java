package io.banku.camel;

import io.banku.audit.AuditEntry;
import io.banku.batch.DueFile;
import io.banku.batch.Excuse;
import io.banku.batch.Grounds;
import io.banku.batch.LedgerFormat;
import io.banku.batch.LedgerIndex;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** That a file which is due is not waited for, on its way into the ledger. */
public final class DueDecisions {
    private static final String EXCUSED = "banku.excused";

    private final LedgerIndex ledger;
    private final IntoTheLedger intoTheLedger;
    private final Clock clock;

    private record Wish(LocalDate date, Grounds grounds) {}

    public DueDecisions(LedgerIndex ledger, IntoTheLedger intoTheLedger, Clock clock) {
        this.ledger = ledger;
        this.intoTheLedger = intoTheLedger;
        this.clock = clock;
    }

    public void decision(@Header("feed") String feed, @Header("date") String date, Exchange exchange) {
        Wish wish = wish(date, exchange);
        DueFile missing = ledger.missing(feed, wish.date(), clock.instant())
                .orElseThrow(() -> new ProblemException(
                        Problem.NOTHING_DUE,
                        "expected a file of feed " + feed + " that is due on " + wish.date()
                                + " and not here, found none"));
        if (missing.excuse() != null) {
            throw new ProblemException(
                    Problem.NOTHING_DUE,
                    "expected a file that is waited for, found that it was excused by "
                            + missing.excuse().by() + ": " + missing.excuse().reason());
        }
        Grounds grounds = wish.grounds();
        Excuse excuse = new Excuse(feed, wish.date(), grounds.reason(), grounds.by(), grounds.at());
        exchange.setProperty(
                EXCUSED,
                new DueFile(
                        feed,
                        missing.date(),
                        missing.file(),
                        DueFile.State.EXCUSED,
                        missing.due(),
                        missing.late(),
                        excuse));
        AuditEntry entry = AuditEntry.of(
                        UUID.randomUUID().toString(), "excuse", grounds.by(), grounds.reason(), grounds.at())
                .ofDay(feed, missing.date());
        intoTheLedger.keep(exchange, entry, LedgerFormat.key(excuse), excuse);
    }

    public void answer(Exchange exchange) {
        Answers.json(exchange, 200, BatchDocument.due(exchange.getProperty(EXCUSED, DueFile.class)));
    }

    private Wish wish(String date, Exchange exchange) {
        List<RequestFault> faults = new ArrayList<>();
        StrictBody body = StrictBody.read(exchange.getMessage().getBody(byte[].class), faults);
        body.required("action", "excuse", action -> action.equals("excuse"));
        Grounds grounds = GroundsForm.read(body, exchange, clock);
        body.nothingElse();
        LocalDate day = day(date, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.malformed(faults);
        }
        return new Wish(day, grounds);
    }

    private static LocalDate day(String text, List<RequestFault> faults) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            faults.add(RequestFault.inParameter("date", "a day as 2026-11-20", text));
            return null;
        }
    }
}

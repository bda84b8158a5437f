package io.banku.camel;

import io.banku.audit.AuditEntry;
import io.banku.batch.Grounds;
import io.banku.batch.NightNotes;
import io.banku.night.CloseWish;
import io.banku.night.Night;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** That a date is closed although feeds of it are not done, on its way into the ledger. */
public final class NightDecisions {
    private static final String DECIDED = "banku.night";

    private final NightQueries nights;
    private final IntoTheLedger intoTheLedger;
    private final Clock clock;

    public NightDecisions(NightQueries nights, IntoTheLedger intoTheLedger, Clock clock) {
        this.nights = nights;
        this.intoTheLedger = intoTheLedger;
        this.clock = clock;
    }

    public void decision(@Header("night") String name, @Header("date") String date, Exchange exchange) {
        LocalDate day = NightQueries.day(date);
        List<RequestFault> faults = new ArrayList<>();
        StrictBody body = StrictBody.read(exchange.getMessage().getBody(byte[].class), faults);
        body.required("action", "close", action -> action.equals("close"));
        SortedSet<String> without = body.names("without");
        Grounds grounds = GroundsForm.read(body, exchange, clock);
        body.nothingElse();
        if (!faults.isEmpty()) {
            throw ProblemException.malformed(faults);
        }
        Night night = nights.find(name, day);
        require(night, without);
        CloseWish wish = new CloseWish(name, day, List.copyOf(without), grounds.reason(), grounds.by(), grounds.at());
        AuditEntry entry = AuditEntry.of(
                        UUID.randomUUID().toString(), "close", grounds.by(), grounds.reason(), grounds.at())
                .ofDay(NightNotes.PLACE, day)
                .about("night " + name + " without " + String.join(", ", without));
        exchange.setProperty(DECIDED, night);
        intoTheLedger.keep(exchange, entry, NightNotes.key(wish.key()), wish);
    }

    /** All that is not done is named, and nothing else: whoever decides has seen what there is. */
    private static void require(Night night, SortedSet<String> without) {
        if (night.isClosed()) {
            throw new ProblemException(
                    Problem.NIGHT_NOT_CLOSED,
                    "expected a date that is open, found it closed at "
                            + night.events().get(0).at());
        }
        SortedSet<String> lacking = new TreeSet<>(night.lacking());
        if (!lacking.equals(without)) {
            throw new ProblemException(
                    Problem.NIGHT_NOT_CLOSED,
                    "expected the feeds that are not done, " + lacking + ", found " + without);
        }
    }

    public void answer(Exchange exchange) {
        Answers.json(exchange, 202, NightDocument.whole(exchange.getProperty(DECIDED, Night.class)));
    }
}

package io.banku.camel;

import io.banku.audit.AuditEntry;
import io.banku.batch.Assignment;
import io.banku.batch.FilesApart;
import io.banku.batch.FilesApart.Apart;
import io.banku.batch.Grounds;
import io.banku.batch.LedgerFormat;
import io.banku.feed.Feed;
import io.banku.feed.FeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** Of which feed a file is that no feed claims, on its way into the ledger; the feed's owner takes it over. */
public final class FileDecisions {
    private static final String ASSIGNED = "banku.assigned";

    private final FilesApart files;
    private final Path feeds;
    private final IntoTheLedger intoTheLedger;
    private final Clock clock;

    private record Wish(String feed, String date, String sequence, Grounds grounds) {}

    /** @param feeds the folder of the definitions */
    public FileDecisions(FilesApart files, Path feeds, IntoTheLedger intoTheLedger, Clock clock) {
        this.files = files;
        this.feeds = feeds;
        this.intoTheLedger = intoTheLedger;
        this.clock = clock;
    }

    public void decision(@Header("arrival") String arrival, Exchange exchange) throws IOException {
        Wish wish = wish(exchange);
        Apart file = files.unclaimed(arrival)
                .orElseThrow(() -> new ProblemException(
                        Problem.FILE_NOT_UNCLAIMED,
                        "expected a file that no feed claims in refused/unclaimed/" + arrival
                                + " of this process's banku.data, found none"));
        String as = claimed(wish, file.file());
        Grounds grounds = wish.grounds();
        Assignment assignment = new Assignment(
                UUID.randomUUID().toString(),
                file.arrival(),
                file.file(),
                wish.feed(),
                as,
                grounds.reason(),
                grounds.by(),
                grounds.at());
        exchange.setProperty(ASSIGNED, assignment);
        AuditEntry entry = AuditEntry.of(assignment.id(), "assign", grounds.by(), grounds.reason(), grounds.at())
                .ofDay(wish.feed(), null)
                .about(file.file() + " as " + as);
        intoTheLedger.keep(exchange, entry, LedgerFormat.key(assignment), assignment);
    }

    public void answer(Exchange exchange) {
        Assignment assignment = exchange.getProperty(ASSIGNED, Assignment.class);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("arrival", assignment.arrival());
        answer.put("file", assignment.file());
        answer.put("feed", assignment.feed());
        answer.put("as", assignment.as());
        Answers.json(exchange, 202, answer);
    }

    private String claimed(Wish wish, String file) {
        Path folder = feeds.resolve(wish.feed());
        if (!Files.isDirectory(folder)) {
            throw new ProblemException(
                    Problem.FILE_NOT_ASSIGNABLE,
                    "expected a feed in banku.feeds of this process, found no " + wish.feed() + " there");
        }
        try {
            return Feed.load(folder)
                    .files()
                    .claimed(
                            file,
                            Optional.ofNullable(wish.date()).map(LocalDate::parse),
                            wish.sequence() == null
                                    ? OptionalLong.empty()
                                    : OptionalLong.of(Long.parseLong(wish.sequence())));
        } catch (FeedException broken) {
            throw new ProblemException(
                    Problem.FILE_NOT_ASSIGNABLE,
                    "expected a feed that compiles, found " + broken.faults().get(0));
        } catch (IllegalArgumentException notItsName) {
            throw new ProblemException(Problem.FILE_NOT_ASSIGNABLE, notItsName.getMessage());
        }
    }

    private Wish wish(Exchange exchange) {
        List<RequestFault> faults = new ArrayList<>();
        StrictBody body = StrictBody.read(exchange.getMessage().getBody(byte[].class), faults);
        body.required("action", "assign", action -> action.equals("assign"));
        String feed = body.required("feed", "the name of a feed", name -> name.matches("[a-z0-9-]{1,100}"));
        String date = body.optional("date", "a day as 2026-11-20", FileDecisions::isDay);
        String sequence = body.optional("sequence", "1 to 18 digits", text -> text.matches("[0-9]{1,18}"));
        Grounds grounds = GroundsForm.read(body, exchange, clock);
        body.nothingElse();
        if (!faults.isEmpty()) {
            throw ProblemException.malformed(faults);
        }
        return new Wish(feed, date, sequence, grounds);
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (java.time.DateTimeException noDay) {
            return false;
        }
    }
}

package io.banku.camel;

import io.banku.batch.DueFile;
import io.banku.batch.Excuse;
import io.banku.batch.LedgerFormat;
import io.banku.batch.LedgerIndex;
import io.banku.log.EventLog;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/** That a file which is due is not waited for, on its way into the ledger. */
public final class DueDecisions {
    private static final String EXCUSED = "banku.excused";
    private static final int MOST_REASON = 500;
    private static final int MOST_NAME = 100;

    private final LedgerIndex ledger;
    private final int partitions;
    private final Clock clock;

    private record Wish(LocalDate date, String reason, String by) {}

    public DueDecisions(LedgerIndex ledger, int partitions, Clock clock) {
        this.ledger = ledger;
        this.partitions = partitions;
        this.clock = clock;
    }

    public void decision(@Header("feed") String feed, @Header("date") String date, Exchange exchange) {
        Wish wish = wish(date, exchange.getMessage().getBody(byte[].class));
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
        Excuse excuse = new Excuse(
                feed, wish.date(), wish.reason().strip(), Caller.decides(exchange, wish.by()), clock.instant());
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
        Message message = exchange.getMessage();
        message.removeHeaders("*", Exchange.HTTP_PATH); // which a problem names, and which Kafka is not sent
        message.setHeader(KafkaConstants.KEY, LedgerFormat.key(excuse));
        message.setHeader(KafkaConstants.PARTITION_KEY, EventLog.partition(feed, partitions));
        message.setBody(new String(LedgerFormat.write(excuse), StandardCharsets.UTF_8));
        BatchDecisions.handOver(exchange);
    }

    public void answer(Exchange exchange) {
        Answers.json(exchange, 200, BatchDocument.due(exchange.getProperty(EXCUSED, DueFile.class)));
    }

    private static Wish wish(String date, byte[] bytes) {
        List<RequestFault> faults = new ArrayList<>();
        StrictBody body = StrictBody.read(bytes, faults);
        body.required("action", "excuse", action -> action.equals("excuse"));
        String reason = body.required(
                "reason",
                "1 to " + MOST_REASON + " characters that say why, none of them a control character",
                text -> CommandForm.isPlain(text, MOST_REASON));
        String by = body.optional(
                "by",
                "1 to " + MOST_NAME + " characters that say who, none of them a control character",
                text -> CommandForm.isPlain(text, MOST_NAME));
        body.nothingElse();
        LocalDate day = day(date, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.malformed(faults);
        }
        return new Wish(day, reason, by);
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

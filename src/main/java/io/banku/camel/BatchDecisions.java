package io.banku.camel;

import io.banku.batch.Batch;
import io.banku.batch.BatchState;
import io.banku.batch.Decision;
import io.banku.batch.LedgerFormat;
import io.banku.batch.LedgerIndex;
import io.banku.log.EventLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/** An operator's decision about a held batch on its way into the ledger. */
public final class BatchDecisions {
    private static final String HANDED_OVER = "banku.decision";
    private static final int MOST_REASON = 500;
    private static final int MOST_NAME = 100;

    private final LedgerIndex ledger;
    private final int partitions;
    private final Clock clock;

    record Wish(String action, String reason, String by, String despite) {}

    public BatchDecisions(LedgerIndex ledger, int partitions, Clock clock) {
        this.ledger = ledger;
        this.partitions = partitions;
        this.clock = clock;
    }

    public void decision(@Header("id") String id, Exchange exchange) {
        Wish wish = wish(exchange.getMessage().getBody(byte[].class));
        Batch batch = BatchQueries.find(ledger, id);
        if (batch.state() != BatchState.HELD) {
            throw new ProblemException(
                    Problem.BATCH_NOT_HELD,
                    "expected batch " + batch.file() + " to be held, found it "
                            + batch.state().text());
        }
        Decision.Action action = Decision.Action.valueOf(wish.action().toUpperCase(Locale.ROOT));
        Decision decision = new Decision(
                UUID.randomUUID().toString(),
                batch.id(),
                batch.revision(),
                batch.feed(),
                action,
                wish.reason().strip(),
                Caller.decides(exchange, wish.by()),
                clock.instant(),
                action == Decision.Action.REFUSE ? refusable(batch) : named(batch, wish.despite()));
        exchange.setProperty("batch", batch);
        Message message = exchange.getMessage();
        message.removeHeaders("*", Exchange.HTTP_PATH); // which a problem names, and which Kafka is not sent
        message.setHeader(KafkaConstants.KEY, LedgerFormat.key(decision));
        message.setHeader(KafkaConstants.PARTITION_KEY, EventLog.partition(batch.feed(), partitions));
        message.setBody(new String(LedgerFormat.write(decision), java.nio.charset.StandardCharsets.UTF_8));
        handOver(exchange);
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

    static void handOver(Exchange exchange) {
        exchange.setProperty(HANDED_OVER, true);
    }

    /** Whether the ledger may hold it: then a failure says nothing about it. */
    static boolean isHandedOver(Exchange exchange) {
        return exchange.getProperty(HANDED_OVER) != null;
    }

    public void answer(Exchange exchange) {
        Batch batch = exchange.getProperty("batch", Batch.class);
        Message answer = Answers.json(exchange, 202, BatchDocument.line(batch));
        answer.setHeader("Location", "/api/v1/batches/" + batch.id());
    }

    private static Wish wish(byte[] bytes) {
        List<RequestFault> faults = new ArrayList<>();
        StrictBody body = StrictBody.read(bytes, faults);
        Wish wish = new Wish(
                body.required("action", "release or refuse", action -> action.matches("release|refuse")),
                body.required(
                        "reason",
                        "1 to " + MOST_REASON + " characters that say why, none of them a control character",
                        reason -> CommandForm.isPlain(reason, MOST_REASON)),
                body.optional(
                        "by",
                        "1 to " + MOST_NAME + " characters that say who, none of them a control character",
                        by -> CommandForm.isPlain(by, MOST_NAME)),
                body.optional(
                        "despite",
                        "the id of a batch, or the beginning of it",
                        despite -> despite.matches("[0-9a-f]{1,64}")));
        body.nothingElse();
        if (!faults.isEmpty()) {
            throw ProblemException.malformed(faults);
        }
        return wish;
    }
}

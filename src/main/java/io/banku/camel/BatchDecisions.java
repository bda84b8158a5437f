package io.banku.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.banku.batch.Batch;
import io.banku.batch.BatchCatalog;
import io.banku.batch.BatchState;
import io.banku.batch.Decision;
import io.banku.batch.LedgerFormat;
import io.banku.log.EventLog;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/** An operator's decision about a held batch on its way into the ledger. */
public final class BatchDecisions {
    private static final ObjectReader BODY = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(Wish.class);

    private final BatchCatalog catalog;
    private final int partitions;
    private final Clock clock;

    record Wish(String action, String reason, String by) {}

    public BatchDecisions(BatchCatalog catalog, int partitions, Clock clock) {
        this.catalog = catalog;
        this.partitions = partitions;
        this.clock = clock;
    }

    public void decision(@Header("id") String id, Exchange exchange) {
        Wish wish = wish(exchange.getMessage().getBody(String.class));
        Batch batch = BatchQueries.find(catalog, id);
        if (batch.state() != BatchState.HELD) {
            throw new ProblemException(
                    Problem.BATCH_NOT_HELD,
                    "expected batch " + batch.file() + " to be held, found it "
                            + batch.state().text());
        }
        Decision decision = new Decision(
                UUID.randomUUID().toString(),
                batch.id(),
                batch.revision(),
                batch.feed(),
                Decision.Action.valueOf(wish.action().toUpperCase(Locale.ROOT)),
                wish.reason().strip(),
                wish.by() == null ? "operator" : wish.by(),
                clock.instant());
        exchange.setProperty("batch", batch);
        Message message = exchange.getMessage();
        message.removeHeaders("*", Exchange.HTTP_PATH); // which a problem names, and which Kafka is not sent
        message.setHeader(KafkaConstants.KEY, LedgerFormat.key(decision));
        message.setHeader(KafkaConstants.PARTITION_KEY, EventLog.partition(batch.feed(), partitions));
        message.setBody(new String(LedgerFormat.write(decision), java.nio.charset.StandardCharsets.UTF_8));
    }

    public void answer(Exchange exchange) {
        Batch batch = exchange.getProperty("batch", Batch.class);
        Message answer = Answers.json(exchange, 202, BatchDocument.line(batch));
        answer.setHeader("Location", "/api/v1/batches/" + batch.id());
    }

    private static Wish wish(String body) {
        Wish wish;
        try {
            wish = BODY.readValue(body == null ? "" : body);
        } catch (JsonProcessingException malformed) {
            throw malformed("", "{\"action\": \"release\" or \"refuse\", \"reason\": \"…\"}", "another body");
        }
        if (wish == null || wish.action() == null || !wish.action().matches("release|refuse")) {
            throw malformed("/action", "release or refuse", wish == null ? null : wish.action());
        }
        if (wish.reason() == null || wish.reason().isBlank() || wish.reason().length() > 500) {
            throw malformed("/reason", "1 to 500 characters that say why", wish.reason());
        }
        return wish;
    }

    private static ProblemException malformed(String pointer, String expected, String found) {
        return ProblemException.malformed(
                List.of(RequestFault.inBody(pointer, expected, found == null ? "nothing" : found)));
    }
}

package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.account.Command.OpenAccount;
import io.banku.audit.AuditEntry;
import io.banku.audit.AuditLog;
import io.banku.command.Submission;
import io.banku.log.KnownTopics;
import io.banku.log.LogConnection;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an append that failed says to the client: 503 only where the record never left the program. */
class ProblemsTest {
    private static final OpenAccount OPENING = new OpenAccount("0000004711", Currency.getInstance("EUR"), null);

    @ParameterizedTest
    @CsvSource({
        "Topic banku.batches not present in metadata after 5000 ms., 503, BNK-5000",
        "Expiring 1 record(s) for banku.batches-1:10005 ms has passed since batch creation, 504, BNK-7022"
    })
    void aDecisionThatMayBeInTheLedgerIsNeverSaidNotToBe(String said, int status, String code) throws Exception {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader(Exchange.HTTP_PATH, "/api/v1/batches/9f2c/actions");
        exchange.setProperty("banku.principal", Caller.UNASKED);
        AuditLog log = new AuditLog(new LogConnection("127.0.0.1:1", Map.of()), KnownTopics.unwatched(1));
        AuditEntry entry = AuditEntry.of("1", "release", "Greta", "seen", Instant.EPOCH);
        new IntoTheLedger(log).keep(exchange, entry, "decision/1", "released");

        assertAnswered(exchange, said, status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "Topic banku.commands not present in metadata after 5000 ms., 503, BNK-5000",
        "Expiring 1 record(s) for banku.commands-10:10005 ms has passed since batch creation, 504, BNK-7015"
    })
    void aCommandThatMayBeInTheLogIsNeverSaidNotToBe(String said, int status, String code) throws Exception {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader(Exchange.HTTP_PATH, "/api/v1/accounts");
        CommandInTransit command =
                new CommandInTransit(new Submission("id", OPENING, "", Instant.EPOCH), 0, Preference.of(null));
        command.travelsWith(exchange);
        command.handOver();

        assertAnswered(exchange, said, status, code);
    }

    private static void assertAnswered(Exchange exchange, String said, int status, String code) throws Exception {
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new TimeoutException(said));

        new Problems().answer(exchange);

        JsonNode body = new ObjectMapper()
                .readTree(exchange.getMessage().getBody(Content.class).bytes());
        assertThat(body.get("status").asInt()).isEqualTo(status);
        assertThat(body.get("code").asText()).isEqualTo(code);
        assertThat(body.get("detail").asText())
                .as("in the bridge's words, not in those of Kafka's client")
                .startsWith("expected ")
                .doesNotContain("metadata", "record(s)");
    }
}

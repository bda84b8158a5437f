package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.log.LogConnection;
import io.banku.view.SlotState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reading the past from a Kafka that does not answer, which takes as long as a client's patience. */
@Tag("long")
class PastAccountBusyTest {
    private static final LogConnection SILENT = new LogConnection("127.0.0.1:1", Map.of());

    @Test
    void oneAccountOfThePastIsReadAtATimeAndAFailureLetsTheNextOneIn() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext();
                PastAccount past = new PastAccount(SILENT, 12, Clock.systemUTC(), SlotState::at)) {
            Exchange first = request(camel);
            CompletableFuture<Exchange> answered = new CompletableFuture<>();
            assertThat(past.process(first, sync -> answered.complete(first))).isFalse();

            Exchange second = request(camel);
            assertThat(past.process(second, sync -> {})).isTrue();

            assertThat(second.getException(ProblemException.class).problem().code())
                    .isEqualTo("BNK-7018");
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(answered::isDone);
            assertThat(first.getException()).isInstanceOf(org.apache.kafka.common.errors.TimeoutException.class);
            assertThat(past.process(request(camel), sync -> {})).isFalse();
        }
    }

    @Test
    void whenItIsClosedEveryoneIsToldThatTheProcessEnds() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            PastAccount past = new PastAccount(SILENT, 12, Clock.systemUTC(), SlotState::at);
            past.close();

            for (Exchange request : List.of(request(camel), request(camel))) {
                assertThat(past.process(request, sync -> {})).isTrue();

                assertThat(request.getException(ProblemException.class)
                                .problem()
                                .code())
                        .isEqualTo("BNK-7009");
            }
        }
    }

    private static Exchange request(DefaultCamelContext camel) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setHeader("id", "0000004711");
        exchange.getMessage().setHeader(PastAccount.AS_OF, "2026-01-01T08:00Z");
        return exchange;
    }
}

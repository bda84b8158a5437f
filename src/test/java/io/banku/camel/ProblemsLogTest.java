package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.banku.Logged;
import io.banku.view.AccountFields;
import io.banku.view.CorruptAccountException;
import io.banku.view.ViewException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.RedisSystemException;

/** What the log of a process says of requests that it could not answer. */
class ProblemsLogTest {
    private final Problems problems = new Problems();
    private Logged logged;

    @BeforeEach
    void listen() {
        logged = Logged.by(Problems.class);
    }

    @AfterEach
    void listenNoMore() {
        logged.close();
    }

    @Test
    void manyRequestsOfOneOutageAreOneLineWithoutAStackTrace() {
        for (int i = 0; i < 100; i++) {
            fail("/api/v1/accounts/" + i, new ViewException("BNK-6000 expected Redis at 127.0.0.1:1, found: refused"));
            fail("/api/v1/batches", new TimeoutException("not present in metadata after " + i + " ms."));
        }

        assertThat(logged.messages())
                .containsExactly(
                        "BNK-6000 /api/v1/accounts/0: BNK-6000 expected Redis at 127.0.0.1:1, found: refused",
                        "BNK-5000 /api/v1/batches: not present in metadata after 0 ms.");
        assertThat(logged.events())
                .allSatisfy(event -> assertThat(event.getThrown()).isNull());
    }

    @Test
    void theCauseIsToldAndNotWhatAClientCalledIt() {
        fail("/", new RedisSystemException("Redis exception", new IOException("Connection reset")));

        assertThat(logged.messages().get(0))
                .isEqualTo("BNK-6000 /: RedisSystemException: java.io.IOException: Connection reset");
    }

    @Test
    void eachAccountThatIsNoneIsALine() {
        for (String account : List.of("1", "2", "1")) {
            fail("/api/v1/accounts/" + account, corrupt(account));
        }

        assertThat(logged.events()).hasSize(2);
        assertThat(logged.events())
                .allSatisfy(event -> assertThat(event.getThrown()).isNull());
    }

    @Test
    void whatNobodyExpectedShowsWhereItCameFromOnce() {
        fail("/", new IllegalStateException("never"));
        fail("/", new IllegalStateException("never"));

        assertThat(logged.events()).hasSize(1);
        assertThat(logged.events().get(0).getThrown()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFaultOfTheClientIsNoLine() {
        fail("/", ProblemException.malformed(List.of(RequestFault.inHeader("X", "one", "none"))));

        assertThat(logged.events()).isEmpty();
    }

    private static CorruptAccountException corrupt(String account) {
        return catchThrowableOfType(
                CorruptAccountException.class, () -> AccountFields.read(account, Map.of("balance", "much")));
    }

    private void fail(String path, Exception failure) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader(Exchange.HTTP_PATH, path);
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        problems.answer(exchange);
    }
}

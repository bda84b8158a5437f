package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.banku.view.AccountFields;
import io.banku.view.CorruptAccountException;
import io.banku.view.ViewException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.RedisSystemException;

/** What the log of a process says of requests that it could not answer. */
class ProblemsLogTest {
    private final List<LogEvent> logged = Collections.synchronizedList(new ArrayList<>());
    private final Logger logger = (Logger) LogManager.getLogger(Problems.class);
    private final Problems problems = new Problems();
    private final AbstractAppender appender = new AbstractAppender("kept", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            logged.add(event.toImmutable());
        }
    };

    @BeforeEach
    void listen() {
        appender.start();
        logger.addAppender(appender);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeAppender(appender);
        appender.stop();
    }

    @Test
    void manyRequestsOfOneOutageAreOneLineWithoutAStackTrace() {
        for (int i = 0; i < 100; i++) {
            fail("/api/v1/accounts/" + i, new ViewException("BNK-6000 expected Redis at 127.0.0.1:1, found: refused"));
            fail("/api/v1/batches", new TimeoutException("not present in metadata after " + i + " ms."));
        }

        assertThat(logged)
                .extracting(event -> event.getMessage().getFormattedMessage())
                .containsExactly(
                        "BNK-6000 /api/v1/accounts/0: BNK-6000 expected Redis at 127.0.0.1:1, found: refused",
                        "BNK-5000 /api/v1/batches: not present in metadata after 0 ms.");
        assertThat(logged).allSatisfy(event -> assertThat(event.getThrown()).isNull());
    }

    @Test
    void theCauseIsToldAndNotWhatAClientCalledIt() {
        fail("/", new RedisSystemException("Redis exception", new IOException("Connection reset")));

        assertThat(logged.get(0).getMessage().getFormattedMessage())
                .isEqualTo("BNK-6000 /: RedisSystemException: java.io.IOException: Connection reset");
    }

    @Test
    void eachAccountThatIsNoneIsALine() {
        for (String account : List.of("1", "2", "1")) {
            fail("/api/v1/accounts/" + account, corrupt(account));
        }

        assertThat(logged).hasSize(2);
        assertThat(logged).allSatisfy(event -> assertThat(event.getThrown()).isNull());
    }

    @Test
    void whatNobodyExpectedShowsWhereItCameFromOnce() {
        fail("/", new IllegalStateException("never"));
        fail("/", new IllegalStateException("never"));

        assertThat(logged).hasSize(1);
        assertThat(logged.get(0).getThrown()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFaultOfTheClientIsNoLine() {
        fail("/", ProblemException.malformed(List.of(RequestFault.inHeader("X", "one", "none"))));

        assertThat(logged).isEmpty();
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

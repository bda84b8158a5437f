package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class CallerTest {
    @Test
    void whoeverCanWriteAnyNameIsNoSecondPerson() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> Caller.requireKnown(by(Caller.UNASKED), "it takes another person to approve"));

        assertThat(refused.problem().code()).isEqualTo("BNK-5058");
        assertThat(refused)
                .hasMessage(
                        "expected a token that says who decides, as it takes another person to approve, found none");
        Caller.requireKnown(by("branch-42"), "it takes another person to approve");
    }

    private static Exchange by(String principal) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty("banku.principal", principal);
        return exchange;
    }
}

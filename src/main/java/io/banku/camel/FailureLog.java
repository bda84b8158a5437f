package io.banku.camel;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for what a route could not do now; whoever sent it will send it again. */
public final class FailureLog {
    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    public void tell(Exchange exchange) {
        Throwable failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
        LOG.warn(
                "{}: {}: not done, will be tried again: {}",
                exchange.getFromRouteId(),
                exchange.getMessage().getBody(),
                failure.toString());
        LOG.debug("{}", exchange.getFromRouteId(), failure);
    }
}

package io.banku.camel;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line for what a route could not do now, and not for each time that it comes again: whoever sent it sends it again. */
public final class FailureLog {
    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private final Outages outages = new Outages();

    public void tell(Exchange exchange) {
        Throwable failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
        outages.more(exchange.getFromRouteId() + failure)
                .ifPresent(more -> LOG.warn(
                        "{}: {}: not done, will be tried again: {}{}",
                        exchange.getFromRouteId(),
                        exchange.getMessage().getBody(),
                        failure.toString(),
                        more));
        LOG.debug("{}", exchange.getFromRouteId(), failure);
    }
}

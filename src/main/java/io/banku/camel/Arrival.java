package io.banku.camel;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import org.apache.camel.Exchange;

/**
 * When a request arrived, from the edge to the routes: before its body was read, which may take a client as long as it
 * likes. A command that is appended too long after that is nobody's any more.
 */
final class Arrival {
    private static final String ARRIVAL = "banku.arrival";

    private Arrival() {}

    static void isAt(Instant time, RoutingContext request) {
        request.put(ARRIVAL, time);
    }

    static void handOver(RoutingContext request, Exchange exchange) {
        exchange.setProperty(ARRIVAL, request.<Instant>get(ARRIVAL));
    }

    static Instant of(Exchange exchange) {
        return exchange.getProperty(ARRIVAL, Instant.class);
    }
}

package io.banku.camel;

import io.vertx.ext.web.RoutingContext;
import org.apache.camel.Exchange;

/** The principal of a request, from the edge, which knows it by the token, to the routes. No client can set it. */
final class Caller {
    /** No principal has an empty name, so whoever comes without being asked for a token shares no key with anybody. */
    static final String UNASKED = "";

    private static final String PRINCIPAL = "banku.principal";

    private Caller() {}

    static void isNamed(String principal, RoutingContext request) {
        request.put(PRINCIPAL, principal);
    }

    static void handOver(RoutingContext request, Exchange exchange) {
        exchange.setProperty(PRINCIPAL, request.get(PRINCIPAL, UNASKED));
    }

    static String of(Exchange exchange) {
        return exchange.getProperty(PRINCIPAL, String.class);
    }

    /** Whether a token says who it is. */
    static boolean isKnown(Exchange exchange) {
        return !of(exchange).equals(UNASKED);
    }

    /**
     * A name that anybody can write is no second person.
     *
     * @param why it has to be known who it is
     */
    static void requireKnown(Exchange exchange, String why) {
        if (!isKnown(exchange)) {
            throw new ProblemException(
                    Problem.NOT_KNOWN_WHO, "expected a token that says who decides, as " + why + ", found none");
        }
    }

    /** Who a decision is written under: whoever the token names. Where nobody is asked for one, who the client says it is. */
    static String decides(Exchange exchange, String says) {
        String principal = of(exchange);
        if (!principal.equals(UNASKED)) {
            return principal;
        }
        return says == null ? "operator" : says;
    }
}

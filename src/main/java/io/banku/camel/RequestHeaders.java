package io.banku.camel;

import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;

/**
 * Which headers and query parameters of a request become headers of a message: those that the contract names, and the
 * few that describe the body or the answer. Everything else stays outside, because to Camel's components a header is an instruction
 * ({@code CamelRedis.Command}, {@code kafka.OVERRIDE_TOPIC}, in any case of letters). Camel asks
 * about both alike; what stands in the one and belongs into the other, the edge takes away or refuses. Immutable, shared by
 * threads.
 */
final class RequestHeaders extends HttpHeaderFilterStrategy {
    private final Contract contract;

    RequestHeaders(Contract contract) {
        this.contract = contract;
    }

    /** True when it stays outside. */
    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        boolean known = name.equalsIgnoreCase(Exchange.CONTENT_TYPE)
                || name.equalsIgnoreCase("Accept")
                || contract.headers().contains(name)
                || contract.queries().contains(name);
        return !known || super.applyFilterToExternalHeaders(name, value, exchange);
    }
}

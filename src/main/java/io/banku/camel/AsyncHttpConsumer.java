package io.banku.camel;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConsumer;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Hands a request to its route and is told when the answer is there. In Camel 4.17 the server's consumer and the routing
 * by the contract both keep one of the server's 20 worker threads until then: 20 commands that wait for their outcome
 * would stop the whole API. So a route of the contract that leads to a wait ends before it, with the property
 * {@code continueAt}: the endpoint at which the request goes on, held by no thread.
 */
final class AsyncHttpConsumer extends VertxPlatformHttpConsumer {
    private static final String CONTINUE_AT = "continueAt";

    private final RequestsInHand inHand;
    private final Map<String, AsyncProducer> continuations = new ConcurrentHashMap<>();

    AsyncHttpConsumer(
            PlatformHttpEndpoint endpoint,
            Processor processor,
            List<Handler<RoutingContext>> handlers,
            String routerName,
            RequestsInHand inHand) {
        super(endpoint, processor, handlers, routerName);
        this.inHand = inHand;
    }

    @Override
    protected void handleRequest(RoutingContext request) {
        if (isSuspended()) {
            request.fail(503);
            return;
        }
        inHand.take();
        try {
            begin(request);
        } catch (RuntimeException | Error notBegun) {
            inHand.done();
            throw notBegun;
        }
    }

    private void begin(RoutingContext request) {
        Exchange exchange = createExchange(false);
        exchange.setPattern(ExchangePattern.InOut);
        Caller.handOver(request, exchange);
        Arrival.handOver(request, exchange);
        Context server = request.vertx().getOrCreateContext();
        processHttpRequest(exchange, request)
                .compose(read -> routed(exchange, request))
                .onComplete(routed -> server.runOnContext(now -> finish(request, exchange, routed.cause())));
    }

    /** The route begins on a worker thread, as its steps may block for a moment; it ends on any thread. */
    private Future<Void> routed(Exchange exchange, RoutingContext request) {
        Promise<Void> routed = Promise.promise();
        request.vertx()
                .<Void>executeBlocking(
                        () -> {
                            createUoW(exchange);
                            getAsyncProcessor().process(exchange, sync -> goOn(exchange, routed));
                            return null;
                        },
                        false)
                .onFailure(routed::tryFail);
        return routed.future();
    }

    /** Nobody catches what is thrown here, and the request would stay in hand for ever. */
    private void goOn(Exchange exchange, Promise<Void> routed) {
        try {
            String uri = exchange.getProperty(CONTINUE_AT, String.class);
            if (uri == null) {
                routed.tryComplete();
            } else {
                exchange.setRouteStop(false); // the routing by the contract sets it when it has handed the request over
                continuations.computeIfAbsent(uri, this::continuation).process(exchange, sync -> routed.tryComplete());
            }
        } catch (RuntimeException | Error notGoneOn) {
            routed.tryFail(notGoneOn);
        }
    }

    private AsyncProducer continuation(String uri) {
        try {
            AsyncProducer producer =
                    getEndpoint().getCamelContext().getEndpoint(uri).createAsyncProducer();
            producer.start();
            return producer;
        } catch (Exception unreachable) {
            throw new IllegalStateException("expected the endpoint " + uri + ", found: " + unreachable, unreachable);
        }
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        continuations.values().forEach(AsyncProducer::stop);
        continuations.clear();
    }

    private void finish(RoutingContext request, Exchange exchange, Throwable notRouted) {
        Throwable failure = notRouted == null ? exchange.getException() : notRouted;
        try {
            if (failure != null) {
                request.fail(failure);
            } else if (exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE) == null) {
                request.fail(new IllegalStateException("expected the route to answer, found no status"));
            } else if (!request.response().ended()) {
                write(request.request(), exchange);
            }
        } catch (RuntimeException | Error notWritten) {
            request.fail(notWritten);
        } finally {
            inHand.done();
            doneUoW(exchange);
            releaseExchange(exchange, false);
        }
    }

    private void write(HttpServerRequest request, Exchange exchange) {
        HttpServerResponse response = request.response();
        Message answer = exchange.getMessage();
        HeaderFilterStrategy filter = getEndpoint().getHeaderFilterStrategy();
        response.setStatusCode(answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class));
        answer.getHeaders().forEach((name, value) -> {
            if (!filter.applyFilterToCamelHeaders(name, value, exchange)) {
                response.putHeader(name, value.toString());
            }
        });
        response.putHeader(Exchange.CONTENT_TYPE, answer.getHeader(Exchange.CONTENT_TYPE, String.class));
        Delivery.send(request, content(answer));
    }

    /** A route that somebody has changed may answer with anything. */
    private static Content content(Message answer) {
        if (answer.getBody() instanceof Content content) {
            return content;
        }
        byte[] bytes = answer.getBody(byte[].class);
        return new Content(bytes == null ? new byte[0] : bytes);
    }
}

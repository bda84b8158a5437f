package io.banku.camel;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers to requests that reach no route, as problems like all others (RFC 9457). */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    /** What the server itself refuses, and what escaped a route. */
    static void fail(RoutingContext context) {
        if (context.failure() instanceof ProblemException known) {
            refuse(context, known.problem(), known.getMessage());
            return;
        }
        if (context.failure() instanceof HttpClosedException) {
            LOG.info("{}: the connection was closed before the request was whole", context.request().path());
            return; // nobody is left to be answered
        }
        switch (context.statusCode()) {
            case 400 -> notHttp(context);
            case 503 -> refuse(context, Problem.NOT_RUNNING, "expected a running route, found it stopped");
            case 413 ->
                refuse(
                        context,
                        Problem.PAYLOAD_TOO_LARGE,
                        "expected a body of at most " + HttpEdge.MOST_BODY_BYTES + " bytes, found a larger one");
            default -> {
                LOG.error(
                        "{} {} {}",
                        Problem.INTERNAL.code(),
                        context.statusCode(),
                        context.request().path(),
                        context.failure());
                refuse(context, Problem.INTERNAL, "See the log of the process.");
            }
        }
    }

    static void notHttp(RoutingContext context) {
        refuse(
                context,
                Problem.MALFORMED_REQUEST,
                "expected a request of HTTP whose Host is a name or an address, and in whose path and query each % is"
                        + " followed by two hexadecimal digits, found another");
    }

    static void refuse(RoutingContext context, Problem problem, String detail) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        response.setStatusCode(problem.status()).putHeader("Content-Type", Problems.CONTENT_TYPE);
        if (problem.status() == 503) {
            response.putHeader("Retry-After", Problems.RETRY_AFTER_SECONDS);
        }
        byte[] body = Problems.body(problem, detail, context.request().path());
        response.end(Buffer.buffer(body));
    }
}

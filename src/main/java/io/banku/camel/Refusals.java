package io.banku.camel;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers to requests that reach no route, as problems like all others (RFC 9457). */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Outages OUTAGES = new Outages();

    /** A request that could not be read does not tell its path. */
    private static final String NO_PATH = "";

    private static final String NOT_HTTP =
            "expected a request of HTTP whose one Host is a name or an address, and in whose path and query, of ASCII"
                    + " alone, each % is followed by two hexadecimal digits, found another";

    private Refusals() {}

    /** What the server itself refuses, and what escaped a route. */
    static void fail(RoutingContext context) {
        if (context.failure() instanceof ProblemException known) {
            refuse(context, known);
            return;
        }
        if (context.failure() instanceof HttpClosedException) {
            LOG.debug(
                    "{}: the connection was closed before the request was whole",
                    context.request().path());
            return; // nobody is left to be answered
        }
        if (isAboutTheServer(context.request())) {
            context.response()
                    .setStatusCode(204)
                    .putHeader("Allow", "GET, HEAD, OPTIONS, POST")
                    .putHeader("Date", Delivery.date(Instant.now()))
                    .end();
            return;
        }
        if (isOfTheCodec(context.failure())) {
            notHttp(context);
            return;
        }
        switch (context.statusCode()) {
            case 400 -> notHttp(context);
            case 404 -> refuse(context, Problem.NOT_FOUND, "expected a path of the contract, found none");
            case 417 -> refuse(context, Problem.EXPECTATION_FAILED, "expected 100-continue or nothing, found another");
            case 503 -> refuse(context, Problem.NOT_RUNNING, "expected a running route, found it stopped");
            case 413 ->
                refuse(
                        context,
                        Problem.PAYLOAD_TOO_LARGE,
                        "expected a body of at most " + HttpEdge.MOST_BODY_BYTES + " bytes, found a larger one");
            default -> {
                OUTAGES.more("" + context.statusCode() + context.failure())
                        .ifPresent(more -> LOG.error(
                                "{} {} {}{}",
                                Problem.INTERNAL.code(),
                                context.statusCode(),
                                context.request().path(),
                                more,
                                context.failure()));
                refuse(context, Problem.INTERNAL, "See the log of the process.");
            }
        }
    }

    /** {@code OPTIONS *} asks whether anybody is there; it is no path of a route. */
    private static boolean isAboutTheServer(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS) && request.uri().equals("*");
    }

    /** What it cannot read of a body, a chunk without a size for example, it throws. */
    private static boolean isOfTheCodec(Throwable failure) {
        return failure != null
                && failure.getStackTrace().length > 0
                && failure.getStackTrace()[0].getClassName().startsWith("io.netty.handler.codec.http.");
    }

    static void notHttp(RoutingContext context) {
        refuse(context, Problem.MALFORMED_REQUEST, NOT_HTTP);
    }

    /** What the server could not read to the end of its headers; where it begins on the connection, nobody knows. */
    static void unreadable(HttpServerRequest request) {
        Throwable fault = request.decoderResult().cause();
        request.response().putHeader("Connection", "close");
        if (fault instanceof TooLongHttpLineException) {
            answer(
                    request,
                    Problem.URI_TOO_LONG,
                    "expected a first line of at most " + HttpServerOptions.DEFAULT_MAX_INITIAL_LINE_LENGTH
                            + " bytes, found a longer one",
                    NO_PATH);
        } else if (fault instanceof TooLongHttpHeaderException) {
            answer(
                    request,
                    Problem.HEADERS_TOO_LARGE,
                    "expected headers of at most " + HttpServerOptions.DEFAULT_MAX_HEADER_SIZE
                            + " bytes in all, found larger ones",
                    NO_PATH);
        } else {
            answer(request, Problem.MALFORMED_REQUEST, NOT_HTTP, NO_PATH);
        }
        request.connection().close();
    }

    /** The whole answer as it is sent to a client who is then left. */
    static byte[] wire(ProblemException refused) {
        Problem problem = refused.problem();
        byte[] body = Problems.body(refused, NO_PATH);
        String retry = problem.status() == 503 ? "Retry-After: " + Problems.RETRY_AFTER_SECONDS + "\r\n" : "";
        byte[] head = ("HTTP/1.1 " + HttpResponseStatus.valueOf(problem.status()) + "\r\nContent-Type: "
                        + Problems.CONTENT_TYPE + "\r\n" + retry + "Content-Length: " + body.length
                        + "\r\nDate: " + Delivery.date(Instant.now())
                        + "\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
    }

    static void refuse(RoutingContext context, Problem problem, String detail) {
        refuse(context, new ProblemException(problem, detail));
    }

    static void refuse(RoutingContext context, ProblemException refused) {
        if (!context.response().ended()) {
            answer(context.request(), refused, context.request().path());
        }
    }

    private static void answer(HttpServerRequest request, Problem problem, String detail, String path) {
        answer(request, new ProblemException(problem, detail), path);
    }

    private static void answer(HttpServerRequest request, ProblemException refused, String path) {
        HttpServerResponse response = request.response();
        Problem problem = refused.problem();
        response.setStatusCode(problem.status()).putHeader("Content-Type", Problems.CONTENT_TYPE);
        if (problem.status() == 503) {
            response.putHeader("Retry-After", Problems.RETRY_AFTER_SECONDS);
        }
        Delivery.send(request, new Content(Problems.body(refused, path)));
    }
}

package io.banku.camel;

import io.netty.handler.codec.DateFormatter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;

/**
 * How an answer leaves the server: with its date; what is read, with the tag by which a client that has it is told so (304);
 * packed where the client takes that. RFC 9110, sections 6.6.1, 8.8, 12.5.3 and 13.1.2. Shared by threads.
 */
final class Delivery {
    /** A smaller body fits into the packet of its head anyway. */
    private static final int LEAST_PACKED = 1024;

    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")");

    private Delivery() {}

    /** For the header {@code Date}. */
    static String date(Instant time) {
        return DateFormatter.format(Date.from(time));
    }

    /** Status and headers are those of the response; a tag that is among them stays. */
    static void send(HttpServerRequest request, Content content) {
        HttpServerResponse response = request.response();
        response.putHeader("Date", date(Instant.now()));
        response.putHeader("X-Content-Type-Options", "nosniff");
        alsoVary(response);
        if (isRead(request)) {
            String tag =
                    response.headers().contains("ETag") ? response.headers().get("ETag") : content.tag();
            response.putHeader("ETag", tag).putHeader("Cache-Control", "no-cache");
            if (isAmong(QuotedText.joined(request.headers().getAll("If-None-Match")), tag)) {
                response.headers().remove("Content-Type");
                response.setStatusCode(304).end();
                return;
            }
        } else {
            response.putHeader("Cache-Control", "no-store");
            response.headers().remove("ETag"); // of an answer that could not be written
        }
        response.end(Buffer.buffer(chosen(request, response, content)));
    }

    private static boolean isRead(HttpServerRequest request) {
        return request.response().getStatusCode() == 200
                && (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD));
    }

    /** Weak comparison: the same opaque text is the same tag. @param list of {@code If-None-Match} */
    static boolean isAmong(String list, String tag) {
        String opaque = tag.substring(tag.indexOf('"'));
        return list.strip().equals("*")
                || TAG.matcher(list).results().anyMatch(one -> one.group(1).equals(opaque));
    }

    private static void alsoVary(HttpServerResponse response) {
        String before = response.headers().get("Vary");
        response.putHeader("Vary", before == null ? "Accept-Encoding" : before + ", Accept-Encoding");
    }

    private static byte[] chosen(HttpServerRequest request, HttpServerResponse response, Content content) {
        byte[] chosen = content.bytes();
        String type = String.valueOf(response.headers().get("Content-Type"));
        if (chosen.length >= LEAST_PACKED
                && !type.startsWith("image/")
                && AcceptedCodings.of(request.headers().getAll("Accept-Encoding"))
                        .contain("gzip")) {
            chosen = content.packed();
            response.putHeader("Content-Encoding", "gzip");
        }
        response.putHeader("Content-Length", Integer.toString(chosen.length)); // of a HEAD too
        return chosen;
    }
}

package io.banku.camel;

import io.banku.batch.LedgerFormat;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** HTTP answers: a body of ours, and nothing of the request that came in. */
final class Answers {
    private Answers() {}

    static Message json(Exchange exchange, int status, Object body) {
        return of(exchange, status, "application/json", LedgerFormat.write(body));
    }

    static Message of(Exchange exchange, int status, String contentType, byte[] body) {
        return of(exchange, status, contentType, new Content(body));
    }

    static Message of(Exchange exchange, int status, String contentType, Content body) {
        Message answer = exchange.getMessage();
        answer.removeHeaders("*");
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        answer.setHeader(Exchange.CONTENT_TYPE, contentType);
        answer.setBody(body);
        return answer;
    }
}

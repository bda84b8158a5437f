package io.banku.camel;

import io.banku.log.EventSchemas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** What explains the topics and is served by the process: {@code asyncapi.yaml}, and the schemas of the events. */
public final class TopicDocuments {
    private static final String FILE = "/asyncapi.yaml";

    private final byte[] topics = read();

    public void topics(Exchange exchange) {
        Answers.of(exchange, 200, "application/yaml", topics);
    }

    public void schema(@Header("schema") String asked, Exchange exchange) {
        byte[] schema = EventSchemas.find(asked)
                .orElseThrow(() -> new ProblemException(
                        Problem.NOT_FOUND,
                        "expected a schema such as MoneyDeposited.schema.json or urn:banku:event:MoneyDeposited, found "
                                + asked));
        Answers.of(exchange, 200, "application/schema+json", schema);
    }

    private static byte[] read() {
        try (InputStream file = TopicDocuments.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("expected " + FILE + " on the class path, found none");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

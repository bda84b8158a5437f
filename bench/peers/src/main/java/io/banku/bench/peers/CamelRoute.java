package io.banku.bench.peers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.main.Main;
import org.apache.camel.model.dataformat.JsonLibrary;

/**
 * A plain route of Camel, as one writes it first: the file is split into records, and each of them is an exchange of its own,
 * which is decoded, made JSON, and sent; the next one begins when the broker has it.
 */
final class CamelRoute implements Peer {
    private static final String FILES = "direct:files";

    private final Main camel = new Main();

    static CamelRoute start(Topic topic) {
        CamelRoute route = new CamelRoute();
        route.camel.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from(FILES)
                        .split()
                        .message(message -> records(message.getBody(Path.class)))
                        .streaming()
                        .stopOnException()
                        .transform()
                        .body(byte[].class, Movement::of)
                        .setHeader(KafkaConstants.KEY, simple("${body.account}"))
                        .marshal()
                        .json(JsonLibrary.Jackson)
                        .to("kafka:" + topic.name() + "?brokers=" + topic.bootstrapServers()
                                + "&valueSerializer=org.apache.kafka.common.serialization.ByteArraySerializer");
            }
        });
        route.camel.start();
        return route;
    }

    private static Iterator<byte[]> records(Path file) {
        try {
            InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            return Stream.generate(() -> record(in))
                    .takeWhile(record -> record.length == Movement.LENGTH)
                    .iterator();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] record(InputStream in) {
        try {
            return in.readNBytes(Movement.LENGTH);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void take(Path file) throws Exception {
        camel.getCamelTemplate().requestBody(FILES, file);
    }

    @Override
    public void close() {
        camel.stop();
    }
}

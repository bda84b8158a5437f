package io.banku.log;

import io.banku.embedded.EmbeddedKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the connection to a broker that all tests of this JVM share, and stops it when the last one is done. */
public final class LocalKafka implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == LogConnection.class;
    }

    @Override
    public LogConnection resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Broker broker = test.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent(Broker.class, type -> Broker.start(), Broker.class);
        return new LogConnection(broker.kafka().bootstrapServers(), Map.of());
    }

    private record Broker(EmbeddedKafka kafka, Path directory) implements AutoCloseable {
        static Broker start() {
            try {
                Path directory = Files.createTempDirectory("banku-kafka");
                return new Broker(EmbeddedKafka.start(directory, 0), directory);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() throws IOException {
            kafka.close();
            Utils.delete(directory.toFile());
        }
    }
}

package io.banku.camel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The contract {@code openapi.yaml} as text, and what it says of parameters. Immutable. */
final class Contract {
    private static final String FILE = "/openapi.yaml";

    private final byte[] text;
    private final TreeSet<String> parameters = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private Contract(byte[] text) {
        this.text = text;
        collect(new Load(LoadSettings.builder().build()).loadFromString(new String(text, StandardCharsets.UTF_8)));
    }

    static Contract read() {
        try (InputStream file = Contract.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("expected " + FILE + " on the class path, found none");
            }
            return new Contract(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    byte[] text() {
        return text.clone();
    }

    /** Whether any operation has a query parameter or a header of this name. */
    boolean hasParameter(String name) {
        return parameters.contains(name);
    }

    /** Wherever they stand: at an operation, at a path, or among the components. */
    private void collect(Object node) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("name") instanceof String name
                    && ("query".equals(map.get("in")) || "header".equals(map.get("in")))) {
                parameters.add(name);
            }
            map.values().forEach(this::collect);
        } else if (node instanceof Collection<?> list) {
            list.forEach(this::collect);
        }
    }
}

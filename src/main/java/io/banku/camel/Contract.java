package io.banku.camel;

import io.banku.settings.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The contract {@code openapi.yaml} as text, and what it says of parameters and operations. Immutable. */
final class Contract {
    private static final String FILE = "/openapi.yaml";

    private final byte[] text;
    private final TreeSet<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final TreeSet<String> queries = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Operation> operations = new ArrayList<>();

    private record Operation(String method, Pattern path, Role role) {}

    private Contract(byte[] text) {
        this.text = text;
        Object contract =
                new Load(LoadSettings.builder().build()).loadFromString(new String(text, StandardCharsets.UTF_8));
        collectParameters(contract);
        collectOperations((Map<?, ?>) contract);
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

    /** Names of the parameters that any operation reads from a header. */
    Set<String> headers() {
        return Collections.unmodifiableSet(headers);
    }

    /** Names of the parameters that any operation reads from the query. */
    Set<String> queries() {
        return Collections.unmodifiableSet(queries);
    }

    /** The role of the processes that answer such a request; nothing where it is none of the contract. */
    Optional<Role> role(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method)
                        && operation.path().matcher(path).matches())
                .map(Operation::role)
                .findFirst();
    }

    /** Wherever they stand: at an operation, at a path, or among the components. */
    private void collectParameters(Object node) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("name") instanceof String name && "query".equals(map.get("in"))) {
                queries.add(name);
            } else if (map.get("name") instanceof String name && "header".equals(map.get("in"))) {
                headers.add(name);
            }
            map.values().forEach(this::collectParameters);
        } else if (node instanceof Collection<?> list) {
            list.forEach(this::collectParameters);
        }
    }

    private void collectOperations(Map<?, ?> contract) {
        Map<?, ?> server = (Map<?, ?>) ((List<?>) contract.get("servers")).get(0);
        ((Map<?, ?>) contract.get("paths"))
                .forEach((path, methods) -> ((Map<?, ?>) methods).forEach((method, operation) -> {
                    String role = (String) ((Map<?, ?>) operation).get("x-role");
                    operations.add(new Operation(
                            method.toString().toUpperCase(Locale.ROOT),
                            HttpResource.pattern(server.get("url") + path.toString()),
                            Role.valueOf(role.toUpperCase(Locale.ROOT))));
                }));
    }
}

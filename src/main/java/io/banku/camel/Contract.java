package io.banku.camel;

import io.banku.batch.LedgerFormat;
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
    private final byte[] json;
    private final TreeSet<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final TreeSet<String> queries = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Operation> operations = new ArrayList<>();

    /** @param queries names of the parameters that it reads from the query, in the order of the contract */
    record Operation(String id, String method, Pattern path, Role role, List<String> queries) {
        private boolean isAt(String otherMethod, String otherPath) {
            return method.equals(otherMethod) && path.matcher(otherPath).matches();
        }
    }

    private Contract(byte[] text) {
        this.text = text;
        Object contract =
                new Load(LoadSettings.builder().build()).loadFromString(new String(text, StandardCharsets.UTF_8));
        json = LedgerFormat.writeIndented(contract);
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

    /** The same, for tools that read no YAML. */
    byte[] json() {
        return json.clone();
    }

    /** Names of the parameters that any operation reads from a header. */
    Set<String> headers() {
        return Collections.unmodifiableSet(headers);
    }

    /** Names of the parameters that any operation reads from the query. */
    Set<String> queries() {
        return Collections.unmodifiableSet(queries);
    }

    /** The operation that such a request asks for; nothing where it is none of the contract. */
    Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.isAt(method, path))
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
                .forEach((path, methods) -> ((Map<?, ?>) methods).forEach((method, described) -> {
                    Map<?, ?> operation = (Map<?, ?>) described;
                    operations.add(new Operation(
                            (String) operation.get("operationId"),
                            method.toString().toUpperCase(Locale.ROOT),
                            HttpResource.pattern(server.get("url") + path.toString()),
                            Role.valueOf(((String) operation.get("x-role")).toUpperCase(Locale.ROOT)),
                            queries(operation, contract)));
                }));
    }

    private static List<String> queries(Map<?, ?> operation, Map<?, ?> contract) {
        List<String> names = new ArrayList<>();
        if (operation.get("parameters") instanceof List<?> parameters) {
            for (Object parameter : parameters) {
                Map<?, ?> described = resolved((Map<?, ?>) parameter, contract);
                if ("query".equals(described.get("in"))) {
                    names.add((String) described.get("name"));
                }
            }
        }
        return List.copyOf(names);
    }

    /** @param described may be {@code $ref: "#/components/parameters/Prefer"} */
    private static Map<?, ?> resolved(Map<?, ?> described, Map<?, ?> contract) {
        if (!(described.get("$ref") instanceof String reference)) {
            return described;
        }
        Map<?, ?> found = contract;
        for (String step : reference.substring("#/".length()).split("/")) {
            found = (Map<?, ?>) found.get(step);
        }
        return found;
    }
}

package io.banku.camel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares an answer with its schema in the contract: every property that the answer has must be described. */
final class DocumentedAnswer {
    private final Map<String, Object> contract;
    private final List<String> undescribed = new ArrayList<>();

    private DocumentedAnswer(Map<String, Object> contract) {
        this.contract = contract;
    }

    /** Paths of the properties that the schema does not describe. */
    static List<String> undescribed(JsonNode answer, Map<String, Object> schema, Map<String, Object> contract) {
        DocumentedAnswer compared = new DocumentedAnswer(contract);
        compared.compare(answer, schema, "");
        return compared.undescribed;
    }

    private void compare(JsonNode answer, Map<String, Object> referring, String path) {
        Map<String, Object> schema = resolved(referring);
        if (answer.isArray()) {
            answer.forEach(item -> compare(item, map(schema.get("items")), path + "[]"));
        } else if (answer.isObject()) {
            Map<String, Object> properties = map(schema.get("properties"));
            answer.properties().forEach(property -> {
                String at = path + "/" + property.getKey();
                if (properties.containsKey(property.getKey())) {
                    compare(property.getValue(), map(properties.get(property.getKey())), at);
                } else {
                    undescribed.add(at);
                }
            });
        }
    }

    private Map<String, Object> resolved(Map<String, Object> schema) {
        if (!(schema.get("$ref") instanceof String reference)) {
            return schema;
        }
        Map<String, Object> found = contract;
        for (String step : reference.substring("#/".length()).split("/")) {
            found = map(found.get(step));
        }
        return found;
    }

    @SuppressWarnings("unchecked") // a map of YAML has names as its keys
    static Map<String, Object> map(Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }
}

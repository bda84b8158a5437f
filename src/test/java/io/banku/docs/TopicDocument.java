package io.banku.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What {@code docs/events/asyncapi.yaml} says of the topics, and whether a record is so. */
public final class TopicDocument {
    private static final Path FOLDER = Path.of("docs", "events");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final JsonNode document = JSON.valueToTree(
            new Load(LoadSettings.builder().build()).loadFromString(read(FOLDER.resolve("asyncapi.yaml"))));
    private final Map<String, JsonSchema> payloads = new HashMap<>();
    private final Map<String, JsonSchema> headers = new HashMap<>();

    public JsonNode channels() {
        return document.get("channels");
    }

    public JsonNode messages() {
        return document.at("/components/messages");
    }

    /** Names of the messages of one topic. */
    public Set<String> messages(String topic) {
        Set<String> names = new TreeSet<>();
        channels().forEach(channel -> {
            if (channel.get("address").textValue().equals(topic)) {
                channel.get("messages").fieldNames().forEachRemaining(names::add);
            }
        });
        return names;
    }

    /** What is wrong with a value; empty where it is as it should be. */
    public Set<ValidationMessage> faults(String message, JsonNode payload) {
        return faults(payloads.computeIfAbsent(message, this::payload), payload);
    }

    /** The same of headers, as a JSON object. */
    public Set<ValidationMessage> faultsOfHeaders(String message, JsonNode found) {
        return faults(headers.computeIfAbsent(message, this::headers), found);
    }

    private static Set<ValidationMessage> faults(JsonSchema schema, JsonNode found) {
        return schema.validate(found, run -> run.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    private JsonSchema payload(String message) {
        String reference = messages().at("/" + message + "/payload/$ref").textValue();
        return SCHEMAS.getSchema(
                reference.startsWith("#")
                        ? withSchemas((ObjectNode) document.at(reference.substring(1)))
                        : json(FOLDER.resolve(reference)));
    }

    /** As AsyncAPI merges them: what the message itself says counts most. */
    private JsonSchema headers(String message) {
        ObjectNode merged = JSON.createObjectNode();
        messages().at("/" + message + "/traits").forEach(trait -> {
            JsonNode said =
                    document.at(trait.get("$ref").textValue().substring(1)).path("headers");
            merge(merged, said);
        });
        merge(merged, messages().at("/" + message + "/headers"));
        return SCHEMAS.getSchema(withSchemas(merged));
    }

    private static void merge(ObjectNode into, JsonNode said) {
        said.properties().forEach(property -> {
            if (property.getValue().isObject() && into.path(property.getKey()).isObject()) {
                merge((ObjectNode) into.get(property.getKey()), property.getValue());
            } else {
                into.set(property.getKey(), property.getValue().deepCopy());
            }
        });
    }

    private JsonNode withSchemas(ObjectNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.putObject("components").set("schemas", document.at("/components/schemas"));
        return whole;
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

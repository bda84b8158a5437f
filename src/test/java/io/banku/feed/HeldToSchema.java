package io.banku.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Definitions as editors see them: YAML with its types, held to the schema. */
public final class HeldToSchema {
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final JsonNode NODE = node();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(NODE);

    private HeldToSchema() {}

    static JsonNode schema() {
        return NODE;
    }

    private static JsonNode node() {
        try {
            return JACKSON.readTree(FeedSchema.text());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What an editor would underline. */
    public static List<String> faults(String yaml) {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return SCHEMA.validate(JACKSON.valueToTree(loaded)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}

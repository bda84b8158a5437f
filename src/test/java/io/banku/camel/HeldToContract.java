package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every answer that a test gets is held to the contract: its status and its media type are among those of the operation, its
 * body is as their schema says, and has nothing that is not described. Shared by threads.
 */
public final class HeldToContract {
    private static final String API = "/api/v1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final ObjectNode CONTRACT =
            (ObjectNode) json(new String(Contract.read().json()));
    private static final Map<JsonNode, JsonSchema> COMPILED = new ConcurrentHashMap<>();

    private HeldToContract() {}

    /** Paths and methods that the contract does not have are let through; so is what is packed. */
    public static HttpResponse<String> answer(HttpResponse<String> answer) {
        JsonNode operation = operation(answer);
        if (!operation.isMissingNode()
                && answer.headers().firstValue("Content-Encoding").isEmpty()) {
            check(operation, answer);
        }
        return answer;
    }

    static Optional<String> operationId(HttpResponse<String> answer) {
        return Optional.ofNullable(operation(answer).path("operationId").textValue());
    }

    private static JsonNode operation(HttpResponse<String> answer) {
        String path = answer.uri().getRawPath();
        String method = answer.request().method().toLowerCase(Locale.ROOT);
        for (Map.Entry<String, JsonNode> each : CONTRACT.get("paths").properties()) {
            if (path.matches(API + each.getKey().replaceAll("\\{\\w+}", "[^/]+"))) {
                return each.getValue().path(method);
            }
        }
        return CONTRACT.path("paths").path("none");
    }

    private static void check(JsonNode operation, HttpResponse<String> answer) {
        String told = answer.request().method() + " " + answer.uri() + ": " + answer.statusCode() + " " + answer.body();
        JsonNode responses = operation.get("responses");
        JsonNode response = resolved(responses.path(Integer.toString(answer.statusCode())));
        JsonNode content = (response.isMissingNode() ? resolved(responses.path("default")) : response).path("content");
        if (content.isMissingNode()) {
            assertThat(answer.body()).as(told).isEmpty();
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("none").replaceAll(";.*", "");
        assertThat(content.properties()).as(told).extracting(Map.Entry::getKey).contains(type);
        JsonNode schema = content.get(type).get("schema");
        JsonNode body = json(answer.body());
        assertThat(compiled(schema)
                        .validate(body, run -> run.getExecutionConfig().setFormatAssertionsEnabled(true)))
                .as(told)
                .isEmpty();
        assertThat(DocumentedAnswer.undescribed(body, map(schema), map(CONTRACT)))
                .as(told)
                .isEmpty();
    }

    private static JsonSchema compiled(JsonNode schema) {
        return COMPILED.computeIfAbsent(schema, each -> {
            ObjectNode whole = each.deepCopy();
            whole.set("components", CONTRACT.get("components"));
            return SCHEMAS.getSchema(whole);
        });
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? CONTRACT.at(node.get("$ref").textValue().substring(1)) : node;
    }

    @SuppressWarnings("unchecked") // a JSON object has names as its keys
    private static Map<String, Object> map(JsonNode object) {
        return JSON.convertValue(object, Map.class);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError("expected JSON, found " + text, noJson);
        }
    }
}

package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The routes are what Camel's own schema of its YAML language says that they may be, as an editor reads them. */
class RoutesSchemaTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonSchema SCHEMA = schema();

    static List<Path> routes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** With the one placeholder filled in that stands where the schema lists words. */
    private static JsonNode document(Path route) throws IOException {
        return YAML.readTree(Files.readString(route).replace("{{banku.http.missing-operation}}", "fail"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRoutePassesTheSchema(Path route) throws IOException {
        assertThat(SCHEMA.validate(document(route))).isEmpty();
    }

    @Test
    void aWordThatTheLanguageDoesNotHaveIsFound() throws IOException {
        JsonNode misspelt = YAML.readTree(
                Files.readString(Path.of("routes/files-to-events.camel.yaml")).replaceFirst("steps:", "stepps:"));

        assertThat(SCHEMA.validate(misspelt)).isNotEmpty();
    }

    private static JsonSchema schema() {
        InputStream in = RoutesSchemaTest.class.getResourceAsStream("/schema/camelYamlDsl.json");
        return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(in);
    }
}

package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.settings.Setting;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes are files that anybody may change: what is wrong in them is answered, and keeps no request in hand. */
class BrokenRoutesTest {
    @TempDir
    Path folder;

    @Test
    void aRequestThatCannotGoOnOrWhoseAnswerCannotBeWrittenIsAnsweredAndNotInHandAnyMore() throws Exception {
        Path routes = copyOfTheRoutes();
        replace(
                routes.resolve("queries-of-accounts.camel.yaml"),
                "continueAt, constant: direct:account",
                "continueAt, constant: gone:x");
        replace(
                routes.resolve("api.camel.yaml"),
                "- bean: { ref: pages, method: contract }",
                "- bean: { ref: pages, method: contract }\n        - setHeader: { name: X-Broken, constant: \"a\\nb\" }");
        try (LiveProgram program = LiveProgram.start(folder, Map.of(Setting.ROUTES, routes.toString()))) {
            List<HttpResponse<String>> answers =
                    List.of(program.get("/api/v1/accounts/0000004711"), program.get("/openapi.yaml"));

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.headers().firstValue("Content-Type")).contains(Problems.CONTENT_TYPE);
                assertThat(answer.body()).contains("BNK-9000");
            });
            LiveProgram.await(() -> LiveProgram.sendTo(program.management() + "/observe/metrics", "GET", null)
                    .body()
                    .contains("banku_http_requests 0.0"));
        }
    }

    private Path copyOfTheRoutes() throws IOException {
        Path copies = Files.createDirectory(folder.resolve("routes"));
        try (Stream<Path> routes = Files.list(Path.of("routes"))) {
            for (Path route : routes.toList()) {
                Files.copy(route, copies.resolve(route.getFileName()));
            }
        }
        return copies;
    }

    private static void replace(Path file, String old, String by) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, by));
    }
}

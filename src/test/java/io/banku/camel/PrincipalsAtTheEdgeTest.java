package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.settings.Principals;
import io.banku.settings.Setting;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalsAtTheEdgeTest {
    private static final String TOKEN = "of-branch-42";

    @TempDir
    static Path folder;

    private static LiveProgram program;

    @BeforeAll
    static void start() throws Exception {
        Path file = Files.writeString(folder.resolve("principals"), Principals.line("branch-42", TOKEN));
        program = LiveProgram.start(folder, Map.of(Setting.PRINCIPALS, file.toString()));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void whoeverHasATokenIsAnswered() {
        assertThat(program.get("/api/v1/batches", "Authorization", "Bearer " + TOKEN)
                        .statusCode())
                .isEqualTo(200);
        assertThat(program.get("/api/v1/batches", "Authorization", "bearer  " + TOKEN)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer of-branch-43", "Bearer", "Bearer ", "Basic of-branch-42", "of-branch-42"})
    void anotherTokenIsRefusedAndNotShown(String authorization) {
        HttpResponse<String> answer = program.get("/api/v1/batches", "Authorization", authorization);

        assertRefused(answer);
        assertThat(answer.body()).contains("found another").doesNotContain("branch-4");
    }

    /** A proxy in front may have looked at the other one. */
    @Test
    void twoTokensAreNone() {
        assertRefused(
                program.get("/api/v1/batches", "Authorization", "Bearer " + TOKEN, "Authorization", "Bearer " + TOKEN));
    }

    @Test
    void withoutATokenNothingOfTheApiIsAnswered() {
        assertRefused(program.get("/api/v1/accounts/0000004711"));
        assertRefused(program.send("POST", "/api/v1/batches/00/actions", "{}", "Content-Type", "application/json"));
        assertRefused(program.get("/api/v1/../v1/batches"));
        assertRefused(program.get("/api//v1/batches?access_token=" + TOKEN));
    }

    @Test
    void whoHasATokenMayComeByAnyName() throws Exception {
        URI api = URI.create(program.api());
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.getOutputStream()
                    .write(("GET /api/v1/batches HTTP/1.1\r\nHost: bridge.bank.example\r\nConnection: close\r\n"
                                    + "Authorization: Bearer " + TOKEN + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void theContractAndThePagesAboutProblemsAreForEverybody() {
        assertThat(program.get("/openapi.yaml").statusCode()).isEqualTo(200);
        assertThat(program.get("/problems/unauthenticated").statusCode()).isEqualTo(200);
    }

    /** What the body says of who decides is what anybody can write there. */
    @Test
    void aDecisionIsWrittenUnderThePrincipalOfItsToken() throws IOException {
        Path sample = Path.of("sample-mainframe-files/branch-deposits/broken/BRANCH0043.TXT");
        Files.copy(sample, folder.resolve("data/inbox/BRANCH0043.TXT"));
        LiveProgram.await(() -> batches("?state=held").contains("BRANCH0043.TXT"));
        Matcher id = Pattern.compile("\"id\":\"([0-9a-f]{64})\"").matcher(batches("?state=held"));
        assertThat(id.find()).isTrue();

        HttpResponse<String> answer = program.send(
                "POST",
                "/api/v1/batches/" + id.group(1) + "/actions",
                "{\"action\":\"refuse\",\"reason\":\"asked for anew\",\"by\":\"the director\"}",
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + TOKEN);

        assertThat(answer.statusCode()).isEqualTo(202);
        LiveProgram.await(() -> batches("?state=refused").contains("BRANCH0043.TXT"));
        assertThat(batches("/" + id.group(1)))
                .contains("refuse by branch-42: asked for anew")
                .doesNotContain("director");
    }

    private static String batches(String which) {
        return program.get("/api/v1/batches" + which, "Authorization", "Bearer " + TOKEN)
                .body();
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"banku\"");
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problems.CONTENT_TYPE);
        assertThat(answer.body()).contains("BNK-7010");
    }
}

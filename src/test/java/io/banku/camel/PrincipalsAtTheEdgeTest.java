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
    private static final String SECOND = "of-head-office";

    @TempDir
    static Path folder;

    private static LiveProgram program;

    @BeforeAll
    static void start() throws Exception {
        Path file = Files.writeString(
                folder.resolve("principals"),
                Principals.line("branch-42", TOKEN) + "\n" + Principals.line("head-office", SECOND));
        Path feed = Files.createDirectories(folder.resolve("feeds/branch-deposits"));
        Path sample = Path.of("sample-mainframe-files/branch-deposits");
        Files.copy(sample.resolve("BRANCHDP.cpy"), feed.resolve("BRANCHDP.cpy"));
        Files.writeString(
                feed.resolve("feed.yaml"), Files.readString(sample.resolve("feed.yaml")) + "four-eyes: [release]\n");
        program = LiveProgram.start(
                folder,
                Map.of(
                        Setting.PRINCIPALS,
                        file.toString(),
                        Setting.FEEDS,
                        feed.getParent().toString()));
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

    @Test
    void aReleaseThatTakesTwoIsDoneWhenTheOtherPrincipalApproves() throws Exception {
        Files.writeString(folder.resolve("data/inbox/BRANCH0099.TXT"), "004500021800000119x00EUR20261120090000\n");
        LiveProgram.await(() -> batches("?state=held").contains("BRANCH0099.TXT"));
        Matcher found = Pattern.compile(
                        "\"id\":\"([0-9a-f]{64})\",\"feed\":\"branch-deposits\",\"file\":\"BRANCH0099.TXT\"")
                .matcher(batches("?state=held"));
        assertThat(found.find()).isTrue();
        String batch = "/" + found.group(1);

        assertThat(says(TOKEN, batch, "approve").body()).contains("BNK-5060");
        assertThat(says(TOKEN, batch, "release").body()).contains("\"wish\":{\"action\":\"release\"");
        LiveProgram.await(() -> batches(batch).contains("\"by\":\"branch-42\""));
        assertThat(batches(batch)).contains("\"allowedActions\":[\"approve\",\"withdraw\",\"release\",\"refuse\"]");
        assertThat(says(TOKEN, batch, "approve").body()).contains("BNK-5059", "same-person");
        assertThat(post(SECOND, batch + "/actions", "{\"action\":\"approve\",\"reason\":\"x\",\"of\":\"refuse\"}")
                        .body())
                .contains("BNK-5060", "to wait for a refuse");
        assertThat(post(SECOND, batch + "/actions", "{\"action\":\"approve\",\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(batches(batch)).contains("\"state\":\"held\"");

        assertThat(says(SECOND, batch, "withdraw").statusCode()).isEqualTo(202);
        assertThat(says(SECOND, batch, "approve").body()).contains("BNK-5060");
        assertThat(says(TOKEN, batch, "release").statusCode()).isEqualTo(202);
        correct(batch + "/rejects/1", "119.00");
        assertThat(says(SECOND, batch, "approve").body()).contains("BNK-5061", "a reject was decided about since");

        assertThat(says(TOKEN, batch, "release").statusCode()).isEqualTo(202);
        assertThat(says(SECOND, batch, "approve").statusCode()).isEqualTo(202);
        LiveProgram.await(() -> batches(batch).contains("\"state\":\"sealed\""));
        assertThat(batches(batch)).contains("release by branch-42: looked at; approved by head-office: looked at");
        assertThat(post(TOKEN, batch + "/rejects/1/actions", "{\"action\":\"resubmit\",\"reason\":\"alone\"}")
                        .body())
                .contains("BNK-5062", "takes two people to release");
        String audit = program.get("/api/v1/audit?batch=" + found.group(1), "Authorization", "Bearer " + TOKEN)
                .body();
        assertThat(Pattern.compile("\"by\":\"([a-z0-9-]+)\",\"byToken\":true,\"action\":\"([a-z-]+)\"")
                        .matcher(audit)
                        .results()
                        .map(result -> result.group(1) + " " + result.group(2)))
                .containsExactly(
                        "head-office approve",
                        "branch-42 ask-release",
                        "branch-42 correct",
                        "branch-42 ask-release",
                        "head-office withdraw",
                        "branch-42 ask-release");
    }

    private static HttpResponse<String> says(String token, String batch, String action) {
        String of = action.equals("approve") ? ",\"of\":\"release\"" : "";
        return post(token, batch + "/actions", "{\"action\":\"" + action + "\",\"reason\":\"looked at\"" + of + "}");
    }

    private static void correct(String reject, String amount) {
        String set = "{\"action\":\"correct\",\"set\":{\"BD-AMOUNT\":\"" + amount + "\"},\"reason\":\"looked at\"}";
        assertThat(post(TOKEN, reject + "/actions", set).statusCode()).isEqualTo(202);
    }

    private static HttpResponse<String> post(String token, String path, String body) {
        return program.send(
                "POST",
                "/api/v1/batches" + path,
                body,
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + token);
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

package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.banku.settings.Setting;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process answers the operations of its roles; of the others it says who answers them. */
class RolesAtTheEdgeTest {
    private static final String ACCOUNT = "/api/v1/accounts/0000004711";
    private static final String DEPOSIT = "{\"amount\":\"1.00\",\"currency\":\"EUR\"}";

    @TempDir
    Path folder;

    @Test
    void aProcessForQueriesTakesNoCommands() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, Map.of(Setting.ROLES, "queries"))) {
            assertElsewhere(
                    program.send("POST", ACCOUNT + "/deposits", DEPOSIT, "Content-Type", "application/json"),
                    "expected a process with the role commands, found one with queries");
            assertElsewhere(
                    program.get(ACCOUNT + "/commands/00000000-0000-0000-0000-000000000000"),
                    "expected a process with the role commands, found one with queries");
            assertThat(program.send("HEAD", ACCOUNT + "/commands/0", null).statusCode())
                    .isEqualTo(503);
            assertThat(program.get(ACCOUNT).statusCode()).isEqualTo(404);
            assertThat(program.get("/openapi.yaml").statusCode()).isEqualTo(200);
            assertThat(program.get("/api/v1/none").statusCode()).isEqualTo(404);
            assertThat(program.get(ACCOUNT + "/deposits").statusCode()).isEqualTo(405);
        }
    }

    @Test
    void aProcessThatTakesNoFilesInSaysThatItDoesNotKnowWhatStands() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, Map.of(Setting.ROLES, "queries"))) {
            JsonNode answer =
                    new ObjectMapper().readTree(program.get("/api/v1/batches").body());
            assertThat(answer.path("standingKnown")).isEqualTo(BooleanNode.FALSE);
            assertThat(answer.has("standing")).isFalse();
        }
    }

    @Test
    void aProcessThatTakesFilesInKnowsWhatStands() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder)) {
            JsonNode answer =
                    new ObjectMapper().readTree(program.get("/api/v1/batches").body());
            assertThat(answer.path("standingKnown")).isEqualTo(BooleanNode.TRUE);
            assertThat(answer.path("standing").isArray()).isTrue();
        }
    }

    @Test
    void aProcessForCommandsAnswersNoQueries() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, Map.of(Setting.ROLES, "commands,projection"))) {
            assertElsewhere(
                    program.get(ACCOUNT),
                    "expected a process with the role queries, found one with commands, projection");
            assertElsewhere(
                    program.send("POST", "/api/v1/view/rebuilds", "{}", "Content-Type", "application/json"),
                    "expected a process with the role queries, found one with commands, projection");
            assertThat(program.send(
                                    "POST",
                                    ACCOUNT + "/deposits",
                                    DEPOSIT,
                                    "Content-Type",
                                    "application/json",
                                    "Idempotency-Key",
                                    "k")
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    private static void assertElsewhere(HttpResponse<String> answer, String detail) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problems.CONTENT_TYPE);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.get("type").asText()).isEqualTo("/problems/role-elsewhere");
        assertThat(problem.get("code").asText()).isEqualTo("BNK-7020");
        assertThat(problem.get("detail").asText()).isEqualTo(detail);
        assertThat(problem.get("whatToDo").asText()).startsWith("Nothing was done.");
    }
}

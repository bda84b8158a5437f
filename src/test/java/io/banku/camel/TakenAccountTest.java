package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids of the mainframe's accounts that a client opened first, in another currency; from the file to the answer. */
class TakenAccountTest {
    private static final String UNTOUCHED = "0043000067";
    private static final String USED = "0045000218";

    @TempDir
    Path folder;

    @Test
    void theMainframeGetsTheAccountThatNoMoneyMovedOnAndABreakOnTheOther() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder)) {
            assertAccepted(post(program, "", "{\"account\":\"" + UNTOUCHED + "\",\"currency\":\"USD\"}"));
            assertAccepted(post(program, "", "{\"account\":\"" + USED + "\",\"currency\":\"USD\"}"));
            assertAccepted(post(program, "/" + USED + "/deposits", "{\"amount\":\"5.00\",\"currency\":\"USD\"}"));

            program.deliver("account-master/ACM.D261119.DAT", "sealed");

            LiveProgram.await(
                    () -> account(program, UNTOUCHED).path("currency").asText().equals("EUR"));
            JsonNode untouched = account(program, UNTOUCHED);
            assertThat(untouched.at("/balance/amount").asText())
                    .isNotEqualTo("0.00")
                    .isEqualTo(untouched.at("/mainframeBalance/amount").asText());
            assertThat(untouched.has("suspense")).isFalse();
            assertThat(untouched.path("breakCount").asInt()).isZero();
            LiveProgram.await(() -> account(program, USED).path("breakCount").asInt() == 1);
            JsonNode used = account(program, USED);
            assertThat(used.at("/balance").toString()).isEqualTo("{\"amount\":\"5.00\",\"currency\":\"USD\"}");
            assertThat(used.at("/breaks/0/expected/currency").asText()).isEqualTo("EUR");
            assertThat(used.at("/breaks/0/found/currency").asText()).isEqualTo("USD");
            assertThat(used.at("/suspense/0/amount/currency").asText()).isEqualTo("EUR");
        }
    }

    private static void assertAccepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static HttpResponse<String> post(LiveProgram program, String path, String body) {
        return program.send(
                "POST",
                "/api/v1/accounts" + path,
                body,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Prefer",
                "return=representation");
    }

    private static JsonNode account(LiveProgram program, String id) throws IOException {
        return new ObjectMapper().readTree(program.get("/api/v1/accounts/" + id).body());
    }
}

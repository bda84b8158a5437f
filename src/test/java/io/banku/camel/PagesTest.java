package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.account.Decline;
import io.banku.settings.Principals;
import io.banku.settings.Setting;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody finds who looks around with a browser, and what a program finds there. */
class PagesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @TempDir
    static Path folder;

    private static LiveProgram program;

    @BeforeAll
    static void start() throws Exception {
        Path tokens =
                Files.writeString(folder.resolve("principals"), Principals.line("teller", "a-token-of-some-length-1"));
        program = LiveProgram.start(folder, Map.of(Setting.PRINCIPALS, tokens.toString()));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void theFrontPageSaysWhatThisIsAndHowItIs() {
        LiveProgram.await(() -> page("/").body().contains(">ready<"));

        assertThat(page("/").body())
                .contains("Banku bridge", "commands, ingest, projection, queries", "ask for a token")
                .doesNotContain("${");
    }

    @Test
    void aProgramFindsTheSameInJson() throws Exception {
        LiveProgram.await(() -> json("/").get("ready").asBoolean());

        JsonNode json = json("/");
        assertThat(json.get("notReady")).isEmpty();
        assertThat(json.get("roles")).hasSize(4);
        assertThat(json.at("/links/contract").asText()).isEqualTo("/openapi.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/problems", "/problems/not-found", "/problems/insufficient-funds", "/contract"})
    void aPageLoadsNothingFromElsewhereAndAllThatItNamesIsThere(String path) {
        HttpResponse<String> page = page(path);

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http");
        List<String> references = REFERENCE
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .filter(reference -> !reference.equals("data:,"))
                .distinct()
                .toList();
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("/").doesNotStartWith("//");
            assertThat(page(reference).statusCode()).as(reference).isIn(200, 401);
        });
        assertThat(page.body()).doesNotContain("<script>", "style=", "onclick");
    }

    @Test
    void everyTypeOfAProblemIsAPageAndAnObject() throws Exception {
        List<String> types = Stream.concat(
                        Arrays.stream(Problem.values()).map(Problem::type),
                        Arrays.stream(Decline.values()).map(reason -> "/problems/" + reason.slug()))
                .toList();

        for (String type : types) {
            JsonNode described = json(type);
            assertThat(described.get("type").asText()).isEqualTo(type);
            assertThat(page(type).body())
                    .contains(
                            described.get("code").asText(),
                            "What to do",
                            PageTemplate.escaped(described.get("title").asText()),
                            PageTemplate.escaped(described.get("whatToDo").asText()));
        }
        assertThat(json("/problems").get("items").findValuesAsText("type")).containsExactlyElementsOf(types);
        assertThat(page("/problems").body()).contains(types);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "text/html             | text/html; charset=utf-8",
                "TEXT/HTML;q=0.1       | text/html; charset=utf-8",
                "text/html;q=0         | application/json",
                "*/*                   | application/json",
                "application/json      | application/json",
                "text/*                | application/json",
                "none                  | application/json"
            })
    void whoAsksForHtmlByItsNameIsGivenIt(String accept, String type) {
        HttpResponse<String> answer =
                accept == null ? program.get("/problems") : program.get("/problems", "Accept", accept);

        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(answer.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
    }

    @Test
    void theContractIsShownByAScriptOfThisServer() {
        assertThat(page("/contract").body()).contains("/pages/swagger-ui-bundle.js", "<noscript>", "/openapi.yaml");
        assertThat(program.get("/pages/contract.js").body()).contains("/openapi.json", "validatorUrl: null");
        assertThat(program.get("/pages/swagger-ui-bundle.js").headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pages/home.html",
                "/pages/layout.html",
                "/pages/..%2Fpages%2Fstyle.css",
                "/pages/none",
                "/pages"
            })
    void whatIsNoPartOfThePagesIsNotThere(String path) {
        assertThat(page(path).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> page(String path) {
        return program.get(path, "Accept", BROWSER);
    }

    private static JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(program.get(path).body());
    }
}

package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.account.Decline;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The contract, the routes and the answers say the same. */
class ContractTest {
    /** Where batches go on their own, and where a request goes on that may wait; nobody asks for them over HTTP. */
    private static final Set<String> INTERNAL = Set.of("batch", "command", "account", "past-account", "to-the-ledger");

    private static final Pattern DIRECT = Pattern.compile("uri: direct:([\\w-]+)");

    private final Map<String, Object> contract = DocumentedAnswer.map(
            new Load(LoadSettings.builder().build()).loadFromString(read(Path.of("src/main/resources/openapi.yaml"))));

    @Test
    void everyOperationHasARouteAndEveryRouteAnOperation() throws IOException {
        assertThat(operations()).isNotEmpty().isEqualTo(routes());
    }

    @Test
    void anOperationIsAnsweredByTheRoleWhoseRoutesHaveIt() throws IOException {
        Map<String, List<String>> files = Map.of(
                "commands", List.of("requests-to-commands", "repairs-of-accounts", "queries-of-commands"),
                "queries",
                        List.of(
                                "queries-of-accounts",
                                "queries-of-batches",
                                "decisions-about-batches",
                                "repairs-of-rejects",
                                "queries-of-the-audit",
                                "nights-are-asked-for",
                                "rebuilds-of-the-view"));

        assertThat(DocumentedAnswer.map(contract.get("paths")).values().stream()
                        .flatMap(path -> DocumentedAnswer.map(path).values().stream())
                        .map(DocumentedAnswer::map))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(files.get((String) operation.get("x-role")).stream()
                                .map(file -> read(Path.of("routes", file + ".camel.yaml")))
                                .collect(Collectors.joining()))
                        .contains("uri: direct:" + operation.get("operationId") + "\n"));
    }

    /** Longer than that nothing can be concluded from a key: whoever repeats has to know. */
    @Test
    void forHowLongAKeyIsRememberedIsSaidWhereverOneIsToldToRepeat() throws IOException {
        assertThat((String) DocumentedAnswer.map(contract.get("info")).get("description"))
                .contains("banku.commands.kept", "less five minutes", "key is forgotten");
        assertThat(Problem.APPEND_UNKNOWN.whatToDo()).contains("banku.commands.kept", "five minutes", "commandid");
        assertThat(Problem.OUTCOME_NOT_FOUND.whatToDo()).contains("banku.commands.kept", "says nothing");
        assertThat(read(Path.of("docs/reference/cli.md"))).contains("banku.commands.kept", "less five minutes");
    }

    /** In the first column of the tables for clients. */
    @Test
    void thePagesTellEveryStatusThatACommandMayBeAnsweredWith() {
        Set<String> statuses = DocumentedAnswer.map(
                        DocumentedAnswer.map(DocumentedAnswer.map(DocumentedAnswer.map(contract.get("paths"))
                                                .get("/accounts"))
                                        .get("post"))
                                .get("responses"))
                .keySet()
                .stream()
                .filter(status -> !status.equals("default"))
                .collect(Collectors.toSet());

        for (String page : List.of("README.md", "docs/operations.md")) {
            Set<String> told = Pattern.compile("(?m)^\\| ([2-5]\\d\\d[^|]*) \\|")
                    .matcher(read(Path.of(page)))
                    .results()
                    .flatMap(row -> Pattern.compile("\\b[2-5]\\d\\d\\b")
                            .matcher(row.group(1))
                            .results())
                    .map(MatchResult::group)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(told).as(page).containsAll(statuses);
        }
    }

    @Test
    void everyProblemHasItsWordsAndNoWordsAreOfNone() {
        assertThat(ProblemText.slugs().stream().map(Object::toString))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Problem.values()).map(Problem::slug).toList());
    }

    @Test
    void theProblemsAmongTheExamplesAreSuchAsThereAre() {
        List<Map<String, Object>> examples =
                DocumentedAnswer.map(
                                DocumentedAnswer.map(contract.get("components")).get("responses"))
                        .values()
                        .stream()
                        .map(answer -> DocumentedAnswer.map(
                                DocumentedAnswer.map(answer).get("content")))
                        .map(content -> DocumentedAnswer.map(content.get(Problems.CONTENT_TYPE)))
                        .map(content -> DocumentedAnswer.map(content.get("example")))
                        .filter(example -> !example.isEmpty())
                        .toList();

        assertThat(examples).hasSize(3).allSatisfy(example -> {
            Problem problem = Arrays.stream(Problem.values())
                    .filter(known -> known.code().equals(example.get("code")))
                    .findFirst()
                    .orElseThrow();
            Optional<Decline> reason = Decline.ofSlug(String.valueOf(example.get("reason")));
            assertThat(example)
                    .containsEntry("status", problem.status())
                    .containsEntry("whatToDo", problem.whatToDo())
                    .containsEntry("title", reason.map(Decline::meaning).orElse(problem.title()))
                    .containsEntry(
                            "type", reason.map(r -> "/problems/" + r.slug()).orElse(problem.type()));
        });
    }

    @Test
    void theContractInJsonIsTheSame() throws Exception {
        assertThat(DocumentedAnswer.map(
                        new ObjectMapper().readValue(Contract.read().json(), Map.class)))
                .isEqualTo(contract);
    }

    /** Each answer is held to the contract where it arrives; here it is seen to that all operations are asked, well and badly. */
    @Test
    void everyOperationAnswersAsTheContractSays(@TempDir Path folder) throws Exception {
        try (LiveProgram program = LiveProgram.start(folder)) {
            List<HttpResponse<String>> answers = new ApiTraffic(program, program.api() + "/api/v1").answers();

            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .contains(200, 201, 202, 304, 400, 404, 406, 409, 422);
            assertThat(answers.stream().flatMap(answer -> HeldToContract.operationId(answer).stream()))
                    .containsAll(operations());
        }
    }

    private Set<String> operations() {
        return DocumentedAnswer.map(contract.get("paths")).values().stream()
                .flatMap(path -> DocumentedAnswer.map(path).values().stream())
                .map(operation -> (String) DocumentedAnswer.map(operation).get("operationId"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> routes() throws IOException {
        Set<String> routes = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            files.map(ContractTest::read).forEach(text -> {
                Matcher from = DIRECT.matcher(text);
                while (from.find()) {
                    routes.add(from.group(1));
                }
            });
        }
        routes.removeAll(INTERNAL);
        return routes;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

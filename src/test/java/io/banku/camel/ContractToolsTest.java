package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.embedded.FreePort;
import java.io.File;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What others do with the contract: it is linted, stands between a client and the program, and becomes clients. */
@Tag("ecosystem")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractToolsTest {
    private static final Path PROJECT = Path.of("src", "test", "ecosystem", "contract");
    private static final String GENERATOR = "openapi-generator-cli-7.17.0.jar";
    private static final String ANNOTATIONS = "jakarta.annotation-api-3.0.0.jar";

    private Path folder;
    private NpmProject npm;
    private Path project;
    private LiveProgram program;

    @BeforeAll
    void begin(@TempDir Path temporary) throws Exception {
        folder = temporary;
        npm = NpmProject.install(PROJECT, folder);
        project = npm.folder();
        Files.copy(Path.of("src/main/resources/openapi.yaml"), project.resolve("openapi.yaml"));
        program = LiveProgram.start(Files.createDirectory(folder.resolve("program")));
    }

    @AfterAll
    void end() {
        program.close();
    }

    @Test
    void redoclyFindsNothing() throws Exception {
        assertThat(npm.npx("redocly", "lint", "openapi.yaml", "--format=json"))
                .contains("\"errors\": 0", "\"warnings\": 0");
    }

    @Test
    void spectralFindsNothing() throws Exception {
        assertThat(npm.npx("spectral", "lint", "openapi.yaml", "-r", "spectral.yaml", "--fail-severity=hint"))
                .contains("No results");
    }

    /** Each request, and each answer, is looked at by a proxy that knows nothing but the contract. */
    @Test
    void aProxyBetweenAClientAndTheProgramFindsNoViolation() throws Exception {
        String port = Integer.toString(FreePort.any());
        Process prism = npm.begun(
                folder.resolve("begun.txt"),
                "npx",
                "prism",
                "proxy",
                "openapi.yaml",
                program.api() + "/api/v1",
                "--port",
                port);
        try {
            String proxy = "http://127.0.0.1:" + port;
            LiveProgram.await(() -> answers(proxy));

            assertThat(LiveProgram.sendTo(proxy + "/batches?limit=0", "GET", null)
                            .headers()
                            .map())
                    .as("it looks")
                    .containsKey("sl-violations");

            List<HttpResponse<String>> answers = new ApiTraffic(program, proxy).answers();

            assertThat(answers)
                    .hasSizeGreaterThan(40)
                    .allSatisfy(answer -> assertThat(violations(answer))
                            .as(answer.request().method() + " " + answer.uri() + " " + answer.statusCode() + " "
                                    + answer.body())
                            .isEmpty());
            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .contains(200, 201, 202, 304, 400, 404, 406, 409, 422);
        } finally {
            prism.descendants().forEach(ProcessHandle::destroy);
            prism.destroy();
            prism.waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** A request that is not as the contract says is none where the program refuses it as such. */
    private static List<String> violations(HttpResponse<String> answer) throws JsonProcessingException {
        List<String> found = new ArrayList<>();
        for (String header : answer.headers().allValues("sl-violations")) {
            for (JsonNode violation : new ObjectMapper().readTree(header)) {
                boolean isRefused = answer.statusCode() == 400
                        && violation.at("/location/0").asText().equals("request");
                if (!isRefused) {
                    found.add(violation.toString());
                }
            }
        }
        return found;
    }

    @Test
    void clientsInTypeScriptAreStrictlyTypedAndWork() throws Exception {
        generate("typescript-fetch", "importFileExtension=.js");
        npm.npx("openapi-typescript", "openapi.yaml", "-o", "schema.d.ts");

        npm.npx("tsc", "-p", ".");

        assertThat(npm.run("node", "out/client.js", program.api()).lines())
                .containsExactly("422 BNK-7012 insufficient-funds", "125.00 open 2", "1");
        assertThat(npm.run("node", "out/generated.js", program.api()).lines())
                .containsExactly("422 insufficient-funds", "70.00 open true", "0");
    }

    @Test
    void aClientInJavaCompilesAndWorks() throws Exception {
        generate("java", "openApiNullable=false,useJakartaEe=true", "--library", "native");
        artifact("jakarta.annotation:jakarta.annotation-api:3.0.0");
        List<String> compile = new ArrayList<>(List.of("javac", "-nowarn", "-d", "classes", "-cp", classPath()));
        try (Stream<Path> sources = Files.walk(project.resolve("java/src/main"))) {
            sources.filter(file -> file.toString().endsWith(".java")).forEach(file -> compile.add(file.toString()));
        }
        compile.add("CallGenerated.java");

        npm.run(compile.toArray(String[]::new));

        assertThat(npm.run("java", "-cp", "classes" + File.pathSeparator + classPath(), "CallGenerated", program.api())
                        .lines())
                .containsExactly("422 true", "70.00 open 2", "1");
    }

    private String classPath() {
        return project.resolve(ANNOTATIONS) + File.pathSeparator + System.getProperty("java.class.path");
    }

    private void generate(String language, String properties, String... more) throws Exception {
        if (Files.notExists(project.resolve(GENERATOR))) {
            artifact("org.openapitools:openapi-generator-cli:7.17.0");
        }
        List<String> command = new ArrayList<>(List.of("java", "-Dlog.level=error", "-jar", GENERATOR, "generate"));
        command.addAll(List.of("-i", "openapi.yaml", "-g", language, "-o", language));
        command.add("--additional-properties=" + properties);
        command.addAll(List.of(more));
        npm.run(command.toArray(String[]::new));
    }

    /** From the registry that Maven knows here. */
    private void artifact(String name) throws Exception {
        npm.run(
                "mvn",
                "-q",
                "-B",
                "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy",
                "-Dartifact=" + name,
                "-DoutputDirectory=" + project);
    }

    private static boolean answers(String proxy) {
        try {
            return LiveProgram.sendTo(proxy + "/view", "GET", null).statusCode() == 200;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }
}

package io.banku.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A project of somebody else's, with the jar of the distribution and a Camel of its own. */
@Tag("ecosystem")
class CamelExampleTest {
    private static final Path SAMPLES =
            Path.of("sample-mainframe-files/daily-transactions").toAbsolutePath();
    private static final Path JAR =
            Path.of("target/distribution/camel/banku-0.1.0-copybook.jar").toAbsolutePath();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"4.17.0", "4.22.0"})
    void recordsComeBackByteByByteFromRoutesInJavaAndYaml(String camel) throws Exception {
        assertThat(JAR).as("built by mvn package").exists();
        Path project = folder.resolve("camel-copybook");
        copy(Path.of("examples", "camel-copybook"), project);

        String told = run(
                project,
                "mvn",
                "-q",
                "-B",
                "-Dstyle.color=never",
                "compile",
                "exec:java",
                "-Dcamel.version=" + camel,
                "-Dcopybook.jar=" + JAR,
                "-Dexec.args=" + SAMPLES.resolve("DAILYTXN.cpy") + " " + SAMPLES.resolve("TXN.D261120.BIN"));

        assertThat(told.lines().filter(line -> line.endsWith("written they are the same bytes")))
                .hasSize(2)
                .allMatch(line -> line.matches(".*(java|yaml): 3005 records, the first has .*"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private String run(Path in, String... command) throws Exception {
        Path told = Files.createTempFile(folder, "told", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(told)).isZero();
        return Files.readString(told);
    }
}

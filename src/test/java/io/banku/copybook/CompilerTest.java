package io.banku.copybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A COBOL compiler and we agree where the items of a copybook lie. The {@code .places} beside each copybook are what GnuCOBOL
 * says; where it is installed, it is asked again. Left out is what it does in another way than IBM's manual: slack bytes
 * before the first item of a group it counts to the group, those at the end of an occurrence it puts before the last item.
 */
class CompilerTest {
    private static final Path RESOURCES = Path.of("src/test/resources/io/banku/copybook");

    @ParameterizedTest
    @ValueSource(strings = {"widths", "synchronized", "redefined", "depending"})
    void itemsLieWhereTheCompilerPutsThem(String name) throws IOException {
        Layout layout = layout(name);

        assertThat(CobolProgram.places(layout)).isEqualTo(committed(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"widths", "synchronized", "redefined", "depending"})
    void theCompilerSaysSoAgain(String name, @TempDir Path folder) throws Exception {
        assumeTrue(isInstalled("cobc"), "cobc is not installed");
        String program = CobolProgram.of(copybook(name), layout(name));
        Files.writeString(folder.resolve("places.cob"), program);

        run(folder, "cobc", "-x", "-std=ibm", "-Wno-unfinished", "places.cob");
        List<String> said = run(folder, "./places");

        assertThat(said).map(line -> line.replaceAll(" +", " ")).isEqualTo(committed(name));
    }

    private static Layout layout(String name) throws IOException {
        return Copybook.parse(name + ".cpy", copybook(name));
    }

    private static String copybook(String name) throws IOException {
        return Files.readString(RESOURCES.resolve(name + ".cpy"));
    }

    private static List<String> committed(String name) throws IOException {
        return Files.readAllLines(RESOURCES.resolve(name + ".places"));
    }

    private static List<String> run(Path folder, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s: %s", Arrays.toString(command), output)
                .isZero();
        return output.lines().toList();
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}

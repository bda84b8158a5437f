package io.banku.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher decides, told by a java that only repeats what it was asked to run. */
class LauncherTest {
    /** What cksum says of no bytes: these folders have no jar of ours. */
    private static final String SUM_OF_NOTHING = "4294967295";

    @TempDir
    Path folder;

    private Path home;
    private Path launcher;

    @BeforeEach
    void aLauncherInAFolderWithASpace() throws IOException {
        home = Files.createDirectory(folder.resolve("banku bridge"));
        launcher = Files.copy(Path.of("banku"), home.resolve("banku"));
    }

    @Test
    void theDistributionRunsItsJarsWithTheArgumentsAsTheyAre() throws Exception {
        unpacked();

        Launch run = launch(Map.of("BANKU_JAVA", java("17.0.15")), "decode", "two words", "*");

        assertThat(run.out())
                .contains("[-cp]\n[" + home + "/lib/*]\n[io.banku.cli.Main]\n[decode]\n[two words]\n[*]\n")
                .contains("[-Dbanku.home=" + home + "]")
                .doesNotContain("--enable-native-access");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void onlyTheCommandsWithEmbeddedServersHaveThemOnTheClassPath() throws Exception {
        unpacked();
        Map<String, String> java = Map.of("BANKU_JAVA", java("17.0.15"));
        String both = "[-cp]\n[" + home + "/lib/*:" + home + "/lib-embedded/*]";

        assertThat(launch(java, "demo").out()).contains(both);
        assertThat(launch(java, "--verbose", "dev").out()).contains(both);
        assertThat(launch(java, "run", "demo").out()).doesNotContain("lib-embedded");
        assertThat(launch(java).out()).doesNotContain("lib-embedded");
    }

    @Test
    void java24AndLaterAreToldWhatTheProgramMayUse() throws Exception {
        unpacked();

        assertThat(launch(Map.of("BANKU_JAVA", java("25.0.1"))).out())
                .contains("[--enable-native-access=ALL-UNNAMED]\n[--sun-misc-unsafe-memory-access=allow]\n");
    }

    @Test
    void javaOptionsArePassedOnAsWords() throws Exception {
        unpacked();

        assertThat(launch(Map.of("BANKU_JAVA", java("17"), "JAVA_OPTS", "-Xmx2g -Da=b"))
                        .out())
                .contains("[-Xmx2g]\n[-Da=b]\n");
    }

    @Test
    void theHeapIsOneGigabyteWhereNobodySaysItsSize() throws Exception {
        unpacked();
        Map<String, String> java = Map.of("BANKU_JAVA", java("17"));

        assertThat(launch(java).out()).contains("[-Xmx1g]\n[-XX:InitialRAMPercentage=100]\n");
        assertThat(launch(with(java, "JAVA_OPTS", "-Da=b")).out()).contains("[-Xmx1g]\n");
        for (String said : List.of("-Xmx300m", "-Xms2g", "-XX:MaxHeapSize=3g", "-XX:MaxRAMPercentage=60")) {
            assertThat(launch(with(java, "JAVA_OPTS", "-Da=b " + said)).out())
                    .doesNotContain("[-Xmx1g]")
                    .contains("[" + said + "]\n");
            assertThat(launch(with(java, "JDK_JAVA_OPTIONS", said)).out()).doesNotContain("[-Xmx1g]");
        }
    }

    /** As real Java understands them. */
    @Test
    void theHeapHasItsSizeFromTheStart() throws Exception {
        unpacked();
        String real = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Map<String, String> flags = Map.of("BANKU_JAVA", real, "JAVA_OPTS", "-Xmx64m -XX:+PrintFlagsFinal");

        assertThat(launch(flags).out())
                .containsPattern(" InitialHeapSize +:?= 67108864 ")
                .containsPattern(" MaxHeapSize +:?= 67108864 ");
    }

    @Test
    void inALocaleOfAsciiAloneTheNamesOfFilesAreReadAsUtf8() throws Exception {
        unpacked();
        Map<String, String> java = Map.of("BANKU_JAVA", script("java", """
                        if [ "$1" = -version ]; then echo 'openjdk version "17" 2026-01-20' >&2; exit; fi
                        echo "[$LC_ALL]"
                        """).toString());

        assertThat(launch(with(java, "LC_ALL", "C")).out()).isEqualTo("[C.UTF-8]\n");
        assertThat(launch(with(java, "LC_ALL", "", "LC_CTYPE", "", "LANG", "")).out())
                .isEqualTo("[C.UTF-8]\n");
        assertThat(launch(with(java, "LC_ALL", "", "LC_CTYPE", "POSIX", "LANG", "de_DE.UTF-8"))
                        .out())
                .isEqualTo("[C.UTF-8]\n");
        assertThat(launch(with(java, "LC_ALL", "de_DE.UTF-8")).out()).isEqualTo("[de_DE.UTF-8]\n");
    }

    private static Map<String, String> with(Map<String, String> variables, String... more) {
        Map<String, String> all = new HashMap<>(variables);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    @Test
    void javaHomeIsTakenWhenBankuJavaIsNotSet() throws Exception {
        unpacked();
        Path javaHome = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
        Files.copy(Path.of(java("17")), javaHome.resolve("bin/java"));
        javaHome.resolve("bin/java").toFile().setExecutable(true);

        assertThat(launch(Map.of("JAVA_HOME", javaHome.toString()), "version").out())
                .contains("[version]");
    }

    @Test
    void itIsFoundThroughASymbolicLink() throws Exception {
        unpacked();
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("first"), Path.of("../banku bridge/banku"));
        launcher = Files.createSymbolicLink(bin.resolve("second"), bin.resolve("first"));

        assertThat(launch(Map.of("BANKU_JAVA", java("17"))).out()).contains("[" + home + "/lib/*]");
    }

    @Test
    void anOldJavaIsRefusedWithWhatWasFound() throws Exception {
        unpacked();

        Launch run = launch(Map.of("BANKU_JAVA", java("1.8.0_402")));

        assertThat(run.exitCode()).isEqualTo(12);
        assertThat(run.err()).contains("expected Java 17 or newer, found", "openjdk version \"1.8.0_402\"");
    }

    @Test
    void aMissingJavaIsRefusedWithWhatToDo() throws Exception {
        unpacked();

        Launch run = launch(Map.of("JAVA_HOME", "/nowhere"));

        assertThat(run.exitCode()).isEqualTo(12);
        assertThat(run.err()).contains("found none as '/nowhere/bin/java'", "set JAVA_HOME or BANKU_JAVA");
    }

    @Test
    void classesThatAreLaidReadyAreHandedToJavaWithTheJarsInOrder() throws Exception {
        unpacked();
        for (String jar : List.of("b.jar", "a.jar", "Z.jar")) {
            Files.createFile(home.resolve("lib").resolve(jar));
        }
        String classes = home + "/classes-17-" + SUM_OF_NOTHING + ".jsa";
        Files.createFile(Path.of(classes));
        Files.createFile(home.resolve("classes-17-1.jsa")); // of other jars
        String jars = home + "/lib/Z.jar:" + home + "/lib/a.jar:" + home + "/lib/b.jar";

        assertThat(launch(with(Map.of("BANKU_JAVA", java("17.0.15")), "LC_ALL", "en_US.UTF-8"), "run")
                        .out())
                .contains("[-XX:SharedArchiveFile=" + classes + "]")
                .contains("[-cp]\n[" + jars + "]\n");
        assertThat(launch(Map.of("BANKU_JAVA", java("17.0.15")), "demo").out())
                .contains("[-cp]\n[" + jars + ":" + home + "/lib-embedded/*]\n");
        assertThat(launch(Map.of("BANKU_JAVA", java("25.0.1")), "run").out())
                .as("those of another Java")
                .doesNotContain("[-XX:SharedArchiveFile")
                .contains("[" + home + "/lib/*]");
        for (String said : List.of("-Xshare:off", "-XX:SharedArchiveFile=x", "-XX:ArchiveClassesAtExit=x")) {
            assertThat(launch(Map.of("BANKU_JAVA", java("17"), "JAVA_OPTS", said), "run")
                            .out())
                    .doesNotContain(classes + "]\n[-Dfile");
        }
    }

    @Test
    void aCloneIsBuiltOnceAndAgainWhenItsSourcesChanged() throws Exception {
        Map<String, String> environment = clone("mkdir -p target/distribution/lib\n"
                + "touch target/banku-0.1.0.jar target/distribution/lib/banku-0.1.0.jar\n");

        Launch first = launch(environment, "version");
        Launch second = launch(environment, "version");
        Path source = Files.writeString(home.resolve("src/main/Changed.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        Launch third = launch(environment, "version");

        assertThat(first.err()).contains("banku: building");
        assertThat(first.out()).contains("[" + home + "/target/distribution/lib/*]", "[-Dbanku.home=" + home + "]");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(third.err()).contains("banku: building");
    }

    @Test
    void aFailedBuildStartsNothing() throws Exception {
        Launch run = launch(clone("echo 'BUILD FAILURE'; exit 1\n"), "version");

        assertThat(run.exitCode()).isEqualTo(12);
        assertThat(run.err()).contains("BUILD FAILURE", "the build failed");
        assertThat(run.out()).isEmpty();
    }

    private Launch launch(Map<String, String> variables, String... arguments) throws Exception {
        return Launch.of(folder, launcher, variables, arguments);
    }

    private void unpacked() throws IOException {
        Files.createDirectory(home.resolve("lib"));
    }

    /** A clone whose Maven is this script. */
    private Map<String, String> clone(String maven) throws IOException {
        Files.createDirectories(home.resolve("src/main"));
        Files.createDirectories(home.resolve("src/assembly"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Path tools = script("mvn", "cd '" + home + "'\n" + maven).getParent();
        return Map.of("BANKU_JAVA", java("17"), "PATH", tools + ":" + System.getenv("PATH"));
    }

    private String java(String version) throws IOException {
        return script("java", """
                        if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026-01-20' >&2; exit; fi
                        printf '[%%s]\\n' "$@"
                        """.formatted(version)).toString();
    }

    private Path script(String name, String text) throws IOException {
        Path script = Files.createTempDirectory(folder, "tools").resolve(name);
        Files.writeString(script, "#!/bin/sh\n" + text);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }
}

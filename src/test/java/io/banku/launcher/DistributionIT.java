package io.banku.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.cli.SharedClasses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip that is given away, unpacked somewhere else. */
class DistributionIT {
    private static final String VERSION = System.getProperty("banku.version");

    @TempDir
    static Path folder;

    private static Path home;

    @BeforeAll
    static void unzip() throws IOException {
        home = folder.resolve("banku-" + VERSION);
        Path zip = Path.of(System.getProperty("banku.zip"));
        try (FileSystem zipped = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true));
                Stream<Path> entries = Files.walk(zipped.getPath("/banku-" + VERSION))) {
            for (Path entry : entries.toList()) {
                Path target = folder.resolve(entry.toString().substring(1));
                Files.copy(entry, target);
                Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(entry));
            }
        }
    }

    @Test
    void itSaysItsVersionFromAnyDirectory() throws Exception {
        Launch run = Launch.of(folder, home.resolve("banku"), environment(), "version");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("banku " + VERSION + " (Java ");
        assertThat(run.exitCode()).isZero();
    }

    /** The help of the rehearsal stands for the rehearsal: Java keeps what it loaded for it. */
    @Test
    void classesAreLaidReadyAndJavaUsesThemAsLongAsTheyFitAndSaysNothingWhereTheyDoNot() throws Exception {
        Path classes = home.resolve("classes-" + Runtime.version().feature() + "-" + sum() + ".jsa");
        Path ofOthers = Files.writeString(
                home.resolve("classes-" + Runtime.version().feature() + "-1.jsa"), "of another build");
        SharedClasses shared = new SharedClasses(home.resolve("banku"), classes);
        Map<String, String> alone = environment();
        boolean before = shared.areUsed();

        shared.make(List.of("rehearse", "--help"));
        boolean made = shared.areUsed();
        Path jar = home.resolve("lib/banku-" + VERSION + ".jar");
        FileTime time = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(jar, FileTime.from(time.toInstant().plusSeconds(60)));
        boolean withOtherJars = shared.areUsed();
        Launch others = Launch.of(folder, home.resolve("banku"), alone, "version");
        shared.make(List.of("rehearse", "--help"));
        boolean remade = shared.areUsed();
        boolean withOtherContent = usedWithOtherContent(jar, shared);
        Files.delete(classes);
        Files.writeString(classes, "no archive");
        Launch torn = Launch.of(folder, home.resolve("banku"), alone, "version");
        Files.delete(classes);
        Files.setLastModifiedTime(jar, time);

        assertThat(List.of(before, made, withOtherJars, remade)).containsExactly(false, true, false, true);
        assertThat(withOtherContent).as("of the same time and size").isFalse();
        assertThat(ofOthers).doesNotExist();
        assertThat(List.of(others, torn)).allSatisfy(run -> {
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).startsWith("banku " + VERSION).hasLineCount(1);
            assertThat(run.exitCode()).isZero();
        });
        assertThat(jars("")).noneMatch(file -> file.startsWith("classes-"));
    }

    /** Java looks at neither content nor the times within a jar. */
    private boolean usedWithOtherContent(Path jar, SharedClasses shared) throws Exception {
        FileTime time = Files.getLastModifiedTime(jar);
        byte[] bytes = Files.readAllBytes(jar);
        bytes[10] ^= 1; // the time of its first entry
        Files.write(jar, bytes);
        Files.setLastModifiedTime(jar, time);
        Path now = home.resolve("classes-" + Runtime.version().feature() + "-" + sum() + ".jsa");
        boolean isUsed = new SharedClasses(shared.launcher(), now).areUsed()
                || Launch.of(folder, home.resolve("banku"), Map.of("JAVA_OPTS", "-Xlog:class+load"), "version")
                        .out()
                        .contains("shared objects file (top)");
        bytes[10] ^= 1;
        Files.write(jar, bytes);
        Files.setLastModifiedTime(jar, time);
        return isUsed;
    }

    private String sum() throws Exception {
        Process cksum = new ProcessBuilder("cksum")
                .redirectInput(home.resolve("lib/banku-" + VERSION + ".jar").toFile())
                .start();
        return new String(cksum.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).split(" ")[0];
    }

    @Test
    void whereTheInstallationCannotBeWrittenNoClassesAreLaidReadyAndThatIsSaid() {
        SharedClasses shared = new SharedClasses(home.resolve("banku"), folder.resolve("nowhere/classes-17.jsa"));

        assertThatThrownBy(shared::requireWritable)
                .hasMessageContaining("expected to write " + folder.resolve("nowhere/classes-17.jsa"))
                .hasMessageContaining("as the owner of the installation");
    }

    @Test
    void exitCodesPassThrough() throws Exception {
        assertThat(Launch.of(folder, home.resolve("banku"), environment(), "verson")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void theRoutesAreTheOnesThatLieBesideIt() throws Exception {
        Launch run = Launch.of(folder, home.resolve("banku"), environment(), "config", "show");

        assertThat(run.out()).containsPattern("banku\\.routes +" + home.toRealPath() + "/routes +default");
    }

    @Test
    void theLauncherIsExecutable() throws Exception {
        assertThat(Files.getPosixFilePermissions(home.resolve("banku"))).contains(PosixFilePermission.OTHERS_EXECUTE);
    }

    @Test
    void whatThePagesSpeakOfLiesBesideIt() {
        assertThat(List.of(
                        "docs/operations.md",
                        "docs/alerts.yaml",
                        "docs/events/asyncapi.yaml",
                        "docs/reference/feed.md",
                        "examples/fold-events/fold.mjs",
                        "camel/banku-" + VERSION + "-copybook.jar"))
                .allSatisfy(file -> assertThat(home.resolve(file)).exists());
    }

    /** Two of one library: which of them answers is an accident of the order. */
    @Test
    void everyLibraryIsThereInOneVersion() throws Exception {
        Pattern versioned = Pattern.compile("(.+?)-\\d[\\w.]*?(-[a-z][\\w-]*)?\\.jar");
        Map<String, List<String>> versions = Stream.concat(jars("lib").stream(), jars("lib-embedded").stream())
                .filter(jar -> versioned.matcher(jar).matches())
                .collect(Collectors.groupingBy(
                        jar -> versioned.matcher(jar).replaceAll("$1$2"), TreeMap::new, Collectors.toList()));

        assertThat(versions)
                .hasSizeGreaterThan(50)
                .allSatisfy((library, jars) -> assertThat(jars).hasSize(1));
    }

    @Test
    void theProductionFolderHasNoEmbeddedServer() throws Exception {
        assertThat(jars("lib"))
                .anyMatch(jar -> jar.equals("banku-" + VERSION + ".jar"))
                .anyMatch(jar -> jar.startsWith("kafka-clients-"))
                .anyMatch(jar -> jar.startsWith("HdrHistogram-"))
                .noneMatch(jar -> jar.startsWith("kafka_2.13-") || jar.startsWith("scala-"))
                .noneMatch(jar -> jar.startsWith("junit-") || jar.startsWith("assertj-"));
        assertThat(jars("lib-embedded"))
                .anyMatch(jar -> jar.startsWith("kafka_2.13-"))
                .anyMatch(jar -> jar.startsWith("embedded-redis-"));
    }

    @Test
    void theEmbeddedServersRunOnTheJarsOfTheDistributionAlone() throws Exception {
        String classPath = home + "/lib/*:" + home + "/lib-embedded/*:"
                + Path.of("target/test-classes").toAbsolutePath();
        Path out = folder.resolve("both.txt");

        int exitCode = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        BothServers.class.getName(),
                        folder.resolve("servers").toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();

        assertThat(Files.readString(out)).contains("both run: 127.0.0.1:");
        assertThat(exitCode).isZero();
    }

    private static List<String> jars(String folder) throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve(folder))) {
            return jars.map(jar -> jar.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, String> environment() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"));
    }
}

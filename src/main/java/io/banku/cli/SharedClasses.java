package io.banku.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The archive of loaded classes that the launcher hands to Java where it is there. Java itself knows whether it fits: it
 * looks at the version of Java and at the time and size of each jar, and does without where one differs. Its name has a sum of
 * what is in our own jar, which the launcher compares.
 *
 * @param launcher the script that starts this program
 * @param archive where it looks for the archive
 */
public record SharedClasses(Path launcher, Path archive) {
    private static final String USED = "shared objects file (top)";

    /** Those of this installation, as its launcher says. */
    static SharedClasses here() {
        String archive = System.getProperty("banku.classes");
        if (archive == null) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "expected to be started by the launcher of a distribution, found that it was not; use ./banku");
        }
        return new SharedClasses(
                Path.of(System.getProperty("banku.home")).resolve("banku"),
                Path.of(archive).toAbsolutePath());
    }

    /** Whether a process that is started now would use the archive. */
    public boolean areUsed() throws IOException, InterruptedException {
        return Files.exists(archive)
                && run("-Xlog:class+load:stdout", List.of("version")).text().contains(USED);
    }

    /** @throws CommandException where the archive cannot be laid beside the jars, with what to do */
    public void requireWritable() {
        Path folder = archive.getParent();
        if (!Files.isWritable(folder)) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "expected to write " + archive + ", found that " + folder + " cannot be written by "
                            + System.getProperty("user.name")
                            + "; run `banku warm-up` as the owner of the installation, before it becomes read-only."
                            + " The bridge runs without, and starts more slowly");
        }
    }

    /**
     * Makes the archive of what the command loads. It is there as a whole or not at all.
     *
     * @throws CommandException where the command fails, or this Java makes no archive
     */
    public void make(List<String> command) throws IOException, InterruptedException {
        // as the launcher names it for a process that this one starts
        Path half = archive.resolveSibling(
                archive.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Ended ended = run("-Xlog:cds*=off", command);
            if (ended.code != 0) {
                throw new CommandException(
                        ExitCode.ENVIRONMENT,
                        "expected banku " + command.get(0) + " to end with 0, found " + ended.code + "; it said:\n"
                                + ended.text);
            }
            if (Files.notExists(half)) {
                throw new CommandException(
                        ExitCode.ENVIRONMENT,
                        "expected Java to write " + half + ", found that it did not: where it has no archive of its own"
                                + " classes, make that by `java -Xshare:dump` as its owner; and JAVA_OPTS may say nothing"
                                + " of sharing. It said:\n" + ended.text);
            }
            Files.move(half, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            deleteOthers();
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** Those of this Java that were made of other jars. */
    private void deleteOthers() throws IOException {
        String name = archive.getFileName().toString();
        String ofThisJava = name.substring(0, name.lastIndexOf('-')) + "-*.jsa";
        try (DirectoryStream<Path> all = Files.newDirectoryStream(archive.getParent(), ofThisJava)) {
            for (Path other : all) {
                if (!other.equals(archive)) {
                    Files.delete(other);
                }
            }
        }
    }

    private record Ended(int code, String text) {}

    /** By the launcher, with the options of Java that a bridge would have here, and no settings of the environment. */
    private Ended run(String more, List<String> command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(launcher.toString()));
        words.addAll(command);
        Path said = Files.createTempFile("banku-warm-up-", ".log");
        try {
            ProcessBuilder process =
                    new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
            Map<String, String> environment = process.environment();
            environment.keySet().removeIf(name -> name.startsWith("BANKU_"));
            environment.put(
                    "BANKU_JAVA",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString());
            environment.merge("JAVA_OPTS", more, (theirs, ours) -> theirs + " " + ours);
            int code = process.start().waitFor();
            return new Ended(code, Files.readString(said, StandardCharsets.UTF_8));
        } finally {
            Files.delete(said);
        }
    }
}

package io.banku.cli;

import io.banku.record.Shown;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that somebody wants to have written, looked at before the work that it takes. */
final class OutputFile {
    private OutputFile() {}

    /** @throws CommandException when it is a folder, or would be in a folder that is not there */
    static void require(String option, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw refused(
                    option,
                    "expected the name of a file, found the folder " + Shown.of(file.toString())
                            + ": say what the file in it shall be called");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused(
                    option,
                    "expected a folder in which " + Shown.of(file.toString()) + " can be written, found "
                            + (folder != null && Files.exists(folder) ? "a file in its place" : "none")
                            + ": make it first, or name another file");
        }
    }

    private static CommandException refused(String option, String message) {
        return new CommandException(ExitCode.ENVIRONMENT, "BNK-3035 " + option + ": " + message);
    }
}

package io.banku.cli;

import io.banku.record.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is read several times. */
final class RereadFile {
    private RereadFile() {}

    /**
     * @throws CommandException when it is not there, or is a directory, a pipe or a device
     */
    static void require(Path file) throws IOException {
        if (Files.notExists(file)) {
            InputFile.require(file);
        }
        if (!Files.isRegularFile(file)) {
            boolean isDirectory = Files.isDirectory(file);
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "BNK-3030 expected a file that can be read several times, found "
                            + (isDirectory ? "the directory " : "a pipe or a device, ") + Shown.of(file.toString())
                            + (isDirectory ? ": name one file of it" : ": write it into a file first"));
        }
    }
}

package io.banku.cli;

import io.banku.feed.definition.Nearest;
import io.banku.record.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file that somebody names to be read; says what may have been meant where there is none. */
final class InputFile {
    private static final int MOST_TOLD = 5;

    private InputFile() {}

    /** The file itself; pipes and devices are files, too. */
    static Path require(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "BNK-3048 expected a file, found the directory " + Shown.of(file.toString())
                            + ": name one file of it" + told(filesIn(file)));
        }
        if (Files.notExists(file)) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "BNK-3048 expected the file " + Shown.of(file.toString()) + ", found none" + meant(file));
        }
        return file;
    }

    private static String told(List<String> files) {
        return files.isEmpty() || files.size() > MOST_TOLD ? "" : ", " + Nearest.either(files);
    }

    /** Only what is near: a directory may have many files. */
    private static String meant(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(parent)) {
            return ", nor the directory " + Shown.of(String.valueOf(file.getParent()));
        }
        String meant = Nearest.meant(file.getFileName().toString(), filesIn(parent));
        int others = meant.indexOf(" (expected ");
        return others < 0 ? "" : meant.substring(0, others);
    }

    private static List<String> filesIn(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isRegularFile)
                    .map(each -> Shown.of(each.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }
}

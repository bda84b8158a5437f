package io.banku.samples;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The folder of sample files, and the programs beside them. */
final class Samples {

    static final Path FOLDER = Path.of("sample-mainframe-files");

    private Samples() {}

    /** Standard output of a program in the folder, run there; its standard error is this process's. */
    static byte[] outputOf(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("./" + program), Arrays.stream(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] output = process.getInputStream().readAllBytes();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException("expected exit code 0, found " + exit + " of " + command);
        }
        return output;
    }

    static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}

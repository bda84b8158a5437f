package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of a folder with a package.json, its packages installed, and what is run in it. */
public final class NpmProject {
    private final Path folder;

    private NpmProject(Path folder) {
        this.folder = folder;
    }

    /** @param into where the copy is made */
    public static NpmProject install(Path source, Path into) throws Exception {
        NpmProject project = new NpmProject(Files.createDirectory(into.resolve(source.getFileName())));
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, project.folder.resolve(file.getFileName()));
            }
        }
        project.run("npm", "ci", "--silent", "--no-audit", "--no-fund");
        return project;
    }

    public Path folder() {
        return folder;
    }

    /** One of its packages' commands. */
    public String npx(String... command) throws Exception {
        return run(Stream.concat(Stream.of("npx", "--no-install"), Stream.of(command))
                .toArray(String[]::new));
    }

    /** What it prints; it has to end with 0. */
    public String run(String... command) throws Exception {
        Path told = Files.createTempFile(folder, "told", ".txt");
        Process process = begun(told, command);
        assertThat(process.waitFor()).as(Files.readString(told)).isZero();
        return Files.readString(told);
    }

    /** It goes on, and prints into a file. */
    public Process begun(Path told, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
    }
}

package io.banku.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The pipe of {@code bench/pipe}, compiled without the program's classes, in processes of its own. */
final class ReferencePipe {
    private static final Path SOURCES = Path.of("bench/pipe/src");

    private final Path classes;
    private final String classPath;

    private ReferencePipe(Path classes, String classPath) {
        this.classes = classes;
        this.classPath = classPath;
    }

    static ReferencePipe compile(Path classes) throws IOException {
        String clients = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> arguments = new ArrayList<>(
                List.of("--release", "17", "-Xlint:all", "-Werror", "-d", classes.toString(), "-cp", clients));
        for (Path source : sources()) {
            if (source.toString().endsWith(".java")) {
                arguments.add(source.toString());
            } else {
                Path copy = classes.resolve(SOURCES.relativize(source));
                Files.createDirectories(copy.getParent());
                Files.copy(source, copy);
            }
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (failed != 0) {
            throw new IllegalStateException(
                    "expected " + SOURCES + " to compile; the compiler has said why it does not");
        }
        return new ReferencePipe(classes, classes + File.pathSeparator + clients);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** What it prints when it is done: a line of JSON, or nothing. */
    JsonNode run(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                classPath,
                "io.banku.bench.pipe.Main"));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        Path errors = Files.createTempFile(classes, "errors", ".txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        byte[] said = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("expected " + List.of(arguments) + " to end with 0, found "
                    + process.exitValue() + "; it said: " + Files.readString(errors));
        }
        return new ObjectMapper().readTree(said);
    }
}

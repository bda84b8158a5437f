package io.banku.whole;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The pipe of {@code bench/pipe}, compiled against the clients alone, and run in this process: that takes a fifth of the time. */
final class ReferencePipe implements AutoCloseable {
    private static final Path SOURCES = Path.of("bench/pipe/src");

    private final URLClassLoader classes;
    private final Method main;

    private ReferencePipe(URLClassLoader classes) throws ReflectiveOperationException {
        this.classes = classes;
        this.main = classes.loadClass("io.banku.bench.pipe.Main").getMethod("main", String[].class);
    }

    /** @param folder for its classes */
    static ReferencePipe compile(Path folder) throws IOException, ReflectiveOperationException {
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-Xlint:all", "-Werror"));
        arguments.addAll(List.of("-d", folder.toString(), "-cp", clients()));
        for (Path source : sources()) {
            if (source.toString().endsWith(".java")) {
                arguments.add(source.toString());
            } else {
                Path copy = folder.resolve(SOURCES.relativize(source));
                Files.createDirectories(copy.getParent());
                Files.copy(source, copy);
            }
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (failed != 0) {
            throw new IllegalStateException(
                    "expected " + SOURCES + " to compile; the compiler has said why it does not");
        }
        return new ReferencePipe(new URLClassLoader(new URL[] {folder.toUri().toURL()}));
    }

    private static String clients() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** Returns when it is done. */
    void run(Object... arguments) throws Exception {
        String[] texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        try {
            main.invoke(null, (Object) texts);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception known ? known : failed;
        }
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}

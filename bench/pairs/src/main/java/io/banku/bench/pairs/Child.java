package io.banku.bench.pairs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of ours, which ends with this one. What it says on its error stream lies in a file. */
final class Child implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path log;
    private final BufferedReader said;
    private final Thread atTheEnd;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.atTheEnd = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /** What it prints is read by {@link #line}. */
    static Child start(List<String> command, Map<String, String> environment, Path directory, Path log)
            throws IOException {
        return start(command, environment, directory, log, false);
    }

    /** What it prints goes to its log. */
    static Child quiet(List<String> command, Map<String, String> environment, Path directory, Path log)
            throws IOException {
        return start(command, environment, directory, log, true);
    }

    private static Child start(
            List<String> command, Map<String, String> environment, Path directory, Path log, boolean quiet)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (quiet) {
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        }
        return new Child(builder.start(), log);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Writes a line to its input. */
    void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** The next line that it prints; waits for it. */
    String line() throws IOException {
        String line = said.readLine();
        if (line == null) {
            throw new IOException("expected another line, found the end; " + lastWords());
        }
        return line;
    }

    /** Waits until it has ended by itself. */
    void await() throws InterruptedException, IOException {
        await(PATIENCE_SECONDS);
    }

    void await(long seconds) throws InterruptedException, IOException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("expected the process to end with 0; " + lastWords());
        }
    }

    String lastWords() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            List<String> all = lines.toList();
            return log + " ends with:\n" + String.join("\n", all.subList(Math.max(0, all.size() - 15), all.size()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            said.close();
        } catch (InterruptedException ended) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException itsPipe) {
            throw new UncheckedIOException(itsPipe);
        } finally {
            if (!Thread.currentThread().isInterrupted()) {
                Runtime.getRuntime().removeShutdownHook(atTheEnd);
            }
        }
    }
}

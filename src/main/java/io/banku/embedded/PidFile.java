package io.banku.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The process id that a Redis server writes into its directory, beside its log. */
record PidFile(Path home) {
    private static final Duration TIME_TO_END = Duration.ofSeconds(10);

    Path path() {
        return home.resolve("redis.pid");
    }

    Path log() {
        return home.resolve("redis.log");
    }

    /** The process named by the file, while it lives. */
    Optional<ProcessHandle> process() {
        return processId().flatMap(ProcessHandle::of).filter(PidFile::isAlive);
    }

    /** The server came as far as writing its process id, and ended. */
    boolean namesTheDead() {
        return processId().isPresent() && process().isEmpty();
    }

    private Optional<Long> processId() {
        try {
            String text = Files.readString(path()).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(text));
        } catch (NoSuchFileException notWritten) {
            return Optional.empty();
        } catch (IOException | NumberFormatException e) {
            throw new EmbeddedServerException(
                    path() + " was expected to hold a process id: " + e + ". Delete it if no Redis runs on " + home, e);
        }
    }

    /** The last lines of the server's log, for an error message. */
    String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log()).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            return String.join("\n  ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "(" + log() + " cannot be read: " + e + ")";
        }
    }

    /** Ends the server that an earlier process left behind; a recycled process id is told by its command line. */
    void endLeftover() {
        process().filter(this::isOurs).ifPresent(PidFile::end);
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            throw new EmbeddedServerException("The leftover " + path() + " cannot be deleted: " + e, e);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        String arguments = String.join("\n", process.info().arguments().orElse(new String[0]));
        return arguments.contains("\n" + path() + "\n");
    }

    /** First politely, so that it writes what it has not written yet. */
    static void end(ProcessHandle server) {
        server.destroy();
        if (!ended(server)) {
            server.destroyForcibly();
            if (!ended(server)) {
                throw new EmbeddedServerException(
                        "The Redis process " + server.pid() + " does not end; kill it by hand.");
            }
        }
    }

    /** Asked again and again: {@link ProcessHandle#onExit} looks after a process that is no child only now and then. */
    private static boolean ended(ProcessHandle server) {
        long deadline = System.nanoTime() + TIME_TO_END.toNanos();
        while (isAlive(server) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(5_000_000);
        }
        return !isAlive(server);
    }

    /** A zombie has no command any more. It stays for ever where nobody reaps orphans, as in many containers. */
    static boolean isAlive(ProcessHandle server) {
        return server.isAlive() && server.info().command().isPresent();
    }
}

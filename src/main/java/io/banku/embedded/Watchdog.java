package io.banku.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A shell that starts the server and then reads from a pipe into which nobody writes but, once, which process the server
 * is. The operating system closes the pipe when this process ends, by whatever means, {@code kill -9} included; then the
 * shell ends that process: not the one that the process id's file names by then, which may be another server's or gone. A
 * shutdown hook would miss the kill, and in an orderly end would stop the server while routes still drain.
 */
final class Watchdog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            pid=$1; shift
            "$@" || exit
            if read -r server; then
              read -r _
            else
              for second in 1 2 3 4 5; do
                if [ -s "$pid" ]; then server=$(cat "$pid"); break; fi
                sleep 1
              done
            fi
            [ -z "$server" ] || kill "$server"
            """;

    private final Process shell;
    private final ProcessHandle server;

    private Watchdog(Process shell, ProcessHandle server) {
        this.shell = shell;
        this.server = server;
    }

    /** Runs {@code command}, a server that detaches itself and writes the pid file, and returns when it answers. */
    static Watchdog start(PidFile pidFile, int port, List<String> command) {
        Process shell = shell(pidFile, command);
        try {
            ProcessHandle server = awaitAnswer(shell, pidFile, port);
            tell(shell, Long.toString(server.pid()));
            return new Watchdog(shell, server);
        } catch (RuntimeException e) {
            try {
                tell(
                        shell,
                        pidFile.process()
                                .map(ProcessHandle::pid)
                                .map(String::valueOf)
                                .orElse(""));
                closePipe(shell);
            } catch (EmbeddedServerException ended) {
                e.addSuppressed(ended);
            }
            throw e;
        }
    }

    /** @param server its process id, or nothing when there is none to end */
    private static void tell(Process shell, String server) {
        try {
            shell.getOutputStream().write((server + "\n").getBytes(StandardCharsets.US_ASCII));
            shell.getOutputStream().flush();
        } catch (IOException ended) {
            throw new EmbeddedServerException("The watchdog of the embedded Redis has ended: " + ended, ended);
        }
    }

    @Override
    public void close() {
        closePipe(shell);
        PidFile.end(server);
    }

    private static Process shell(PidFile pidFile, List<String> command) {
        List<String> line = new ArrayList<>(
                List.of("sh", "-c", SCRIPT, "banku-redis", pidFile.path().toString()));
        line.addAll(command);
        var log = ProcessBuilder.Redirect.appendTo(pidFile.log().toFile());
        try {
            return new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
        } catch (IOException e) {
            throw new EmbeddedServerException("Embedded Redis needs a POSIX shell to start: " + e.getMessage(), e);
        }
    }

    /** A server that still reads its append-only file back is alive, but not ready; it may take as long as it needs. */
    private static ProcessHandle awaitAnswer(Process shell, PidFile pidFile, int port) {
        Instant deadline = Instant.now().plus(PATIENCE);
        do {
            RedisProbe answer = RedisProbe.of(port);
            ProcessHandle server = pidFile.process().orElse(null);
            if (server != null && server.pid() == answer.processId()) {
                if (answer.ready()) {
                    return server;
                }
                deadline = Instant.now().plus(PATIENCE);
            }
        } while (!pidFile.namesTheDead() && !exited(shell) && Instant.now().isBefore(deadline));
        throw new EmbeddedServerException("Embedded Redis expected PONG on port " + port
                + ", found no answer. Its log, " + pidFile.log() + ", ends:\n  " + pidFile.endOfLog());
    }

    /** Also the pause between two questions. */
    private static boolean exited(Process shell) {
        try {
            return shell.waitFor(10, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void closePipe(Process shell) {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "The pipe to the watchdog of the embedded Redis cannot be closed: " + e, e);
        }
    }
}

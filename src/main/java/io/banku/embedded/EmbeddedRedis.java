package io.banku.embedded;

import java.nio.file.Path;
import java.util.List;

/**
 * One Redis server as a child process, on the loopback interface. The child never outlives this process, however that
 * ends (see {@link Watchdog}). With {@code appendOnly} what it stores is there again at the next start on the same
 * directory; without, it is forgotten. One thread starts and closes it.
 */
public final class EmbeddedRedis implements AutoCloseable {
    private final DirectoryLock lock;
    private final Watchdog watchdog;
    private final int port;

    private EmbeddedRedis(DirectoryLock lock, Watchdog watchdog, int port) {
        this.lock = lock;
        this.watchdog = watchdog;
        this.port = port;
    }

    /**
     * Starts a server on {@code port} (0: any free one) and returns when it answers PING. A server that a killed process
     * left behind in this directory is ended first.
     *
     * @throws EmbeddedServerException when there is no usable server program, or the port or the directory cannot be had
     */
    public static EmbeddedRedis start(Path directory, int port, boolean appendOnly) {
        Path home = directory.toAbsolutePath().normalize();
        DirectoryLock lock = DirectoryLock.take("Redis", home);
        try {
            PidFile pidFile = new PidFile(home);
            pidFile.endLeftover();
            int taken = FreePort.of("Redis", port);
            List<String> command = command(RedisProgram.find(home), pidFile, taken, appendOnly);
            return new EmbeddedRedis(lock, Watchdog.start(pidFile, taken, command), taken);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** {@code redis://127.0.0.1:6379}. */
    public String uri() {
        return "redis://" + FreePort.HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    /** Stops the server, which writes what it has not written yet, and waits until it is gone; may be called twice. */
    @Override
    public void close() {
        watchdog.close();
        lock.close();
    }

    /** {@code daemonize} takes the server out of the terminal's process group: Ctrl-C must not end it before us. */
    private static List<String> command(Path program, PidFile pidFile, int port, boolean appendOnly) {
        String home = pidFile.home().toString();
        return List.of(
                program.toString(),
                "--daemonize",
                "yes",
                "--bind",
                FreePort.HOST,
                "--port",
                Integer.toString(port),
                "--dir",
                home,
                "--pidfile",
                pidFile.path().toString(),
                "--logfile",
                pidFile.log().toString(),
                "--set-proc-title",
                "no", // keeps the directory in the command line, by which a leftover is known as ours
                "--save",
                "",
                "--appendonly",
                appendOnly ? "yes" : "no",
                "--maxmemory-policy",
                "noeviction");
    }
}

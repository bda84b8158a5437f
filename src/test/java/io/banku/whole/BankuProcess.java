package io.banku.whole;

import io.banku.cli.Main;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code banku run} in a process of its own, which can be killed: what is killed finishes nothing and says nothing. */
public final class BankuProcess implements AutoCloseable {
    private final Settings settings;
    private final Process process;

    private BankuProcess(Settings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    /** @param folder for its settings and its log */
    public static BankuProcess start(Servers servers, Map<Setting<?>, String> more, Path folder) throws IOException {
        Settings settings = servers.settings(more);
        Path file = folder.resolve("banku.properties");
        Files.writeString(
                file,
                settings.properties().entrySet().stream()
                        .filter(property -> !property.getValue().isEmpty())
                        .map(property -> property.getKey() + "=" + property.getValue())
                        .collect(Collectors.joining("\n")));
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "--config",
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("banku.log").toFile())
                .start();
        return new BankuProcess(settings, process);
    }

    /** {@code http://127.0.0.1:PORT} of the API. */
    public String api() {
        return "http://127.0.0.1:" + settings.get(Setting.HTTP_PORT);
    }

    /** It listens from the moment on at which its routes run. */
    public boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("expected a running process, found it ended: " + process.exitValue());
        }
        try {
            return Answer.get("http://127.0.0.1:" + settings.get(Setting.MANAGEMENT_PORT) + "/observe/health/ready")
                            .status()
                    == 200;
        } catch (IllegalStateException notListening) {
            return false;
        }
    }

    /** As {@code kill -9} does it. */
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }
}

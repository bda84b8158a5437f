package io.banku.whole;

import io.banku.cli.Main;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The program in an operating system's process of its own, which can be killed as nothing else can. */
public final class BankuProcess implements AutoCloseable {
    private final Settings settings;
    private final Process process;
    private final Path output;

    private BankuProcess(Settings settings, Process process, Path output) {
        this.settings = settings;
        this.process = process;
        this.output = output;
    }

    /** @param folder where its configuration and what it prints go */
    public static BankuProcess start(Servers servers, Path folder, Map<Setting<?>, String> more) throws IOException {
        Settings settings = servers.settings(more);
        Files.createDirectories(folder);
        Path config = Files.writeString(
                folder.resolve("banku.properties"),
                settings.properties().entrySet().stream()
                        .filter(property -> property.getKey().startsWith("banku."))
                        .filter(property -> !property.getValue().isEmpty())
                        .map(property -> property.getKey() + "=" + property.getValue())
                        .collect(Collectors.joining("\n")));
        Path output = folder.resolve("out.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new BankuProcess(settings, process, output);
    }

    public boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "expected a running process, found it ended: " + process.exitValue() + "; it said: " + said());
        }
        try {
            return Answer.get("http://127.0.0.1:" + settings.get(Setting.MANAGEMENT_PORT) + "/observe/health/ready")
                            .status()
                    == 200;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private String said() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** How many partitions of commands it has taken over. */
    public long takeOvers() {
        String metrics = Answer.get("http://127.0.0.1:" + settings.get(Setting.MANAGEMENT_PORT) + "/observe/metrics")
                .response()
                .body();
        return metrics.lines()
                .filter(line -> line.startsWith("banku_decider_takeovers_total "))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }

    public String api() {
        return "http://127.0.0.1:" + settings.get(Setting.HTTP_PORT);
    }

    /** {@code kill -9}: it finishes nothing. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}

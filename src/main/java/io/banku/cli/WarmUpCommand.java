package io.banku.cli;

import io.banku.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code banku warm-up}: lays the classes ready that a bridge and its commands load, where the program is installed. */
@Command(
        name = "warm-up",
        description = {
            "Make this installation start faster: once after it was unpacked, and after a change of it or of Java.",
            "A bridge is run on servers of its own, and the classes that it loads are kept beside its jars."
        })
final class WarmUpCommand implements Callable<ExitCode> {
    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() throws Exception {
        SharedClasses classes = SharedClasses.here();
        if (classes.areUsed()) {
            tell("nothing to do: Java uses " + classes.archive());
            return ExitCode.CLEAN;
        }
        classes.requireWritable();
        if (System.getenv("BANKU_LOG_LEVEL") == null) {
            System.setProperty("banku.log.level", "error");
        }
        tell("rehearsing on servers of its own, which takes half a minute ...");
        Path folder = Files.createTempDirectory("banku-warm-up-");
        OwnServers own = OwnServers.demo(folder, Path.of(System.getProperty("banku.home"), "sample-mainframe-files"));
        try (Sandbox sandbox = Sandbox.servers(folder, own, command -> Settings.read(List.of(), Map.of(), command))) {
            sandbox.afterStop(() -> DemoCommand.delete(folder));
            Path settings = folder.resolve("rehearsal.properties");
            write(sandbox.settings(), settings);
            classes.make(List.of("rehearse", "--config", settings.toString()));
        }
        tell(String.format("made %s, %d MB", classes.archive(), Files.size(classes.archive()) >> 20));
        return ExitCode.CLEAN;
    }

    private static void write(Settings settings, Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings.properties());
        properties.keySet().removeIf(key -> key.toString().startsWith("camel.")); // as the program has them anyway
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
    }

    private void tell(String what) {
        spec.commandLine().getErr().println("banku: " + what);
    }
}

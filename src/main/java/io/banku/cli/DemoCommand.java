package io.banku.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code banku demo}: the sample nights, from the files to the accounts, on servers of its own. */
@Command(
        name = "demo",
        description = {
            "Run the sample nights on embedded servers and show what becomes of each file.",
            "Nothing stays: it all happens in a temporary folder."
        })
final class DemoCommand implements Callable<ExitCode> {
    @Option(
            names = "--exit",
            description = "End when all is projected; exit code 0 when everything was as the manifest says, else 8.")
    private boolean exit;

    @Mixin
    private SettingsOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() throws Exception {
        if (System.getenv("BANKU_LOG_LEVEL") == null) {
            System.setProperty("banku.log.level", "error"); // the story tells what the log would
        }
        Path samples = Path.of(System.getProperty("banku.home", "."), "sample-mainframe-files");
        Path folder = Files.createTempDirectory("banku-demo-");
        OwnServers own = OwnServers.demo(folder, samples);
        PrintWriter out = spec.commandLine().getOut();
        DemoStory story =
                new DemoStory(new Night(samples), out, spec.commandLine().getColorScheme());
        spec.commandLine().getErr().println("banku: starting Kafka and Redis in " + folder);
        try (Sandbox sandbox = Sandbox.servers(folder, own, options::read)) {
            OwnServers.tell(
                    "demo", sandbox.settings().unheeded(), spec.commandLine().getErr());
            sandbox.afterStop(() -> delete(folder));
            NightWatch watch = new NightWatch();
            sandbox.start(watch);
            boolean asExpected = story.tell(sandbox, watch);
            if (exit) {
                return asExpected ? ExitCode.CLEAN : ExitCode.REFUSED;
            }
            story.invite(sandbox);
            out.flush();
            sandbox.serve();
            return asExpected ? ExitCode.CLEAN : ExitCode.REFUSED;
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException stays) {
            throw new UncheckedIOException("expected to delete " + folder + ", found: " + stays, stays);
        }
    }
}

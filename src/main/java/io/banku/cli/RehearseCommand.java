package io.banku.cli;

import io.banku.Banku;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code banku rehearse}: what a bridge does on an ordinary day, once, so that the classes for it are loaded when the process
 * ends. Told by {@link WarmUpCommand}, which brings the servers.
 */
@Command(name = "rehearse", hidden = true, description = "Do once what a bridge does, and end.")
final class RehearseCommand implements Callable<ExitCode> {
    @Mixin
    private SettingsOption options;

    @Override
    public ExitCode call() throws Exception {
        Settings settings = options.read(Map.of());
        NightWatch watch = new NightWatch();
        Banku banku = Banku.start(settings, watch);
        try {
            takeAFile(settings, watch);
            Sandbox.awaitProjected(settings);
            String api = "http://" + settings.get(Setting.HTTP_HOST) + ":" + settings.get(Setting.HTTP_PORT);
            ask("batch", "list", "--api", api);
            ask("account", "list", "--api", api);
            ask("account", "create", "EUR", "--api", api);
        } finally {
            banku.close();
        }
        return ExitCode.CLEAN;
    }

    private static void takeAFile(Settings settings, NightWatch watch) throws IOException, InterruptedException {
        Night.Drop first = new Night(settings.get(Setting.FEEDS)).drops().get(0);
        Path inbox = settings.get(Setting.INBOX);
        Path writing = Files.copy(first.file(), inbox.resolve(first.as() + ".tmp"));
        Files.move(writing, inbox.resolve(first.as()));
        watch.next(first.as());
    }

    private static void ask(String... arguments) {
        int code = Main.run(
                new PrintWriter(PrintWriter.nullWriter()), new PrintWriter(PrintWriter.nullWriter()), arguments);
        if (code != ExitCode.CLEAN.number()) {
            throw new CommandException(
                    ExitCode.INTERNAL,
                    "expected " + String.join(" ", arguments) + " to end with 0, found that it ended with " + code);
        }
    }
}

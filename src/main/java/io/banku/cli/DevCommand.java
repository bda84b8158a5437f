package io.banku.cli;

import io.banku.batch.BatchObserver;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code banku dev}: the bridge on embedded servers, with feeds of one's own and data that stays. */
@Command(
        name = "dev",
        description = {
            "Run the bridge on embedded servers, with your own feeds.",
            "Everything is kept under .banku/ of this folder; delete that to begin anew."
        })
final class DevCommand implements Callable<ExitCode> {
    @Option(
            names = "--feeds",
            paramLabel = "DIR",
            description = "Folder with one folder per feed; banku.feeds if not given, which is feeds by itself.")
    private Path feeds;

    @Mixin
    private SettingsOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() throws Exception {
        Path state = Path.of(".banku").toAbsolutePath();
        OwnServers own = OwnServers.dev(state, feeds);
        Settings settings = options.read(own.beforeTheyStart());
        OwnServers.tell("dev", settings.unheeded(), spec.commandLine().getErr());
        requireFolder(settings.get(Setting.FEEDS));
        try (Sandbox sandbox = Sandbox.servers(state, own, options::read)) {
            sandbox.start(new BatchObserver() {});
            tell(sandbox, spec.commandLine().getErr());
            sandbox.serve();
        }
        return ExitCode.CLEAN;
    }

    private static void requireFolder(Path feeds) {
        if (!Files.isDirectory(feeds)) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "expected a folder of feeds at " + feeds + ", found none; make " + feeds
                            + "/NAME/feed.yaml with its copybook beside it, or name another folder with --feeds");
        }
    }

    private static void tell(Sandbox sandbox, PrintWriter err) {
        var settings = sandbox.settings();
        err.println("banku: running on embedded servers: Kafka " + settings.shown(Setting.KAFKA_BOOTSTRAP_SERVERS)
                + ", Redis " + settings.shown(Setting.REDIS_URI));
        err.println("  drop files into  " + settings.shown(Setting.INBOX));
        err.println("  ask              curl http://" + settings.shown(Setting.HTTP_HOST) + ":"
                + settings.shown(Setting.HTTP_PORT) + "/api/v1/accounts/ID   (or: banku account show ID)");
        err.println("  see the batches  banku batch list");
        err.println("  end              Ctrl-C");
    }
}

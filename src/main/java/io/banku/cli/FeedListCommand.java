package io.banku.cli;

import io.banku.feed.Feed;
import io.banku.feed.FeedCatalog;
import io.banku.settings.Setting;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code banku feed list}: the feeds that a bridge would read. */
@Command(name = "list", description = "List the feeds of a directory, which files they claim and when they publish.")
final class FeedListCommand implements Callable<ExitCode> {
    @Option(names = "--feeds", paramLabel = "DIR", description = "Directory of feeds; banku.feeds if not given.")
    private Path feeds;

    @Mixin
    private SettingsOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        Path directory = feeds == null ? options.read(Map.of()).get(Setting.FEEDS) : feeds;
        Table table = new Table("FEED", "FILES", "RELEASE", "CONTROLS", "TITLE");
        FeedCatalog catalog = FeedCatalog.loadGood(directory);
        for (Feed feed : catalog.feeds()) {
            table.row(
                    feed.name(),
                    feed.files().text(),
                    feed.release().text(),
                    Integer.toString(feed.controls().size()),
                    feed.title());
        }
        table.print(spec.commandLine().getOut());
        catalog.broken().stream()
                .flatMap(feed -> feed.faults().stream())
                .forEach(fault -> spec.commandLine().getErr().println(fault));
        return catalog.broken().isEmpty() ? ExitCode.CLEAN : ExitCode.REFUSED;
    }
}

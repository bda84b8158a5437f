package io.banku.cli;

import io.banku.feed.Feed;
import io.banku.feed.FeedCatalog;
import io.banku.feed.FeedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku feed check}: what is wrong with definitions, or how they were understood and what they make of samples. */
@Command(
        name = "check",
        description = "Check feeds, and read the sample files that lie beside their definitions; publish nothing.",
        footer = "%nExample: banku feed check sample-mainframe-files/*/")
final class FeedCheckCommand implements Callable<ExitCode> {
    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folder with a feed.yaml and its copybook.")
    private List<Path> folders;

    @Option(names = "--no-samples", description = "Do not read the sample files.")
    private boolean withoutSamples;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() throws IOException {
        ExitCode worst = ExitCode.CLEAN;
        for (Path folder : folders) {
            worst = worse(worst, check(folder));
        }
        return worst;
    }

    private ExitCode check(Path folder) throws IOException {
        Feed feed;
        try {
            feed = FeedFolder.load(folder, Feed.Values.MASKED);
            checkOrder(feed, folder);
        } catch (CommandException noFeed) {
            spec.commandLine().getErr().println(noFeed.getMessage());
            return noFeed.code();
        } catch (FeedException broken) {
            broken.faults().forEach(fault -> spec.commandLine().getErr().println(fault));
            return ExitCode.REFUSED;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                feed.name() + ": " + feed.title() + "; files " + feed.files().text() + ", "
                        + feed.release().text() + ", " + feed.toleratedRejects() + " rejects tolerated");
        out.println("  records   " + told(feed.records(), " → ", ", "));
        out.println("  controls  " + (feed.controls().isEmpty() ? "none" : told(feed.controls(), ": ", "; ")));
        feed.notes().forEach(note -> out.println("  note      " + note));
        if (feed.meetsItself()) {
            out.println("  note      every file is called " + feed.files().text()
                    + ": the second one is held as a name conflict. If the same name comes each day, say what tells them"
                    + " apart: 'identity: name, arrival-date', or 'identity: header.FIELD'");
        }
        ExitCode worst = ExitCode.CLEAN;
        if (!withoutSamples) {
            for (Sample sample : Sample.beside(feed)) {
                worst = worse(worst, sample.check(out));
            }
        }
        return worst;
    }

    /** Whether the feeds that it is after can be before it, and those that it looks up be looked up: they lie beside it. */
    private static void checkOrder(Feed feed, Path folder) {
        if (!feed.terms().feedsBefore().isEmpty() || !feed.lookups().isEmpty()) {
            FeedCatalog.loadGood(folder.toAbsolutePath().normalize().getParent()).broken().stream()
                    .filter(broken -> broken.name().equals(feed.name()))
                    .findFirst()
                    .ifPresent(broken -> {
                        throw new FeedException(broken.faults());
                    });
        }
    }

    private static String told(List<Feed.Outline> lines, String is, String between) {
        return lines.stream().map(line -> line.name() + is + line.meaning()).collect(Collectors.joining(between));
    }

    private static ExitCode worse(ExitCode one, ExitCode other) {
        return Comparator.comparingInt(ExitCode::number).compare(one, other) >= 0 ? one : other;
    }
}

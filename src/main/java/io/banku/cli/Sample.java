package io.banku.cli;

import io.banku.batch.Check;
import io.banku.batch.CheckResult;
import io.banku.feed.BatchInput;
import io.banku.feed.ControlRow;
import io.banku.feed.Feed;
import io.banku.feed.FileName;
import io.banku.record.Shown;
import io.banku.trial.SampleLookups;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A file of a feed that lies beside its definition, or in {@code samples/} there: read as if it had arrived, as the feed's first one. */
record Sample(Feed feed, Path file, FileName name) {
    private static final String SAMPLES = "samples";

    /** In the order of their names. */
    static List<Sample> beside(Feed feed) throws IOException {
        Path folder = feed.sources().get(0).getParent();
        List<Sample> samples = new ArrayList<>(in(folder, feed));
        if (Files.isDirectory(folder.resolve(SAMPLES))) {
            samples.addAll(in(folder.resolve(SAMPLES), feed));
        }
        return samples;
    }

    private static List<Sample> in(Path folder, Feed feed) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !feed.sources().contains(file))
                    .sorted()
                    .flatMap(file -> of(feed, file).stream())
                    .toList();
        }
    }

    private static Optional<Sample> of(Feed feed, Path file) {
        return feed.files().match(file.getFileName().toString()).map(name -> new Sample(feed, file, name));
    }

    /** Tells what would become of it. */
    ExitCode check(PrintWriter out) throws IOException {
        CheckResult result;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            result = Check.of(
                    feed,
                    new BatchInput(name, OptionalLong.empty()).with(SampleLookups.of(feed)),
                    bytes,
                    () -> Files.newInputStream(file));
        }
        out.println("  " + Shown.of(name.name()) + " would be " + outcome(result) + ": " + result.counts() + "; "
                + closed(result));
        result.findings().forEach(finding -> out.println("    " + Shown.of(finding.toString())));
        result.rejects().forEach(reject -> out.println("    " + reject));
        result.oddities().forEach(odd -> out.println("    legal, but unusual: " + odd));
        return exitCode(result);
    }

    private String outcome(CheckResult result) {
        if (result.unreadable()) {
            return "refused";
        }
        return isHeld(result) ? "held" : "published";
    }

    private boolean isHeld(CheckResult result) {
        return !result.balanced() || result.counts().rejected() > feed.toleratedRejects();
    }

    private ExitCode exitCode(CheckResult result) {
        if (result.unreadable() || isHeld(result)) {
            return ExitCode.REFUSED;
        }
        return result.counts().rejected() > 0 ? ExitCode.REJECTS : ExitCode.CLEAN;
    }

    private static String closed(CheckResult result) {
        long closed = result.controls().stream()
                .filter(row -> row.state() == ControlRow.State.CLOSED)
                .count();
        return closed + " of " + result.controls().size() + " controls close";
    }
}

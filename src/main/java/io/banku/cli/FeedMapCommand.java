package io.banku.cli;

import io.banku.batch.FutureBatch;
import io.banku.feed.BatchInput;
import io.banku.feed.Feed;
import io.banku.feed.FileName;
import io.banku.feed.Pass;
import io.banku.record.FramingException;
import io.banku.record.Shown;
import io.banku.trial.FileWalk;
import io.banku.trial.SampleLookups;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku feed map}: what a file would become, without servers. */
@Command(
        name = "map",
        description = {
            "Show what a file would become: its events as they would be published, with key, headers and value,",
            "its rejects, and its controls. Publishes nothing."
        },
        footer = "%nExample: banku feed map feeds/daily-transactions TXN.D261121.BIN --record 3")
final class FeedMapCommand implements Callable<ExitCode> {
    @Parameters(index = "0", paramLabel = "DIR", description = "Folder with a feed.yaml and its copybook.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "FILE", description = "A file of the feed.")
    private Path file;

    @Option(names = "--record", paramLabel = "NUMBER", description = "Of this record only; controls are not told then.")
    private Long only;

    @Option(names = "--name", paramLabel = "NAME", description = "Read the file as if it were called so.")
    private String name;

    @Option(
            names = "--previous",
            paramLabel = "NUMBER",
            description =
                    "The number of the file before it: what 'previous' means in a control. Left out: it is the first one.")
    private Long previous;

    @Option(
            names = {"--json", "-o"},
            arity = "0..1",
            fallbackValue = "ndjson",
            paramLabel = "ndjson",
            description = "One JSON object per event and line; of a record that is rejected {\"reject\": {…}}.")
    private String form;

    @Mixin
    private UnmaskOption masking;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() throws IOException {
        if (form != null && !form.equals("ndjson")) {
            throw new ParameterException(spec.commandLine(), "-o: expected ndjson, found " + Shown.of(form));
        }
        if (only != null && only < 1) {
            throw new ParameterException(spec.commandLine(), "--record: expected a number from 1, found less");
        }
        Feed feed = FeedFolder.load(folder, masking.values());
        InputFile.require(file);
        String called = name == null ? file.getFileName().toString() : name;
        FileName known = feed.files()
                .match(called)
                .orElseThrow(() -> new CommandException(
                        ExitCode.REFUSED,
                        "BNK-3044 expected a file that the feed " + feed.name() + " claims ("
                                + feed.files().text() + "), found " + Shown.of(called)));
        String batch = FutureBatch.id(feed, known, file, Instant.now());
        PrintWriter out = spec.commandLine().getOut();
        MappedForm mapped = new MappedForm(feed, batch, form != null, out);
        BatchInput input = new BatchInput(known, previous == null ? OptionalLong.empty() : OptionalLong.of(previous))
                .with(SampleLookups.of(feed));
        try (FileWalk walk =
                new FileWalk(feed.read(input, new BufferedInputStream(Files.newInputStream(file)), Pass.CHECK))) {
            boolean isRead = read(walk, mapped, out);
            if (walk.end().isPresent() && (only == null || walk.number() <= only)) {
                throw unreadable(walk.end().get());
            }
            if (only != null) {
                return one(walk, mapped);
            }
            PrintWriter told = form == null ? out : spec.commandLine().getErr();
            return isRead ? mapped.end(walk.reader().finish(), told) : ExitCode.CLEAN;
        }
    }

    /** Whether it was read to its end; whoever has seen enough closes the pipe. */
    private boolean read(FileWalk walk, MappedForm mapped, PrintWriter out) throws IOException {
        while (walk.next()) {
            if (walk.end().isPresent()) {
                return true;
            }
            if (only == null || only == walk.number()) {
                mapped.show(walk);
            }
            if (only != null && only <= walk.number() || walk.number() % 1000 == 0 && out.checkError()) {
                return false;
            }
        }
        return true;
    }

    private ExitCode one(FileWalk walk, MappedForm mapped) {
        if (walk.number() < only) {
            throw new CommandException(
                    ExitCode.REFUSED,
                    "expected a record " + only + " in " + Shown.of(file.toString()) + ", found " + walk.number()
                            + " records");
        }
        return mapped.rejected() > 0 ? ExitCode.REJECTS : ExitCode.CLEAN;
    }

    private CommandException unreadable(FramingException end) {
        spec.commandLine().getOut().flush();
        return new CommandException(
                ExitCode.REFUSED,
                end.code() + " " + Shown.of(file.toString()) + " at byte " + end.fileOffset() + " of the file: "
                        + end.getMessage());
    }
}

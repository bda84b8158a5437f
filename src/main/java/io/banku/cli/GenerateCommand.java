package io.banku.cli;

import io.banku.batch.Check;
import io.banku.batch.CheckResult;
import io.banku.feed.BatchInput;
import io.banku.feed.Breakage;
import io.banku.feed.Feed;
import io.banku.feed.FileMaker;
import io.banku.record.Shown;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku generate}: a believable file of a feed, good or broken in a named way. */
@Command(
        name = "generate",
        description = {
            "Make up a file of a feed by its layout, rules and controls. The same options give the same bytes.",
            "A good one is checked as if it had arrived, and kept only if it would be published."
        },
        footer = "%nExample: banku generate feeds/daily-transactions --records 1000 --date 2026-11-28")
final class GenerateCommand implements Callable<ExitCode> {
    @Parameters(paramLabel = "DIR", description = "Folder with a feed.yaml and its copybook.")
    private Path folder;

    @Option(
            names = "--records",
            paramLabel = "COUNT",
            defaultValue = "1000",
            description = "Records between header and trailer; 1000.")
    private long records;

    @Option(
            names = "--accounts",
            paramLabel = "COUNT",
            defaultValue = "100",
            description = "Accounts that they are about; 100.")
    private int accounts;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Another number gives another file; 1.")
    private long seed;

    @Option(
            names = "--date",
            paramLabel = "DAY",
            required = true,
            converter = Day.class,
            description = "The day of the file: 2026-11-28.")
    private LocalDate day;

    @Option(
            names = "--sequence",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Its number among the feed's files; 1.")
    private long sequence;

    @Option(
            names = "--break",
            paramLabel = "WAY",
            description = "What is wrong with it: hash, count, packed, encoding, sequence, cut.")
    private String broken;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to; a file of the feed's naming in this folder if not given.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() throws IOException {
        if (records < 0 || accounts < 1 || sequence < 1) {
            throw new ParameterException(
                    spec.commandLine(), "expected --records from 0, --accounts and --sequence from 1, found less");
        }
        Feed feed = FeedFolder.load(folder, Feed.Values.MASKED);
        try {
            FileMaker maker = feed.maker(new FileMaker.Wish(records, accounts, seed, day, sequence, breakage()));
            Path file = out == null ? Path.of(maker.name().name()) : out;
            OutputFile.require("--out", file);
            long written = written(maker, file);
            spec.commandLine()
                    .getOut()
                    .println(String.format(Locale.ROOT, "%s: %,d records, ", Shown.of(file.toString()), written)
                            + (broken == null ? checked(feed, maker, file) : "broken: " + broken));
            return ExitCode.CLEAN;
        } catch (IllegalArgumentException impossible) {
            throw new CommandException(
                    ExitCode.REFUSED, "BNK-3045 " + feed.name() + ": " + Shown.of(impossible.getMessage()));
        }
    }

    private Optional<Breakage> breakage() {
        try {
            return Optional.ofNullable(broken).map(Breakage::of);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), "--break: " + unknown.getMessage());
        }
    }

    private static long written(FileMaker maker, Path file) throws IOException {
        boolean isWhole = false;
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
            long written = maker.write(to);
            isWhole = true;
            return written;
        } catch (FileAlreadyExistsException there) {
            isWhole = true;
            throw new CommandException(
                    ExitCode.REFUSED,
                    "BNK-3046 expected a file that is not there yet, found " + Shown.of(file.toString())
                            + "; take it away, or say another --out");
        } finally {
            if (!isWhole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String checked(Feed feed, FileMaker maker, Path file) throws IOException {
        BatchInput input = new BatchInput(maker.name(), OptionalLong.empty());
        CheckResult result = Check.of(feed, input, Files.newInputStream(file), () -> Files.newInputStream(file));
        if (result.unreadable() || !result.balanced() || result.counts().rejected() > 0) {
            Files.delete(file);
            throw new IllegalArgumentException("expected to make a file that would be published, found "
                    + result.counts()
                    + result.findings().stream().map(each -> "; " + each).reduce("", String::concat)
                    + result.rejects().stream()
                            .limit(3)
                            .map(each -> "; " + each)
                            .reduce("", String::concat));
        }
        return result.counts() + "; " + result.controls().size() + " controls close";
    }
}

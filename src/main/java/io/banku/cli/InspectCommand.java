package io.banku.cli;

import io.banku.copybook.Layout;
import io.banku.feed.Feed;
import io.banku.inspect.CopybookFit;
import io.banku.inspect.FeedMisfits;
import io.banku.inspect.Findings;
import io.banku.inspect.Inspection;
import io.banku.inspect.Paint;
import io.banku.inspect.RecordSearch;
import io.banku.inspect.RecordSight;
import io.banku.inspect.Report;
import io.banku.inspect.Way;
import io.banku.record.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku inspect}: what a file probably is, from its bytes alone, or by its copybook or its feed; and single records. */
@Command(
        name = "inspect",
        description =
                "Say what a file probably is: encoding, framing, record length, and what a transfer did to it, each with its"
                        + " evidence. Ends with 4 when several answers are equally good, or none is good, or when a copybook"
                        + " does not fit; with 8 when the file was spoiled on its way, or is packed in what is not read.",
        footer = "%nExample: banku inspect TXN.D261120.BIN")
final class InspectCommand implements Callable<ExitCode> {
    @Parameters(paramLabel = "FILE", description = "The file; it is read several times, so it can be no pipe.")
    private Path file;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Option(
            names = {"-c", "--copybook"},
            paramLabel = "CPY",
            description = "Its copybook: how well each field fits, and why it does not.")
    private Path copybook;

    @Option(
            names = "--feed",
            paramLabel = "DIR",
            description =
                    "Folder with a feed.yaml and its copybook, instead of --copybook: also what the feed says of its"
                            + " files and is not so in this one.")
    private Path feed;

    @Option(
            names = "--framing",
            paramLabel = "FORM",
            description = "How records are told apart, as in feed.yaml; what was found if not given.")
    private String framing;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Encoding of text; what was found if not given.")
    private String encoding;

    @Option(
            names = "--record",
            paramLabel = "NUMBER",
            split = ",",
            converter = RecordNumber.class,
            description =
                    "Show this record: its text, its bytes in two lines of hex, and the fields on them; the first is 1."
                            + " Several are separated by commas.")
    private List<Long> records = List.of();

    @Option(
            names = "--offset",
            paramLabel = "BYTE",
            split = ",",
            converter = ByteNumber.class,
            description = "Show the record in which this byte of the file is; the first is 0, and 0x2A is 42.")
    private List<Long> offsets = List.of();

    @Option(
            names = "--hex",
            description = "Show the first record; or the first 256 bytes, where nothing is known of records.")
    private boolean hex;

    @Option(
            names = "--html",
            paramLabel = "OUT",
            description =
                    "Write all of it into one page, too: with the first records, the first one that does not fit, and"
                            + " those that are asked for.")
    private Path html;

    @Option(
            names = "--sample",
            paramLabel = "SIZE",
            converter = ByteSize.class,
            description =
                    "Look only at that much of the file's beginning: 100MB, 64KiB. How the file ends is not told then, and"
                            + " nothing is certain of its records.")
    private long most = Long.MAX_VALUE;

    @Option(
            names = "--unmask",
            description =
                    "Show the values of private fields: those that the feed names, or whose names in the copybook are"
                            + " those of people and addresses.")
    private boolean unmask;

    @Mixin
    private CopybookOption options;

    @Spec
    private CommandSpec spec;

    /** Of whoever looks on. */
    private ReadingProgress progress;

    @Override
    public ExitCode call() throws IOException {
        RereadFile.require(file);
        requireOneWay();
        progress = ReadingProgress.of(file);
        try {
            return inspected();
        } finally {
            progress.clear();
        }
    }

    private ExitCode inspected() throws IOException {
        Optional<Feed> loaded = Optional.ofNullable(feed).map(folder -> FeedFolder.load(folder, Feed.Values.MASKED));
        Optional<Layout> layout = copybook == null ? Optional.empty() : Optional.of(options.read(copybook));
        Report report = Inspection.of(file, most, progress::over);
        if (report.outcome() == Report.Outcome.PACKED) {
            return told(new Findings(report, Optional.empty(), List.of(), List.of()), ExitCode.REFUSED);
        }
        try {
            Optional<Way> way = way(report, loaded, layout);
            if (way.isPresent()) {
                report = report.by(way.get());
                way = way(report, loaded, layout);
            }
            if (way.isEmpty() && (copybook != null || !records.isEmpty())) {
                told(new Findings(report, Optional.empty(), List.of(), List.of()), ExitCode.REJECTS);
                throw new CommandException(
                        ExitCode.REJECTS,
                        "expected a file whose records can be told apart, found none of which it is known how: say it with"
                                + " --framing, and "
                                + (copybook == null ? "records are found" : "the copybook is held against it"));
            }
            return told(report, loaded, way);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage());
        }
    }

    private void requireOneWay() {
        boolean isSaid = copybook != null || framing != null || encoding != null || options.isGiven();
        if (feed != null && isSaid) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected --feed, which says how the file is read, or options that say it, found both");
        }
        if (html != null
                && Files.isRegularFile(html)
                && !html.getFileName().toString().endsWith(".html")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--html: expected a new file, or a page (*.html) to write over, found " + Shown.of(html.toString())
                            + ", which is there and may be needed");
        }
        if (html != null) {
            OutputFile.require("--html", html);
        }
        if (offsets.stream().anyMatch(each -> each < 0)) {
            throw new ParameterException(spec.commandLine(), "expected --offset from 0, found a smaller number");
        }
    }

    /** What the bytes say of framing and encoding counts, unless somebody says it. Empty where nothing does. */
    private Optional<Way> way(Report report, Optional<Feed> loaded, Optional<Layout> layout) {
        Way.Values values = unmask ? Way.Values.SHOWN : Way.Values.MASKED;
        if (loaded.isPresent()) {
            return Optional.of(Way.of(loaded.get(), values));
        }
        Optional<String> found = layout.map(report::framing).orElseGet(report::framing);
        Optional<String> form = framing == null ? found : Optional.of(framing);
        String named = named(report);
        return form.map(
                each -> layout.map(known -> Way.of(known, each, named, values)).orElseGet(() -> Way.of(each, named)));
    }

    private String named(Report report) {
        return encoding == null ? report.encodingName() : encoding;
    }

    private ExitCode told(Report report, Optional<Feed> loaded, Optional<Way> way) throws IOException {
        boolean hasFields = way.isPresent() && way.get().layout() != null;
        List<RecordSight> sights = sights(report, way);
        boolean isWhole = hasFields && (sights.isEmpty() || html != null);
        Optional<CopybookFit> fit = isWhole
                ? Optional.of(CopybookFit.of(file, way.get(), most, CopybookFit.Search.PROPOSALS, progress::over))
                : Optional.empty();
        List<String> misfits =
                isWhole && loaded.isPresent() ? FeedMisfits.of(loaded.get(), report, fit.get()) : List.of();
        if (html != null) {
            page(report, way, fit, misfits);
        }
        Findings findings = sights.isEmpty()
                ? new Findings(report, fit, misfits, List.of())
                : new Findings(report, Optional.empty(), List.of(), sights);
        return told(findings, hasFields ? code(findings) : code(report));
    }

    /** Without a copybook nothing says what of its records is private: they are shown if somebody wants that. */
    private void page(Report report, Optional<Way> way, Optional<CopybookFit> fit, List<String> misfits)
            throws IOException {
        boolean areShown = way.isPresent() && (fit.isPresent() || unmask);
        long bad = fit.map(CopybookFit::firstBad).orElse(0L);
        List<RecordSight> shown = areShown ? RecordSearch.forPage(file, way.get(), records, offsets, bad) : List.of();
        Files.writeString(html, new Findings(report, fit, misfits, shown).html());
        spec.commandLine()
                .getErr()
                .println("banku: the page is " + Shown.of(html.toString())
                        + (areShown
                                ? ""
                                : ", without records: nothing says what of them is private (--unmask shows them)"));
    }

    private List<RecordSight> sights(Report report, Optional<Way> way) throws IOException {
        List<Long> wanted = new ArrayList<>(records);
        if (hex && records.isEmpty() && offsets.isEmpty()) {
            wanted.add(1L);
        }
        if (wanted.isEmpty() && offsets.isEmpty()) {
            return List.of();
        }
        try {
            return way.isPresent()
                    ? RecordSearch.of(file, way.get(), wanted, offsets)
                    : bytes(offsets.isEmpty() ? List.of(0L) : offsets, named(report));
        } catch (IllegalArgumentException notThere) {
            throw new CommandException(ExitCode.REFUSED, notThere.getMessage());
        }
    }

    private List<RecordSight> bytes(List<Long> from, String page) throws IOException {
        List<RecordSight> bytes = new ArrayList<>();
        for (long offset : from) {
            bytes.add(RecordSight.ofBytes(file, offset, page));
        }
        return bytes;
    }

    private ExitCode told(Findings findings, ExitCode code) {
        progress.clear();
        boolean isColoured = spec.commandLine().getColorScheme().ansi().enabled();
        spec.commandLine()
                .getOut()
                .print(
                        json
                                ? findings.json() + System.lineSeparator()
                                : findings.text(isColoured ? Paint.ANSI : Paint.NONE));
        return code;
    }

    private static ExitCode code(Findings findings) {
        return findings.hasMisfits() ? ExitCode.REJECTS : ExitCode.CLEAN;
    }

    private static ExitCode code(Report report) {
        return switch (report.outcome()) {
            case ONE -> ExitCode.CLEAN;
            case UNDECIDED -> ExitCode.REJECTS;
            case SPOILED, PACKED -> ExitCode.REFUSED;
        };
    }
}

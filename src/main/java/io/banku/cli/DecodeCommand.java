package io.banku.cli;

import io.banku.copybook.Layout;
import io.banku.feed.BatchInput;
import io.banku.feed.BatchReader;
import io.banku.feed.Feed;
import io.banku.feed.FileName;
import io.banku.feed.Pass;
import io.banku.record.CodePage;
import io.banku.record.Dialect;
import io.banku.record.Framing;
import io.banku.record.FramingException;
import io.banku.record.Oddities;
import io.banku.record.RecordSource;
import io.banku.record.Shown;
import io.banku.trial.SampleLookups;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku decode}: the records of a mainframe file as text or JSON, by its copybook. */
@Command(
        name = "decode",
        description =
                "Decode the records of a file by its copybook, or by a feed. Ends with 4 when records do not decode, with 8 when the"
                        + " file does not fall into records.",
        footer = "%nExample: banku decode TXN.D261120.BIN --copybook DAILYTXN.cpy --framing rdw -n 5")
final class DecodeCommand implements Callable<ExitCode> {
    @Parameters(paramLabel = "FILE", description = "The file; - for what comes through a pipe.")
    private String file;

    @Option(
            names = {"-c", "--copybook"},
            paramLabel = "CPY",
            description = "The file's copybook.")
    private Path copybook;

    @Option(
            names = "--feed",
            paramLabel = "DIR",
            description =
                    "Folder with a feed.yaml and its copybook, instead of the other options that say how the file is"
                            + " to be read: of each record the rule that it matches, and the events as they would be published.")
    private Path feed;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Encoding of text; cp037 if not given.")
    private String encoding;

    @Option(
            names = "--framing",
            paramLabel = "FORM",
            description = {
                "How records are told apart: fixed, lines, rdw, bdw, length-field or by-type; fixed if not given.",
                "With options as in feed.yaml: '{rdw: {endian: little}}'."
            })
    private String framing;

    @Option(
            names = "--values",
            paramLabel = "KEY=VALUE",
            description = "How values are to be read, as in a feed's input, once for each: signs=strict, endian=little,"
                    + " trunc=bin, float=ieee, odo=padded, spaces=null, and so on.")
    private Map<String, String> values = Map.of();

    @Option(
            names = "--json",
            description = "One JSON object per record and line; of one that does not decode {\"reject\": {…}}.")
    private boolean json;

    @Option(
            names = "--rejects",
            paramLabel = "OUT",
            description = "Write what does not decode into this file, one JSON object per record and line.")
    private Path rejects;

    @Option(names = "--name", paramLabel = "NAME", description = "With --feed: read the file as if it were called so.")
    private String called;

    @Option(names = "-n", paramLabel = "COUNT", description = "At most so many records.")
    private Long most;

    @Option(names = "--record", paramLabel = "NUMBER", description = "From this record on; without -n this one only.")
    private Long from;

    @Mixin
    private DecodeForms forms;

    @Mixin
    private CopybookOption options;

    @Mixin
    private UnmaskOption masking;

    @Spec
    private CommandSpec spec;

    /** Finds where a file's records stop, and go on again. */
    private interface Search {
        String in(InputStream file) throws IOException;
    }

    private Search search;

    @Override
    public ExitCode call() throws IOException {
        requireOneWay();
        PrintWriter out = spec.commandLine().getOut();
        Oddities oddities = new Oddities();
        Complaints complaints = new Complaints();
        DecodeTally tally = new DecodeTally(complaints, oddities);
        try (PrintWriter own = rejects == null ? null : new PrintWriter(Files.newBufferedWriter(rejects))) {
            if (feed == null) {
                byCopybook(own, oddities, complaints, tally);
            } else {
                byFeed(own, oddities, complaints, tally);
            }
            out.flush();
            if (tally.isMisread() && selection().isToTheEnd()) {
                tally.gaps(gaps());
            }
            return tally.end(spec.commandLine().getErr());
        } catch (FramingException notRecords) {
            out.flush();
            tally.gaps(gaps());
            tally.end(spec.commandLine().getErr());
            throw new CommandException(
                    ExitCode.REFUSED,
                    notRecords.code() + " " + Shown.of(file) + " at byte " + notRecords.fileOffset() + " of the file: "
                            + notRecords.getMessage());
        }
    }

    private void requireOneWay() {
        boolean isSaid = encoding != null || framing != null || !values.isEmpty() || options.isGiven();
        if ((feed == null) == (copybook == null) || feed != null && isSaid) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected either --copybook with the options that say how the file is read, or --feed, which says"
                            + " all of it, found "
                            + (feed == null ? "neither" : copybook == null ? "--feed with such options" : "both"));
        }
    }

    private void byCopybook(PrintWriter own, Oddities oddities, Complaints complaints, DecodeTally tally)
            throws IOException, FramingException {
        CodePage codePage = named("--encoding", CodePage::of, encoding == null ? "cp037" : encoding);
        Dialect dialect = dialect(codePage);
        Layout layout = options.read(copybook);
        requireInput();
        Framing cut =
                named("--framing", form -> Framing.of(form, layout, dialect), framing == null ? "fixed" : framing);
        search = cut::gaps;
        Selection selection = selection();
        PrintWriter out = spec.commandLine().getOut();
        DecodeForms.Chosen chosen = forms.choose(layout, dialect, json, oddities, complaints);
        try (RecordSource source = cut.open(bytes())) {
            boolean isAmongRecords = json && !forms.hasTable();
            new Decoding(chosen.form(), chosen.wanted(), selection, rejectLines(own, true, isAmongRecords), tally, out)
                    .run(source);
        } finally {
            chosen.end(out); // also of what comes before a fault
        }
    }

    private void byFeed(PrintWriter own, Oddities oddities, Complaints complaints, DecodeTally tally)
            throws IOException, FramingException {
        Feed loaded = FeedFolder.load(feed, masking.values());
        requireInput();
        String name = called == null ? Path.of(file).getFileName().toString() : called;
        FileName known = loaded.files()
                .match(name)
                .orElseThrow(() -> new CommandException(
                        ExitCode.REFUSED,
                        "BNK-3044 expected a file that the feed " + loaded.name() + " claims ("
                                + loaded.files().text() + "), found " + Shown.of(name)));
        search = loaded::gaps;
        BatchInput batch = new BatchInput(known, OptionalLong.empty()).with(SampleLookups.of(loaded));
        PrintWriter out = spec.commandLine().getOut();
        try (BatchReader reader = loaded.read(batch, bytes(), Pass.PUBLISH)) {
            DecodeForms.Chosen chosen = forms.choose(loaded, reader, json, oddities, complaints);
            boolean isAmongRecords = json && !forms.hasTable();
            try {
                new FeedDecoding(
                                loaded,
                                chosen,
                                selection(),
                                rejectLines(own, !loaded.hasPrivateFields(), isAmongRecords),
                                complaints,
                                tally,
                                out,
                                spec.commandLine().getErr())
                        .run(reader);
            } finally {
                chosen.end(out); // also of what comes before a fault
            }
        }
    }

    /** What came through a pipe cannot be read again. */
    private String gaps() throws IOException {
        return file.equals("-") ? "" : search.in(Files.newInputStream(Path.of(file)));
    }

    /** Null where the records' own form shows them. */
    private RejectLines rejectLines(PrintWriter own, boolean withBytes, boolean isAmongRecords) {
        if (own != null) {
            return new RejectLines(own, RejectLines.Place.OWN_FILE, withBytes);
        }
        PrintWriter out = spec.commandLine().getOut();
        return isAmongRecords ? new RejectLines(out, RejectLines.Place.AMONG_RECORDS, withBytes) : null;
    }

    private Dialect dialect(CodePage codePage) {
        Dialect dialect = Dialect.of(codePage);
        for (Map.Entry<String, String> each : values.entrySet()) {
            Dialect before = dialect;
            dialect = named("--values " + each.getKey(), value -> before.with(each.getKey(), value), each.getValue());
        }
        return dialect;
    }

    private Selection selection() {
        if (from != null && from < 1 || most != null && most < 1) {
            throw new ParameterException(spec.commandLine(), "--record and -n: expected numbers from 1, found less");
        }
        return Selection.of(from, most);
    }

    private InputStream bytes() throws IOException {
        return file.equals("-") ? System.in : new BufferedInputStream(Files.newInputStream(Path.of(file)));
    }

    private void requireInput() throws IOException {
        if (!file.equals("-")) {
            InputFile.require(Path.of(file));
        }
    }

    private <T> T named(String option, Function<String, T> parser, String name) {
        try {
            return parser.apply(name);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), option + ": " + unknown.getMessage());
        }
    }
}

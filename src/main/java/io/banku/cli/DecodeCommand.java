package io.banku.cli;

import io.banku.copybook.Layout;
import io.banku.record.CodePage;
import io.banku.record.Dialect;
import io.banku.record.Framing;
import io.banku.record.FramingException;
import io.banku.record.Oddities;
import io.banku.record.RecordPrinter;
import io.banku.record.RecordSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
                "Decode the records of a file by its copybook. Ends with 4 when records do not decode, with 8 when the"
                        + " file does not fall into records.",
        footer = "%nExample: banku decode TXN.D261120.BIN --copybook DAILYTXN.cpy --framing rdw -n 5")
final class DecodeCommand implements Callable<ExitCode> {
    @Parameters(paramLabel = "FILE", description = "The file; - for what comes through a pipe.")
    private String file;

    @Option(
            names = {"-c", "--copybook"},
            paramLabel = "CPY",
            required = true,
            description = "The file's copybook.")
    private Path copybook;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            defaultValue = "cp037",
            description = "Encoding of text; ${DEFAULT-VALUE} if not given.")
    private String encoding;

    @Option(
            names = "--framing",
            paramLabel = "FORM",
            defaultValue = "fixed",
            description = {
                "How records are told apart: fixed, lines, rdw, bdw, length-field or by-type; ${DEFAULT-VALUE} if not"
                        + " given.",
                "With options as in feed.yaml: '{rdw: {endian: little}}'."
            })
    private String framing;

    @Option(
            names = "--values",
            paramLabel = "KEY=VALUE",
            description = "How values are to be read, as in a feed's input, once for each: signs=strict, endian=little,"
                    + " trunc=bin, float=ieee, odo=padded, spaces=null, and so on.")
    private Map<String, String> values = Map.of();

    @Option(names = "--json", description = "One JSON object per record and line.")
    private boolean json;

    @Option(names = "-n", paramLabel = "COUNT", description = "At most so many records.")
    private Long most;

    @Option(names = "--record", paramLabel = "NUMBER", description = "From this record on; without -n this one only.")
    private Long from;

    @Mixin
    private CopybookOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() throws IOException {
        CodePage codePage = named("--encoding", CodePage::of, encoding);
        Dialect dialect = dialect(codePage);
        Layout layout = options.read(copybook);
        Framing cut = named("--framing", form -> Framing.of(form, layout, codePage), framing);
        Selection selection = selection();
        RecordPrinter printer = RecordPrinter.of(layout, dialect);
        PrintWriter out = spec.commandLine().getOut();
        try (RecordSource source = cut.open(bytes())) {
            Oddities oddities = new Oddities();
            RecordForm form = json
                    ? new JsonForm(printer, out, spec.commandLine().getErr(), oddities)
                    : new TextForm(layout, dialect, printer, out, oddities);
            ExitCode code = new Decoding(form, selection, spec.commandLine()).run(source);
            oddities.counts().forEach(odd -> spec.commandLine().getErr().println("banku: legal, but unusual: " + odd));
            return code;
        } catch (FramingException notRecords) {
            out.flush();
            throw new CommandException(
                    ExitCode.REFUSED,
                    notRecords.code() + " " + file + " at byte " + notRecords.fileOffset() + ": "
                            + notRecords.getMessage());
        }
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

    private <T> T named(String option, Function<String, T> parser, String name) {
        try {
            return parser.apply(name);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), option + ": " + unknown.getMessage());
        }
    }
}

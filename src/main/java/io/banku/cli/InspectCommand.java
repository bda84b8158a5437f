package io.banku.cli;

import io.banku.copybook.Layout;
import io.banku.inspect.CopybookFit;
import io.banku.inspect.Inspection;
import io.banku.inspect.Report;
import io.banku.record.Shown;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku inspect}: what a file probably is, from its bytes alone. */
@Command(
        name = "inspect",
        description =
                "Say what a file probably is: encoding, framing, record length, and what a transfer did to it, each with its"
                        + " evidence. Ends with 4 when several answers are equally good, or none is good; with 8 when the"
                        + " file was spoiled on its way, or is packed in what is not read.",
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
            names = "--framing",
            paramLabel = "FORM",
            description = "With --copybook: how records are told apart, as in feed.yaml; what was found if not given.")
    private String framing;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "With --copybook: encoding of text; what was found if not given.")
    private String encoding;

    @Mixin
    private CopybookOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "BNK-3030 expected a file that can be read several times, found "
                            + (Files.isDirectory(file) ? "the directory " : "a pipe or a device, ")
                            + Shown.of(file.toString())
                            + (Files.isDirectory(file) ? ": name one file of it" : ": write it into a file first"));
        }
        Report report = Inspection.of(file);
        if (copybook != null) {
            return withCopybook(report);
        }
        spec.commandLine().getOut().print(json ? report.json() + System.lineSeparator() : report.text());
        return switch (report.outcome()) {
            case ONE -> ExitCode.CLEAN;
            case UNDECIDED -> ExitCode.REJECTS;
            case SPOILED, PACKED -> ExitCode.REFUSED;
        };
    }

    /** What the bytes say of framing and encoding counts, unless somebody says it. */
    private ExitCode withCopybook(Report report) throws IOException {
        if (json) {
            throw new ParameterException(spec.commandLine(), "expected --json without --copybook, found both");
        }
        Optional<String> read = framing == null ? report.framing() : Optional.of(framing);
        PrintWriter out = spec.commandLine().getOut();
        if (read.isEmpty()) {
            out.print(report.text());
            throw new CommandException(
                    ExitCode.REJECTS,
                    "expected a file whose records can be told apart, found none of which it is known how: say it with"
                            + " --framing, and the copybook is held against it");
        }
        Layout layout = options.read(copybook);
        try {
            CopybookFit fit =
                    CopybookFit.of(file, layout, read.get(), encoding == null ? report.encodingName() : encoding);
            out.print(report.summary());
            out.print(fit.text());
            return fit.fits() ? ExitCode.CLEAN : ExitCode.REJECTS;
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage());
        }
    }
}

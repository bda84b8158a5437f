package io.banku.cli;

import io.banku.inspect.Inspection;
import io.banku.inspect.Report;
import io.banku.record.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
        spec.commandLine().getOut().print(json ? report.json() + System.lineSeparator() : report.text());
        return switch (report.outcome()) {
            case ONE -> ExitCode.CLEAN;
            case UNDECIDED -> ExitCode.REJECTS;
            case SPOILED, PACKED -> ExitCode.REFUSED;
        };
    }
}

package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku reject show}: one reject with its bytes and fields, its correction, and what was said about it. */
@Command(
        name = "show",
        description =
                "Show a reject: its text, its bytes in two lines of hex, the fields on them, its correction, and what was said"
                        + " about it. Private values are masked.")
final class RejectShowCommand implements Callable<ExitCode> {
    @Parameters(
            paramLabel = "BATCH/RECORD",
            description = "The batch's id, or the beginning of it, and the record's number.")
    private String reject;

    @Option(names = "--json", description = "Write the answer of the API as it is.")
    private boolean json;

    @Mixin
    private ApiOption api;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        PrintWriter out = spec.commandLine().getOut();
        RejectId id = RejectId.one(reject, spec.commandLine());
        JsonNode answer = api.open().getSlowly(id.path());
        if (json) {
            out.println(answer);
        } else {
            new RejectView(answer).print(out);
        }
        return ExitCode.CLEAN;
    }
}

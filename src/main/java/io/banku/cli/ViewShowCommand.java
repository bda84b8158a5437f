package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code banku view show}: one line per partition. */
@Command(name = "show", description = "Show where each partition of the account view stands.")
final class ViewShowCommand implements Callable<ExitCode> {
    @Option(names = "--json", description = "Write the answer of the API as it is.")
    private boolean json;

    @Mixin
    private ApiOption api;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        PrintWriter out = spec.commandLine().getOut();
        JsonNode answer = api.open().get("/view");
        if (json) {
            out.println(answer);
        } else {
            ViewSlots.of(answer).print(out);
        }
        return ExitCode.CLEAN;
    }
}

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

/** {@code banku batch show}: all there is to know about one batch; its state is also the exit code. */
@Command(
        name = "show",
        description =
                "Show a batch: counts, controls, rejects and history. Ends with 8 when it is held or refused, with 4"
                        + " when it has rejects.")
final class BatchShowCommand implements Callable<ExitCode> {
    @Parameters(paramLabel = "ID", description = "The batch's id, or the beginning of it.")
    private String id;

    @Option(names = "--json", description = "Write the answer of the API as it is.")
    private boolean json;

    @Mixin
    private ApiOption api;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        PrintWriter out = spec.commandLine().getOut();
        JsonNode answer = api.open().get("/batches/" + Api.escaped(id));
        BatchView batch = new BatchView(answer);
        if (json) {
            out.println(answer);
        } else {
            batch.print(out);
        }
        return batch.exitCode();
    }
}

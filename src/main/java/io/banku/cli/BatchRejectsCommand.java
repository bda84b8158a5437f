package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku batch rejects}: every record that could not become events, also of a batch that is held or refused. */
@Command(name = "rejects", description = "List the rejects of a batch, as its last check found them.")
final class BatchRejectsCommand implements Callable<ExitCode> {
    @Parameters(paramLabel = "ID", description = "The batch's id, or the beginning of it.")
    private String id;

    @Mixin
    private PageOption page;

    @Option(names = "--json", description = "Write the answer of the API as it is.")
    private boolean json;

    @Mixin
    private ApiOption api;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        PrintWriter out = spec.commandLine().getOut();
        JsonNode answer = page.read(api.open(), "/batches/" + Api.escaped(id) + "/rejects", List.of());
        if (json) {
            out.println(answer);
        } else if (answer.path("items").isEmpty()) {
            spec.commandLine().getErr().println("banku: no rejects");
        } else {
            BatchView.rejects(answer.path("items")).print(out);
            page.tellMore(answer, spec.commandLine().getErr());
        }
        return ExitCode.CLEAN;
    }
}

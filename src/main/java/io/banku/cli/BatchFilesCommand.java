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

/** {@code banku batch files}: what never became a batch. */
@Command(name = "files", description = "List files that never became batches, the latest first.")
final class BatchFilesCommand implements Callable<ExitCode> {
    @Parameters(paramLabel = "KIND", description = "unclaimed: no feed can have it; duplicate: it was there before.")
    private String kind;

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
        JsonNode answer = page.read(api.open(), "/files", List.of("kind=" + Api.escaped(kind)));
        if (json) {
            out.println(answer);
        } else if (answer.path("items").isEmpty()) {
            spec.commandLine().getErr().println("banku: no files");
        } else {
            Table table = new Table("ARRIVAL", "FEED", "FILE", "WHY");
            answer.path("items")
                    .forEach(item -> table.row(
                            item.path("arrival").asText(),
                            item.path("feed").asText(""),
                            item.path("file").asText(),
                            why(item.path("note"))));
            table.print(out);
            page.tellMore(answer, spec.commandLine().getErr());
        }
        return ExitCode.CLEAN;
    }

    private static String why(JsonNode note) {
        JsonNode finding = note.has("finding") ? note.path("finding") : note.path("note");
        return finding.path("code").asText() + " " + finding.path("message").asText();
    }
}

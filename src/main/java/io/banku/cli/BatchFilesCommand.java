package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code banku batch files}: what never became a batch. */
@Command(name = "files", description = "List files that never became batches, the latest first.")
final class BatchFilesCommand implements Callable<ExitCode> {
    @Parameters(paramLabel = "KIND", description = "unclaimed: no feed can have it; duplicate: it was there before.")
    private String kind;

    @Mixin
    private ListOptions list;

    @Mixin
    private ApiOption api;

    @Override
    public ExitCode call() {
        list.show(api.open(), "/files", List.of("kind=" + Api.escaped(kind)), "no files", BatchFilesCommand::print);
        return ExitCode.CLEAN;
    }

    static void print(JsonNode items, PrintWriter out) {
        Table table = new Table("ARRIVAL", "FEED", "FILE", "WHY");
        items.forEach(item -> table.row(
                item.path("arrival").asText(),
                item.path("feed").asText(""),
                item.path("file").asText(),
                why(item.path("note"))));
        table.print(out);
    }

    private static String why(JsonNode note) {
        JsonNode finding = note.has("finding") ? note.path("finding") : note.path("note");
        return finding.path("code").asText() + " " + finding.path("message").asText();
    }
}

package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code banku batch list}: one line per batch, the latest first. */
@Command(name = "list", description = "List the batches, the one that moved last first.")
final class BatchListCommand implements Callable<ExitCode> {
    @Option(names = "--state", paramLabel = "STATE", description = "Only those in this state; held, for example.")
    private String state;

    @Option(names = "--feed", paramLabel = "NAME", description = "Only those of this feed.")
    private String feed;

    @Option(names = "--json", description = "Write the answer of the API as it is.")
    private boolean json;

    @Mixin
    private ApiOption api;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        PrintWriter out = spec.commandLine().getOut();
        JsonNode answer = api.open().get("/batches" + query());
        if (json) {
            out.println(answer);
        } else if (answer.path("items").isEmpty()) {
            spec.commandLine().getErr().println("banku: no batches");
        } else {
            print(answer.path("items"), out);
        }
        return ExitCode.CLEAN;
    }

    private String query() {
        List<String> parameters = new ArrayList<>();
        if (state != null) {
            parameters.add("state=" + Api.escaped(state));
        }
        if (feed != null) {
            parameters.add("feed=" + Api.escaped(feed));
        }
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    private static void print(JsonNode items, PrintWriter out) {
        Table table = new Table(
                "ID", "FEED", "FILE", "STATE", "READ", "PUBLISHED", "REJECTED", "SKIPPED", "EVENTS", "WHY HELD");
        for (JsonNode item : items) {
            BatchView batch = new BatchView(item);
            table.row(
                    batch.shortId(),
                    batch.text("feed"),
                    batch.text("file"),
                    batch.state(),
                    batch.count("read"),
                    batch.count("published"),
                    batch.count("rejected"),
                    batch.count("skipped"),
                    batch.count("events"),
                    batch.text("heldFor"));
        }
        table.print(out);
    }
}

package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code banku night list}: one line per night and date, the latest date first. */
@Command(name = "list", description = "List the business dates of each night, the latest first.")
final class NightListCommand implements Callable<ExitCode> {
    @Option(names = "--state", paramLabel = "STATE", description = "Only those that are open, or closed.")
    private String state;

    @Mixin
    private ListOptions list;

    @Mixin
    private ApiOption api;

    @Override
    public ExitCode call() {
        List<String> query = state == null ? List.of() : List.of("state=" + Api.escaped(state));
        list.show(api.open(), "/nights", query, "no nights", NightListCommand::print);
        return ExitCode.CLEAN;
    }

    private static void print(JsonNode items, PrintWriter out) {
        Table table = new Table("NIGHT", "DATE", "STATE", "CLOSED", "SUPPLEMENTS", "WAITS FOR");
        for (JsonNode night : items) {
            table.row(
                    night.path("night").asText(),
                    night.path("date").asText(),
                    night.path("state").asText(),
                    night.path("closedAt").asText(""),
                    night.path("supplements").asText(""),
                    NightView.names(night.path("lacking")));
        }
        table.print(out);
    }
}

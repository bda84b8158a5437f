package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code banku audit list}: the decisions of operators, from {@code banku.audit}. */
@Command(name = "list", description = "List what was decided, the latest first.")
final class AuditListCommand implements Callable<ExitCode> {
    private static final int SHORT_ID = 8;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "From a day on, as 2026-11-20 (UTC), or a time, as 2026-11-20T23:00:00Z.")
    private String since;

    @Option(names = "--by", paramLabel = "NAME", description = "Only what somebody of this name decided.")
    private String by;

    @Option(names = "--feed", paramLabel = "FEED", description = "Only what is about this feed.")
    private String feed;

    @Option(names = "--batch", paramLabel = "ID", description = "Only what is about a batch whose id begins so.")
    private String batch;

    @Mixin
    private ListOptions list;

    @Mixin
    private ApiOption api;

    @Override
    public ExitCode call() {
        List<String> query = new ArrayList<>();
        add(query, "since", since);
        add(query, "by", by);
        add(query, "feed", feed);
        add(query, "batch", batch);
        list.show(api.open(), "/audit", query, "nothing was decided", AuditListCommand::print);
        return ExitCode.CLEAN;
    }

    private static void add(List<String> query, String name, String value) {
        if (value != null) {
            query.add(name + "=" + Api.escaped(value));
        }
    }

    private static void print(JsonNode items, PrintWriter out) {
        Table table = new Table("AT", "BY", "ACTION", "ABOUT", "REASON");
        items.forEach(item -> table.row(
                item.path("at").asText(),
                // a name that no token stands for is what the client said
                item.path("byToken").asBoolean()
                        ? item.path("by").asText()
                        : "(" + item.path("by").asText() + ")",
                item.path("action").asText(),
                about(item),
                item.path("reason").asText("")));
        table.print(out);
    }

    private static String about(JsonNode item) {
        String batch = item.path("batch").asText("");
        String id = batch.substring(0, Math.min(SHORT_ID, batch.length()))
                + (item.has("record") ? "/" + item.path("record").asText() : "");
        List<String> fields = new ArrayList<>();
        item.path("fields").forEach(field -> fields.add(field.asText()));
        return String.join(
                " ",
                Stream.of(
                                item.path("feed").asText(""),
                                id,
                                item.path("date").asText(""),
                                String.join(",", fields),
                                item.path("about").asText(""))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}

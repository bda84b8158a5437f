package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.record.Shown;
import java.io.PrintWriter;
import java.time.LocalDate;
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
    @Option(
            names = "--state",
            paramLabel = "STATE",
            description =
                    "Only those in this state: held, for example; or expected, late, excused: files that are not here.")
    private String state;

    @Option(names = "--feed", paramLabel = "NAME", description = "Only those of this feed.")
    private String feed;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = Day.class,
            description = "Only those of this day or later, by the files' names.")
    private LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            converter = Day.class,
            description = "Only those of this day or earlier.")
    private LocalDate to;

    @Mixin
    private ListOptions list;

    @Mixin
    private ApiOption api;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        list.show(api.open(), "/batches", query(), "no batches", BatchListCommand::print)
                .ifPresent(this::standing);
        return ExitCode.CLEAN;
    }

    private void standing(JsonNode answer) {
        due(answer.path("due"), spec.commandLine().getOut());
        standing(answer.path("standing"), spec.commandLine().getOut());
        if (!answer.path("standingKnown").asBoolean(true)) {
            spec.commandLine()
                    .getErr()
                    .println("banku: what does not go on is not known here; ask a process with the role ingest");
        }
    }

    private static void standing(JsonNode standing, PrintWriter out) {
        if (standing.isEmpty()) {
            return;
        }
        Table table = new Table("STANDS IN", "FEED", "FILE", "SINCE", "TRIES", "WHY");
        for (JsonNode each : standing) {
            table.row(
                    each.path("where").asText(),
                    each.path("feed").asText(""),
                    each.path("file").asText(""),
                    each.path("since").asText(),
                    each.path("tries").asText(),
                    each.path("code").asText() + " " + each.path("why").asText());
        }
        out.println();
        table.print(out);
    }

    private static void due(JsonNode due, PrintWriter out) {
        if (due.isEmpty()) {
            return;
        }
        Table table = new Table("FILE", "FEED", "DATE", "STATE", "DUE", "LATE FROM", "EXCUSED");
        for (JsonNode each : due) {
            JsonNode excuse = each.path("excuse");
            table.row(
                    each.path("file").asText(),
                    each.path("feed").asText(),
                    each.path("date").asText(),
                    each.path("state").asText(),
                    each.path("due").asText(),
                    each.path("late").asText(),
                    excuse.isMissingNode()
                            ? ""
                            : "by " + Shown.of(excuse.path("by").asText()) + ": "
                                    + Shown.of(excuse.path("reason").asText()));
        }
        out.println();
        table.print(out);
    }

    private List<String> query() {
        List<String> parameters = new ArrayList<>();
        if (state != null) {
            parameters.add("state=" + Api.escaped(state));
        }
        if (feed != null) {
            parameters.add("feed=" + Api.escaped(feed));
        }
        if (from != null) {
            parameters.add("from=" + from);
        }
        if (to != null) {
            parameters.add("to=" + to);
        }
        return parameters;
    }

    private static void print(JsonNode items, PrintWriter out) {
        Table table =
                new Table("ID", "FEED", "FILE", "STATE", "READ", "PUBLISHED", "REJECTED", "SKIPPED", "EVENTS", "WHY");
        for (JsonNode item : items) {
            BatchView batch = new BatchView(item);
            table.row(
                    batch.shortId(),
                    batch.text("feed"),
                    batch.text("file"),
                    batch.state(),
                    batch.count("read"),
                    batch.published(),
                    batch.count("rejected"),
                    batch.count("skipped"),
                    batch.events(),
                    batch.why());
        }
        table.print(out);
    }
}

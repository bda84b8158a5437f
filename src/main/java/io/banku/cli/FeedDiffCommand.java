package io.banku.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banku.record.Shown;
import io.banku.trial.Difference;
import io.banku.trial.FeedDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku feed diff}: which events a changed definition makes differently. */
@Command(
        name = "diff",
        description = {
            "Read a file by two definitions of a feed, and tell which records become something else.",
            "Ends with 0 when none does, with 4 when some do, and with 8 when the file is cut in other ways."
        },
        footer = "%nExample: banku feed diff feeds/daily-transactions new/daily-transactions TXN.D261121.BIN")
final class FeedDiffCommand implements Callable<ExitCode> {
    @Parameters(index = "0", paramLabel = "OLD", description = "Folder of the definition as it was.")
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW", description = "Folder of the changed one.")
    private Path changed;

    @Parameters(index = "2", paramLabel = "FILE", description = "A file of the feed.")
    private Path file;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            description = "Show so many differences, 20 if not given; all are counted.",
            defaultValue = "20",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private int most;

    @Option(names = "--name", paramLabel = "NAME", description = "Read the file as if it were called so.")
    private String name;

    @Option(names = "--json", description = "Write one JSON object.")
    private boolean json;

    @Mixin
    private UnmaskOption masking;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() throws IOException {
        FeedDiff diff;
        try {
            diff = FeedDiff.of(
                    FeedFolder.loadCopy(old, masking.values()),
                    FeedFolder.loadCopy(changed, masking.values()),
                    name == null ? file.getFileName().toString() : name,
                    InputFile.require(file),
                    Math.max(most, 0));
        } catch (IllegalArgumentException unclaimed) {
            throw new CommandException(ExitCode.REFUSED, "BNK-3044 " + Shown.of(unclaimed.getMessage()));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(document(diff));
        } else {
            diff.shown().forEach(each -> out.println(Shown.of(told(each))));
            diff.parted().ifPresent(out::println);
            out.println(String.format(
                    Locale.ROOT,
                    "%,d records: %,d become something else, %,d do not; %,d events before, %,d now",
                    diff.records(),
                    diff.changed(),
                    diff.records() - diff.changed(),
                    diff.before(),
                    diff.after()));
        }
        return diff.isSame() ? ExitCode.CLEAN : diff.parted().isPresent() ? ExitCode.REFUSED : ExitCode.REJECTS;
    }

    private static String told(Difference each) {
        return "record " + each.record() + (each.property().isEmpty() ? "" : ", " + each.property()) + ": was "
                + each.expected() + ", is " + each.found();
    }

    private static ObjectNode document(FeedDiff diff) {
        ObjectNode document = JsonMapper.builder().build().createObjectNode();
        document.put("records", diff.records())
                .put("changed", diff.changed())
                .put("eventsBefore", diff.before())
                .put("eventsAfter", diff.after());
        diff.parted().ifPresent(told -> document.put("parted", told));
        ArrayNode differences = document.putArray("differences");
        for (Difference each : diff.shown()) {
            differences
                    .addObject()
                    .put("record", each.record())
                    .put("property", each.property())
                    .put("was", each.expected())
                    .put("is", each.found());
        }
        return document;
    }
}

package io.banku.cli;

import io.banku.copybook.Layout;
import io.banku.feed.BatchReader;
import io.banku.feed.Feed;
import io.banku.feed.RecordFilter;
import io.banku.record.Dialect;
import io.banku.record.Oddities;
import io.banku.record.RecordPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which records, and what of them, in which form: what {@code banku decode} offers beside text and JSON. */
final class DecodeForms {
    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description =
                    "Only records that fulfil it, as a rule's when in feed.yaml: \"TX-TYPE = 'DP' and TX-AMOUNT > 1000\". It"
                            + " is read from left to right, and what is false ends it.")
    private String where;

    @Option(
            names = "--fields",
            paramLabel = "NAME",
            split = ",",
            description = "Only these fields, groups of fields, or tables, in this order, separated by commas.")
    private List<String> fields = List.of();

    @Option(
            names = "--csv",
            description = "One line per record under a line of names (RFC 4180). Texts that begin with = + - @ have an"
                    + " apostrophe before them: a spreadsheet would take them for formulas.")
    private boolean csv;

    @Option(
            names = "--stats",
            description =
                    "Instead of records, of each field: how many values, illegal ones and different ones there are, the"
                            + " least, the greatest and the commonest.")
    private boolean stats;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * @param form null where the records' events are shown
     * @param csv null where there are no rows
     * @param stats null where records are shown
     */
    record Chosen(RecordForm form, Wanted wanted, CsvForm csv, StatsForm stats, boolean isJson) {
        void end(PrintWriter out) throws IOException {
            if (csv != null) {
                csv.head();
            }
            if (stats != null && isJson) {
                stats.json(out);
            } else if (stats != null) {
                stats.print(out);
            }
        }
    }

    /** What is shown of records, and what is not. */
    private record Shown(RecordPrinter printer, Lead lead, PrivateColumns masking) {}

    /** Whether rejects among the records would be something else among rows. */
    boolean hasTable() {
        return csv || stats;
    }

    /** Whether fields are shown in place of whole records or their events. */
    private boolean hasFields() {
        return hasTable() || !fields.isEmpty();
    }

    Chosen choose(Layout layout, Dialect dialect, boolean json, Oddities oddities, Complaints complaints) {
        requireOneForm(json);
        PrintWriter out = command.commandLine().getOut();
        RecordPrinter printer = RecordPrinter.of(layout, dialect);
        FieldFaults faults = new FieldFaults(
                command.commandLine().getErr(), complaints, (frame, reason) -> reason.located(frame.number));
        Wanted wanted = wanted(condition -> RecordFilter.of(condition, layout, dialect), faults);
        if (hasFields()) {
            return fields(new Shown(printer, Lead.NONE, PrivateColumns.NONE), wanted, json, oddities, faults);
        }
        RecordForm whole = json
                ? new JsonForm(printer, out, oddities, faults)
                : new TextForm(layout, dialect, printer, out, oddities, complaints);
        return new Chosen(whole, wanted, null, null, json);
    }

    /** @param reader of the records that are shown */
    Chosen choose(Feed feed, BatchReader reader, boolean json, Oddities oddities, Complaints complaints) {
        requireOneForm(json);
        FieldFaults faults = new FieldFaults(
                command.commandLine().getErr(),
                complaints,
                (frame, reason) -> FeedDecoding.told(reader.reject(reason)));
        Wanted wanted = wanted(feed::filter, faults);
        if (!hasFields()) {
            return new Chosen(null, wanted, null, null, json);
        }
        RecordPrinter printer = feed.printer();
        PrivateColumns masking = PrivateColumns.of(feed, reader, printer.columns());
        return fields(new Shown(printer, Lead.of(reader), masking), wanted, json, oddities, faults);
    }

    private void requireOneForm(boolean json) {
        if (Stream.of(csv, stats, json && !stats).filter(each -> each).count() > 1) {
            throw new ParameterException(
                    command.commandLine(),
                    "expected one of --csv, --stats and --json (or --stats --json), found several");
        }
    }

    private Wanted wanted(Function<String, RecordFilter> filters, FieldFaults faults) {
        try {
            return new Wanted(where == null ? null : filters.apply(where), faults);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(command.commandLine(), "--where: " + unknown.getMessage());
        }
    }

    private Chosen fields(Shown shown, Wanted wanted, boolean json, Oddities oddities, FieldFaults faults) {
        FlatRecord records;
        try {
            records = FlatRecord.of(shown.printer(), fields, oddities, shown.masking());
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(command.commandLine(), unknown.getMessage());
        }
        PrintWriter out = command.commandLine().getOut();
        CsvForm rows = csv ? new CsvForm(records, shown.lead(), out, faults) : null;
        StatsForm counts = stats ? new StatsForm(records, faults) : null;
        FeedDecoding.Form form = json ? FeedDecoding.Form.JSON : FeedDecoding.Form.TEXT;
        RecordForm chosen = csv ? rows : stats ? counts : new FieldsForm(records, shown.lead(), form, out, faults);
        return new Chosen(chosen, wanted, rows, counts, json);
    }
}

package io.banku.cli;

import io.banku.copybook.Layout;
import io.banku.feed.RecordFilter;
import io.banku.record.Dialect;
import io.banku.record.Oddities;
import io.banku.record.RecordPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
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

    boolean isGiven() {
        return where != null || !fields.isEmpty() || csv || stats;
    }

    /** Whether rejects among the records would be something else among rows. */
    boolean hasTable() {
        return csv || stats;
    }

    Chosen choose(Layout layout, Dialect dialect, boolean json, Oddities oddities, Complaints complaints) {
        if (Stream.of(csv, stats, json && !stats).filter(each -> each).count() > 1) {
            throw new ParameterException(
                    command.commandLine(),
                    "expected one of --csv, --stats and --json (or --stats --json), found several");
        }
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        RecordPrinter printer = RecordPrinter.of(layout, dialect);
        try {
            RecordFilter filter = where == null ? null : RecordFilter.of(where, layout, dialect);
            Wanted wanted = new Wanted(filter, err, complaints);
            if (!csv && !stats && fields.isEmpty()) {
                RecordForm whole = json
                        ? new JsonForm(printer, out, err, oddities, complaints)
                        : new TextForm(layout, dialect, printer, out, oddities, complaints);
                return new Chosen(whole, wanted, null, null, json);
            }
            FlatRecord records = FlatRecord.of(printer, fields, oddities);
            CsvForm rows = csv ? new CsvForm(records, out, err, complaints) : null;
            StatsForm counts = stats ? new StatsForm(records, err, complaints) : null;
            RecordForm form = csv
                    ? rows
                    : stats
                            ? counts
                            : new FieldsForm(
                                    records,
                                    json ? FeedDecoding.Form.JSON : FeedDecoding.Form.TEXT,
                                    out,
                                    err,
                                    complaints);
            return new Chosen(form, wanted, rows, counts, json);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(command.commandLine(), "--where and --fields: " + unknown.getMessage());
        }
    }
}

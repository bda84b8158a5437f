package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.record.FieldException;
import io.banku.record.FlatColumn;
import io.banku.record.Frame;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Records as rows of CSV (RFC 4180) under a head with the names of the fields. A text that a spreadsheet would take for a
 * formula has an apostrophe before it.
 */
final class CsvForm implements RecordForm {
    private static final String END = "\r\n";
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final FlatRecord records;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Complaints complaints;
    private boolean hasHead;

    CsvForm(FlatRecord records, PrintWriter out, PrintWriter err, Complaints complaints) {
        this.records = records;
        this.out = out;
        this.err = err;
        this.complaints = complaints;
    }

    @Override
    public void show(Frame frame) throws FieldException, IOException {
        List<JsonNode> values;
        try {
            values = records.values(frame);
        } catch (FieldException reason) {
            if (complaints.isTold(reason.code(), reason.field().name())) {
                err.println(reason.located(frame.number));
            }
            throw reason;
        }
        head();
        List<String> cells = new ArrayList<>();
        for (JsonNode each : values) {
            cells.add(!FlatRecord.isThere(each) ? "" : each.isNumber() ? FlatRecord.text(each) : cell(each.asText()));
        }
        out.print(String.join(",", cells) + END);
    }

    /** Also of a file of which no record is shown. */
    void head() {
        if (!hasHead) {
            out.print(String.join(
                            ",",
                            records.columns().stream()
                                    .map(FlatColumn::name)
                                    .map(CsvForm::cell)
                                    .toList())
                    + END);
            hasHead = true;
        }
    }

    /** {@code 5" disk, blue} becomes {@code "5"" disk, blue"}, {@code =A1} becomes {@code '=A1}. */
    static String cell(String text) {
        String begin = text.stripLeading(); // some spreadsheets look there
        boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                || !begin.isEmpty() && FORMULA.indexOf(begin.charAt(0)) >= 0;
        String safe = isFormula ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n' || c == ';')
                && safe.equals(safe.strip());
        return isPlain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}

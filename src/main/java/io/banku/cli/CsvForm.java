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
    private final FieldFaults faults;
    private final Lead lead;
    private boolean hasHead;

    CsvForm(FlatRecord records, Lead lead, PrintWriter out, FieldFaults faults) {
        this.records = records;
        this.lead = lead;
        this.out = out;
        this.faults = faults;
    }

    @Override
    public void show(Frame frame) throws FieldException, IOException {
        List<JsonNode> values;
        try {
            values = records.values(frame);
        } catch (FieldException reason) {
            faults.tell(frame, reason);
            throw reason;
        }
        head();
        List<String> cells = new ArrayList<>(lead.values());
        for (int i = 0; i < values.size(); i++) {
            JsonNode each = values.get(i);
            cells.add(
                    !FlatRecord.isThere(each)
                            ? ""
                            : each.isNumber() ? records.text(i, each, frame) : cell(each.asText()));
        }
        out.print(String.join(",", cells) + END);
    }

    /** Also of a file of which no record is shown. */
    void head() {
        if (!hasHead) {
            List<String> names = new ArrayList<>(lead.names());
            records.columns().stream().map(FlatColumn::name).map(CsvForm::cell).forEach(names::add);
            out.print(String.join(",", names) + END);
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

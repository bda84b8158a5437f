package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.record.FieldException;
import io.banku.record.FlatColumn;
import io.banku.record.Frame;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Records as rows of {@link Csv} under a head with the names of the fields. */
final class CsvForm implements RecordForm {
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
                            : each.isNumber() ? records.text(i, each, frame) : Csv.cell(each.asText()));
        }
        out.print(Csv.line(cells));
    }

    /** Also of a file of which no record is shown. */
    void head() {
        if (!hasHead) {
            List<String> names = new ArrayList<>(lead.names());
            records.columns().stream().map(FlatColumn::name).map(Csv::cell).forEach(names::add);
            out.print(Csv.line(names));
            hasHead = true;
        }
    }
}

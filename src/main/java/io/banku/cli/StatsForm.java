package io.banku.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.banku.record.FieldException;
import io.banku.record.FlatColumn;
import io.banku.record.Frame;
import io.banku.record.JsonLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the records have in each field, in place of the records. Its memory does not grow with the file. */
final class StatsForm implements RecordForm {
    private final FlatRecord records;
    private final FieldFaults faults;
    private final Map<FlatColumn, FieldStats> stats = new LinkedHashMap<>();

    StatsForm(FlatRecord records, FieldFaults faults) {
        this.records = records;
        this.faults = faults;
        records.columns().forEach(each -> stats.put(each, new FieldStats(records.isPrivate(each))));
    }

    @Override
    public void show(Frame frame) throws FieldException, IOException {
        List<JsonNode> values;
        try {
            values = records.values(frame);
        } catch (FieldException reason) {
            stats.forEach((column, field) -> {
                if (column.field() == reason.field()) {
                    field.illegal();
                }
            });
            faults.tell(frame, reason);
            throw reason;
        }
        List<FlatColumn> columns = records.columns();
        for (int i = 0; i < values.size(); i++) {
            JsonNode value = values.get(i);
            FieldStats field = stats.get(columns.get(i));
            if (value == FlatRecord.MASK) {
                field.addHidden();
            } else if (FlatRecord.isThere(value)) {
                field.add(records.text(i, value, frame), value.isNumber());
            }
        }
    }

    void print(PrintWriter out) {
        Table table = new Table("field", "values", "illegal", "distinct", "least", "greatest", "commonest");
        stats.forEach((column, each) -> table.row(
                column.name(),
                String.valueOf(each.count()),
                String.valueOf(each.illegalCount()),
                each.distinct(),
                FieldStats.shortened(each.least()),
                FieldStats.shortened(each.greatest()),
                each.commonest().stream()
                        .map(value -> FieldStats.shortened(value.getKey()) + " (" + value.getValue() + ")")
                        .collect(Collectors.joining(", "))));
        table.print(out);
        List<String> many = stats.entrySet().stream()
                .filter(each -> each.getValue().hasMore())
                .map(each -> each.getKey().name())
                .toList();
        if (!many.isEmpty()) {
            out.println("the commonest of " + String.join(", ", many) + " are those of the first "
                    + String.format(Locale.ROOT, "%,d", FieldStats.MOST_VALUES)
                    + " different values: what came first behind them is not counted one by one");
        }
    }

    void json(PrintWriter out) throws IOException {
        for (Map.Entry<FlatColumn, FieldStats> each : stats.entrySet()) {
            FieldStats field = each.getValue();
            StringWriter line = new StringWriter();
            try (JsonGenerator json = JsonLines.FACTORY.createGenerator(line)) {
                json.writeStartObject();
                json.writeStringField("field", each.getKey().name());
                json.writeNumberField("values", field.count());
                json.writeNumberField("illegal", field.illegalCount());
                json.writeStringField("distinct", field.distinct());
                if (field.count() > 0 && !field.isHidden()) {
                    json.writeStringField("least", field.least());
                    json.writeStringField("greatest", field.greatest());
                }
                json.writeArrayFieldStart("commonest");
                for (Map.Entry<String, Integer> value : field.commonest()) {
                    json.writeStartObject();
                    json.writeStringField("value", value.getKey());
                    json.writeNumberField("records", value.getValue());
                    json.writeEndObject();
                }
                json.writeEndArray();
                if (field.hasMore()) {
                    json.writeNumberField("commonestOfFirst", FieldStats.MOST_VALUES);
                }
                json.writeEndObject();
            }
            out.println(line);
        }
    }
}

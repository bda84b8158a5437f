package io.banku.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.banku.record.FieldException;
import io.banku.record.FlatColumn;
import io.banku.record.Frame;
import io.banku.record.JsonLines;
import io.banku.record.Oddities;
import io.banku.record.RecordPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Records as rows: the values of some fields, or of all, by the same measure as in JSON. What a record does not have, and
 * descriptions of its bytes that are another record's, have no value. One thread.
 */
final class FlatRecord {
    private static final ObjectMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final RecordPrinter printer;
    private final Oddities oddities;
    private final List<FlatColumn> columns;
    private final List<JsonPointer> places;

    private FlatRecord(RecordPrinter printer, Oddities oddities, List<FlatColumn> columns) {
        this.printer = printer;
        this.oddities = oddities;
        this.columns = columns;
        this.places =
                columns.stream().map(each -> JsonPointer.compile(each.path())).toList();
    }

    /**
     * @param names of fields, of groups, which stand for all fields in them, or of fields that occur, which stand for all
     *     occurrences; none for all fields
     * @throws IllegalArgumentException when there is no such field
     */
    static FlatRecord of(RecordPrinter printer, List<String> names, Oddities oddities) {
        List<FlatColumn> all = printer.columns();
        List<FlatColumn> columns = new ArrayList<>();
        for (String name : names) {
            List<FlatColumn> named = all.stream()
                    .filter(each -> isNamed(each, name.strip().toUpperCase(Locale.ROOT)))
                    .toList();
            if (named.isEmpty()) {
                throw new IllegalArgumentException("expected fields of the copybook, found " + name
                        + "; there are "
                        + String.join(", ", all.stream().map(FlatColumn::name).toList()));
            }
            columns.addAll(named);
        }
        return new FlatRecord(printer, oddities, names.isEmpty() ? all : columns);
    }

    private static boolean isNamed(FlatColumn column, String name) {
        return column.name().equals(name)
                || column.name().startsWith(name + "(")
                || (column.path() + "/").contains("/" + name + "/");
    }

    List<FlatColumn> columns() {
        return columns;
    }

    /** One for each column; null or a missing node where there is no value. */
    List<JsonNode> values(Frame frame) throws FieldException, IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonLines.FACTORY.createGenerator(text)) {
            printer.print(frame, json, oddities);
        }
        JsonNode record = EXACT.readTree(text.toString());
        return places.stream().map(record::at).toList();
    }

    /** As it is in the copybook: {@code 12.50}, not {@code 1.25E1}. */
    static String text(JsonNode value) {
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }

    static boolean isThere(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}

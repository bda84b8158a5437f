package io.banku.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.banku.copybook.Elementary;
import io.banku.feed.definition.Nearest;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.FlatColumn;
import io.banku.record.Frame;
import io.banku.record.JsonLines;
import io.banku.record.Oddities;
import io.banku.record.RecordPrinter;
import io.banku.record.Shown;
import io.banku.trial.Masking;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Records as rows: the values of some fields, or of all, by the same measure as in JSON. What a record does not have, and
 * descriptions of its bytes that are another record's, have no value. One thread.
 */
final class FlatRecord {
    private static final ObjectMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Stands for a value that is not shown. */
    static final JsonNode MASK = TextNode.valueOf(Masking.MASK);

    private final RecordPrinter printer;
    private final Oddities oddities;
    private final List<FlatColumn> columns;
    private final PrivateColumns masking;
    private final List<JsonPointer> places;

    private FlatRecord(RecordPrinter printer, Oddities oddities, List<FlatColumn> columns, PrivateColumns masking) {
        this.printer = printer;
        this.oddities = oddities;
        this.columns = columns;
        this.masking = masking;
        this.places =
                columns.stream().map(each -> JsonPointer.compile(each.path())).toList();
    }

    /**
     * @param names of fields, of groups, which stand for all fields in them, or of fields that occur, which stand for all
     *     occurrences; none for all fields
     * @throws IllegalArgumentException when there is no such field
     */
    static FlatRecord of(RecordPrinter printer, List<String> names, Oddities oddities, PrivateColumns masking) {
        List<FlatColumn> all = printer.columns();
        List<FlatColumn> columns = new ArrayList<>();
        for (String name : names) {
            List<FlatColumn> named = all.stream()
                    .filter(each -> isNamed(each, name.strip().toUpperCase(Locale.ROOT)))
                    .toList();
            if (named.isEmpty()) {
                throw new IllegalArgumentException("--fields: expected fields of the copybook, found "
                        + (name.isBlank()
                                ? "an empty name; expected " + Nearest.either(names(all))
                                : Shown.of(name) + Nearest.meant(name.strip(), names(all))));
            }
            columns.addAll(named);
        }
        return new FlatRecord(printer, oddities, names.isEmpty() ? all : columns, masking);
    }

    /** Also of groups and tables. */
    private static List<String> names(List<FlatColumn> all) {
        return all.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.name()),
                        Arrays.stream(each.path().split("/")).filter(part -> !part.matches("[0-9]*"))))
                .distinct()
                .toList();
    }

    private static boolean isNamed(FlatColumn column, String name) {
        return column.name().equals(name)
                || column.name().startsWith(name + "(")
                || (column.path() + "/").contains("/" + name + "/");
    }

    List<FlatColumn> columns() {
        return columns;
    }

    /** Whether no record shows what is in a column. */
    boolean isPrivate(FlatColumn column) {
        return masking.hidesAll(column);
    }

    /** One for each column; null or a missing node where there is no value, {@link #MASK} where it is not shown. */
    List<JsonNode> values(Frame frame) throws FieldException, IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonLines.FACTORY.createGenerator(text)) {
            printer.print(frame, json, oddities);
        }
        JsonNode record = EXACT.readTree(text.toString());
        List<JsonNode> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            JsonNode value = record.at(places.get(i));
            values.add(isThere(value) && masking.hides(columns.get(i), record) ? MASK : value);
        }
        return values;
    }

    /** As a person reads it; of a whole number without a sign all digits that its PICTURE has, as events have them in keys. */
    String text(int column, JsonNode value, Frame frame) throws FieldException {
        FieldReader field = columns.get(column).field();
        return value.isNumber() && keepsZeros(field) ? field.text(frame) : text(value);
    }

    private static boolean keepsZeros(FieldReader field) {
        return field.scale() == 0
                && field.item() instanceof Elementary item
                && item.isNumeric()
                && !item.usage().isFloat()
                && !item.picture().signed();
    }

    /** As it is in the copybook: {@code 12.50}, not {@code 1.25E1}. */
    static String text(JsonNode value) {
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }

    static boolean isThere(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}

package io.banku.camel.copybook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records as maps: groups are maps in them, tables lists, numbers BigDecimals. */
final class RecordMaps {
    /** Beyond them a number keeps its exponent, which no field takes, and does not become so many digits. */
    private static final int MOST_PLACES = 400;

    private static final JsonFactory JSON = new JsonFactory();

    private RecordMaps() {}

    /** A map for each object of a JSON array. */
    static List<?> of(byte[] array) throws IOException {
        return (List<?>) parsed(array);
    }

    static Object parsed(byte[] json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> map(parser);
            case START_ARRAY -> list(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getText());
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    private static Map<String, Object> map(JsonParser parser) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            map.put(name, value(parser));
        }
        return map;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }

    /** {@code {LINE: [{AMOUNT: 5}]}} → {@code AMOUNT OF LINE(1)}: 5, by the names that COBOL gives the fields. What is null is left out. */
    static void flatten(Map<?, ?> record, Map<String, String> into) {
        record.forEach((name, value) -> flatten(String.valueOf(name), "", List.of(), value, into));
    }

    private static void flatten(
            String name, String of, List<Integer> subscripts, Object value, Map<String, String> into) {
        if (value instanceof Map<?, ?> group) {
            String within = " OF " + name + of;
            group.forEach((part, inner) -> flatten(String.valueOf(part), within, subscripts, inner, into));
        } else if (value instanceof List<?> table) {
            for (int i = 0; i < table.size(); i++) {
                List<Integer> more = new ArrayList<>(subscripts);
                more.add(i + 1);
                flatten(name, of, more, table.get(i), into);
            }
        } else if (value != null) {
            String text = value instanceof BigDecimal number && Math.abs((long) number.scale()) <= MOST_PLACES
                    ? number.toPlainString()
                    : value.toString();
            into.put(
                    name
                            + of
                            + (subscripts.isEmpty()
                                    ? ""
                                    : subscripts.toString().replace('[', '(').replace(']', ')')),
                    text);
        }
    }
}

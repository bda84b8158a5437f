package io.banku.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The properties of one event's JSON object, read again and again into the same places: a map for every event would cost
 * more than all the rest, and values like the batch repeat from event to event. One thread.
 */
final class EventProperties {
    private static final JsonFactory JSON = new JsonFactory();
    private static final List<String> NAMES = List.of(
            "account",
            "amount",
            "currency",
            "bookedAt",
            "text",
            "reference",
            "transfer",
            "counterparty",
            "batch",
            "holder",
            "limit",
            "status",
            "openedOn",
            "closedOn",
            "asOf",
            "reverses",
            "reason",
            "detail");
    private static final Map<String, Integer> PLACES = new HashMap<>();

    static {
        NAMES.forEach(name -> PLACES.put(name, PLACES.size()));
    }

    private final String[] texts = new String[NAMES.size()];
    private final String[] repeated = new String[NAMES.size()];
    /** Properties that are no JSON strings, as they stand there. */
    private final Map<String, String> others = new HashMap<>();

    private long record;

    void read(byte[] value) throws EventFormatException {
        Arrays.fill(texts, null);
        others.clear();
        record = 0;
        if (value == null) {
            throw new EventFormatException("expected a JSON object, found no value");
        }
        try (JsonParser parser = JSON.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new EventFormatException("expected a JSON object, found " + parser.currentToken());
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                property(name, parser);
            }
            if (parser.nextToken() != null) {
                throw new EventFormatException("expected the end after the JSON object, found " + parser.getText());
            }
        } catch (IOException malformed) {
            throw new EventFormatException("expected a JSON object, found " + malformed.getMessage());
        }
    }

    /** An amount that is a JSON number may have been through a double: nothing but the record's number may be one. */
    private void property(String name, JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_STRING) {
            Integer place = PLACES.get(name);
            if (place != null) {
                texts[place] = text(place, parser);
            }
        } else if (token == JsonToken.VALUE_NUMBER_INT && name.equals("record")) {
            record = parser.getLongValue();
        } else if (token != JsonToken.VALUE_NULL) {
            others.put(name, parser.getText());
            parser.skipChildren();
        }
    }

    private String text(int place, JsonParser parser) throws IOException {
        String before = repeated[place];
        if (before != null && isSame(before, parser)) {
            return before;
        }
        repeated[place] = parser.getText();
        return repeated[place];
    }

    private static boolean isSame(String before, JsonParser parser) throws IOException {
        int length = parser.getTextLength();
        if (before.length() != length) {
            return false;
        }
        char[] characters = parser.getTextCharacters();
        int offset = parser.getTextOffset();
        for (int i = 0; i < length; i++) {
            if (characters[offset + i] != before.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The number of the record that it was made of, or 0 where there is none. */
    long record() {
        return record;
    }

    /** The text of a property, or null where it is absent. */
    String get(String name) throws EventFormatException {
        String value = texts[PLACES.get(name)];
        if (value == null && others.containsKey(name)) {
            throw new EventFormatException(
                    "expected the property " + name + " as a JSON string, found " + others.get(name));
        }
        return value;
    }

    String required(String name) throws EventFormatException {
        String value = get(name);
        if (value == null) {
            throw new EventFormatException("expected the property " + name + ", found " + present());
        }
        return value;
    }

    List<String> present() {
        return NAMES.stream().filter(name -> texts[PLACES.get(name)] != null).toList();
    }
}

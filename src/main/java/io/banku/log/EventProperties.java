package io.banku.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The properties of one event's JSON object, read again and again into the same places. What {@link EventWriter} writes
 * of plain characters is found by a {@link PlainJson} scan and becomes a text when it is asked for; everything else,
 * faults above all, is for Jackson. One thread.
 */
final class EventProperties {
    private static final JsonFactory JSON = new JsonFactory();
    private static final EventProperty[] ALL = EventProperty.values();

    private final PlainJson plain = new PlainJson();
    private final String[] texts = new String[ALL.length];
    /** What stood there before: much repeats from event to event. */
    private final String[] repeated = new String[ALL.length];
    /** The bytes of it: they lie in here … */
    private final byte[][] repeatedIn = new byte[ALL.length][];

    /** … from here. */
    private final int[] repeatedFrom = new int[ALL.length];

    private final int[] repeatedTo = new int[ALL.length];
    /** Properties that are no JSON strings, as they stand there. */
    private final Map<EventProperty, String> others = new EnumMap<>(EventProperty.class);

    private byte[] json;
    private boolean isPlain;
    private long record;

    /** What will most probably stand there, and its bytes. */
    void expect(EventProperty property, String text, byte[] bytes) {
        remember(property.ordinal(), text, bytes, 0, bytes.length);
    }

    private void remember(int place, String text, byte[] in, int from, int to) {
        repeated[place] = text;
        repeatedIn[place] = in;
        repeatedFrom[place] = from;
        repeatedTo[place] = to;
    }

    void read(byte[] value) throws EventFormatException {
        if (value == null) {
            throw new EventFormatException("expected a JSON object, found no value");
        }
        json = value;
        isPlain = plain.read(value);
        if (isPlain) {
            record = plain.record();
        } else {
            readAnything(value);
        }
    }

    private void readAnything(byte[] value) throws EventFormatException {
        Arrays.fill(texts, null);
        others.clear();
        record = 0;
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
        EventProperty property = EventProperty.of(name);
        if (token == JsonToken.VALUE_STRING) {
            if (property != null) {
                texts[property.ordinal()] = parser.getText();
            }
        } else if (token == JsonToken.VALUE_NUMBER_INT && name.equals("record")) {
            record = parser.getLongValue();
        } else if (token != JsonToken.VALUE_NULL) {
            if (property != null) {
                others.put(property, parser.getText());
            }
            parser.skipChildren();
        }
    }

    /** The number of the record that it was made of, or 0 where there is none. */
    long record() {
        return record;
    }

    /** The text of a property, or null where it is absent. */
    String get(EventProperty property) throws EventFormatException {
        if (isPlain) {
            return plainText(property.ordinal());
        }
        String value = texts[property.ordinal()];
        if (value == null && others.containsKey(property)) {
            throw new EventFormatException(
                    "expected the property " + property + " as a JSON string, found " + others.get(property));
        }
        return value;
    }

    private String plainText(int place) {
        int from = plain.from(place);
        if (from < 0) {
            return null;
        }
        int to = plain.to(place);
        byte[] in = repeatedIn[place];
        if (in == null || !Arrays.equals(in, repeatedFrom[place], repeatedTo[place], json, from, to)) {
            remember(place, new String(json, from, to - from, StandardCharsets.UTF_8), json, from, to);
        }
        return repeated[place];
    }

    String required(EventProperty property) throws EventFormatException {
        String value = get(property);
        if (value == null) {
            throw new EventFormatException("expected the property " + property + ", found " + present());
        }
        return value;
    }

    List<EventProperty> present() {
        return Arrays.stream(ALL)
                .filter(property -> isPlain ? plain.from(property.ordinal()) >= 0 : texts[property.ordinal()] != null)
                .toList();
    }
}

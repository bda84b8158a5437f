package io.banku.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The JSON object of a request, whose properties are read strictly. What is wrong is collected, not thrown:
 * a client learns all of it at once. One thread, one use.
 */
final class StrictBody {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS) // so that a number is shown as it was sent
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    private final JsonNode body;
    private final List<RequestFault> faults;
    private final TreeSet<String> known = new TreeSet<>();

    private StrictBody(JsonNode body, List<RequestFault> faults) {
        this.body = body;
        this.faults = faults;
    }

    static StrictBody read(byte[] bytes, List<RequestFault> faults) {
        JsonNode body = MissingNode.getInstance();
        try {
            body = JSON.readTree(text(bytes));
            if (!body.isObject()) {
                faults.add(RequestFault.inBody("", "a JSON object", body.isMissingNode() ? "nothing" : shown(body)));
            }
        } catch (JsonProcessingException malformed) {
            String place = malformed.getLocation() == null
                    ? ""
                    : " at line " + malformed.getLocation().getLineNr() + ", column "
                            + malformed.getLocation().getColumnNr();
            faults.add(RequestFault.inBody("", "one JSON object in UTF-8", found(malformed) + place));
        } catch (CharacterCodingException noText) {
            faults.add(RequestFault.inBody("", "one JSON object in UTF-8", "bytes of another encoding"));
        }
        return new StrictBody(body, faults);
    }

    /** Jackson alone would guess at UTF-16 and UTF-32 too. A byte order mark is stepped over (RFC 8259, 8.1). */
    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes == null ? new byte[0] : bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Jackson's own words speak of tokens and features; what a client did wrong is one of these. */
    private static String found(JsonProcessingException malformed) {
        if (malformed instanceof JsonEOFException) {
            return "one without its end";
        }
        if (malformed instanceof MismatchedInputException) {
            return "more behind it";
        }
        return malformed.getOriginalMessage().startsWith("Duplicate field")
                ? "the same property twice"
                : "text that is no JSON";
    }

    /** The property's text, or null where it is left out or is none; which it may not be is said by the caller. */
    String text(String name, String expected) {
        known.add(name);
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isTextual()) {
            return value.textValue();
        }
        fault(name, expected, value);
        return null;
    }

    /** The property's text, or null where it is left out or was a fault. */
    String optional(String name, String expected, Predicate<String> fits) {
        String text = text(name, expected);
        if (text == null || fits.test(text)) {
            return text;
        }
        fault(name, expected);
        return null;
    }

    /** The property's text, or null where there was a fault: also when it is left out. */
    String required(String name, String expected, Predicate<String> fits) {
        if (isObject() && !has(name)) {
            known.add(name);
            fault(name, expected);
            return null;
        }
        return optional(name, expected, fits);
    }

    /** The property's whole numbers from 0 to below {@code end}, at least one; null where it is left out or was a fault. */
    SortedSet<Integer> numbers(String name, int end) {
        known.add(name);
        JsonNode list = body.path(name);
        if (list.isMissingNode()) {
            return null;
        }
        String expected = "whole numbers from 0 to " + (end - 1);
        if (!list.isArray() || list.isEmpty()) {
            fault(name, "an array of one or more " + expected, list);
            return null;
        }
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode number = list.get(i);
            if (number.isInt() && number.intValue() >= 0 && number.intValue() < end) {
                numbers.add(number.intValue());
            } else {
                faults.add(RequestFault.inBody(pointer(name) + "/" + i, "one of the " + expected, shown(number)));
            }
        }
        return numbers;
    }

    /** The property's texts, at least one, each once; empty where it is left out, which is a fault as others are. */
    SortedSet<String> names(String name) {
        known.add(name);
        JsonNode list = body.path(name);
        SortedSet<String> names = new TreeSet<>();
        list.forEach(each -> names.add(each.isTextual() ? each.textValue() : ""));
        if (!list.isArray() || list.isEmpty() || names.contains("") || names.size() < list.size()) {
            fault(name, "an array of one or more names, each once", list);
        }
        return names;
    }

    /** The property's texts by their names, at least one; null where it is left out or was a fault. */
    Map<String, String> texts(String name) {
        known.add(name);
        JsonNode object = body.path(name);
        if (object.isMissingNode()) {
            return null;
        }
        if (!object.isObject() || object.isEmpty()) {
            fault(name, "an object of one or more texts", object);
            return null;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(each -> {
            if (each.getValue().isTextual()) {
                texts.put(each.getKey(), each.getValue().textValue());
            } else {
                String pointer = pointer(name) + pointer(each.getKey());
                faults.add(RequestFault.inBody(pointer, "a text", shown(each.getValue())));
            }
        });
        return texts;
    }

    /** Whether the property is true; not where it is left out. */
    boolean flag(String name) {
        known.add(name);
        JsonNode value = body.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(name, "true or false", value);
        }
        return value.asBoolean();
    }

    boolean has(String name) {
        return body.has(name);
    }

    void fault(String name, String expected) {
        fault(name, expected, body.path(name));
    }

    private void fault(String name, String expected, JsonNode value) {
        faults.add(RequestFault.inBody(pointer(name), expected, value.isMissingNode() ? "nothing" : shown(value)));
    }

    /** After all properties were asked for: there may be no others. */
    void nothingElse() {
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.add(RequestFault.inBody(
                        pointer(name), "one of the properties " + String.join(", ", known), "another property"));
            }
        });
    }

    /** A body that is no object has faults enough. */
    boolean isObject() {
        return body.isObject();
    }

    private static String shown(JsonNode value) {
        if (value.isContainerNode()) {
            return value.isEmpty() ? "an empty " + kind(value) : "an " + kind(value);
        }
        return value.isNull() ? kind(value) : "the " + kind(value) + " " + value;
    }

    private static String kind(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /** RFC 6901. */
    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}

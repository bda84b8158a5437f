package io.banku.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banku.account.Event;
import io.banku.feed.Entry;
import io.banku.feed.Feed;
import io.banku.feed.PrivateProperties;
import io.banku.feed.Reject;
import io.banku.log.EventJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a record becomes, as a line of an expectation has it: an event with record, type, key and data; or a record's reject
 * with its code and field; or, in place of the rest of a file, why that does not fall into records.
 *
 * @param record its number in the file
 */
public record Line(long record, ObjectNode content) {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private static final Set<String> KEYS = Set.of("record", "type", "key", "data", "reject", "field", "unreadable");

    static Line of(long record, Event event, EventJson json) throws IOException {
        ObjectNode content = JSON.createObjectNode();
        content.put("record", record).put("type", EventJson.type(event)).put("key", event.account());
        ObjectNode data = (ObjectNode) JSON.readTree(json.data(event));
        data.remove("account");
        content.set("data", data);
        return new Line(record, content);
    }

    static Line of(long record, Entry entry) {
        ObjectNode content = JSON.createObjectNode();
        content.put("record", record).put("type", Entry.TYPE).put("key", entry.key());
        content.putObject("data").put("value", entry.value());
        return new Line(record, content);
    }

    static Line of(Reject reject) {
        ObjectNode content = JSON.createObjectNode();
        content.put("record", reject.record()).put("reject", reject.code());
        if (reject.field() != null) {
            content.put("field", reject.field());
        }
        return new Line(reject.record(), content);
    }

    /** @param record the one that could not be found any more */
    static Line unreadable(long record, String code) {
        return new Line(record, JSON.createObjectNode().put("record", record).put("unreadable", code));
    }

    /** Of JSON that we wrote ourselves. */
    static JsonNode read(String own) {
        try {
            return JSON.readTree(own);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("expected JSON, found " + malformed.getOriginalMessage(), malformed);
        }
    }

    /**
     * @param told whether messages may have a word of the text
     * @throws IllegalArgumentException when it is no such line; the message says why
     */
    static Line parse(String text, Feed.Values told) {
        String shown = told == Feed.Values.SHOWN ? text : "something else (private, not shown)";
        try {
            if (!(JSON.readTree(text) instanceof ObjectNode content)) {
                throw new IllegalArgumentException("expected a JSON object, found " + shown);
            }
            Set<String> unknown = new TreeSet<>();
            content.fieldNames().forEachRemaining(unknown::add);
            unknown.removeAll(KEYS);
            boolean isOne = content.path("record").canConvertToLong()
                    && (content.path("data").isObject() && content.has("type") && content.has("key")
                            || content.has("reject")
                            || content.has("unreadable"));
            if (!isOne || !unknown.isEmpty()) {
                throw new IllegalArgumentException(
                        "expected record, type, key and data; or record and reject; or record"
                                + " and unreadable, found " + shown);
            }
            return new Line(content.get("record").asLong(), content);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("expected a JSON object, found "
                    + (told == Feed.Values.SHOWN ? malformed.getOriginalMessage() : shown));
        }
    }

    /** How a person calls it: {@code MoneyDeposited}, {@code reject BNK-2006}. */
    String told(Masking masking) {
        String type = content.path("type").asText();
        return content.has("type")
                ? type + " " + masking.key(type, content.path("key").asText())
                : content.has("reject")
                        ? "reject " + content.get("reject").asText()
                        : "no more records, " + content.path("unreadable").asText();
    }

    /** What is different in the other one; empty when nothing is. */
    List<Difference> differences(Line found, Masking masking) {
        if (content.equals(found.content)) {
            return List.of();
        }
        boolean sameKind = content.has("type") == found.content.has("type")
                && content.has("reject") == found.content.has("reject");
        if (!sameKind) {
            return List.of(new Difference(record, "", told(masking), found.told(masking)));
        }
        List<Difference> differences = new ArrayList<>();
        add(content, found.content, "", differences, property -> isHidden(property, found, masking));
        return differences;
    }

    /** By what it was or by what it is now. */
    private boolean isHidden(String property, Line found, Masking masking) {
        return content.has("type")
                && (masking.hides(content.path("type").asText(), property)
                        || masking.hides(found.content.path("type").asText(), property));
    }

    private void add(
            ObjectNode expected,
            ObjectNode found,
            String path,
            List<Difference> differences,
            Predicate<String> isHidden) {
        Set<String> names = new TreeSet<>();
        expected.fieldNames().forEachRemaining(names::add);
        found.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode one = expected.path(name);
            JsonNode other = found.path(name);
            if (one instanceof ObjectNode inner && other instanceof ObjectNode otherInner) {
                add(inner, otherInner, path + name + ".", differences, isHidden);
            } else if (!one.equals(other) && isOfEvent(path, name) && isHidden.test(name)) {
                differences.add(Masking.masked(record, path + name, !one.isMissingNode(), !other.isMissingNode()));
            } else if (!one.equals(other)) {
                differences.add(new Difference(record, path + name, shown(one), shown(other)));
            }
        }
    }

    /** Record and type are no values of its record. */
    private static boolean isOfEvent(String path, String name) {
        return !path.isEmpty() || name.equals(PrivateProperties.KEY);
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "none" : node.toString();
    }

    /** Line by line, as far as both go. */
    static List<Difference> differences(List<Line> expected, List<Line> found, Masking masking) {
        if (expected.size() != found.size()) {
            long record = (expected.isEmpty() ? found : expected).get(0).record();
            return List.of(new Difference(record, "", told(expected, masking), told(found, masking)));
        }
        List<Difference> differences = new ArrayList<>();
        Iterator<Line> other = found.iterator();
        expected.forEach(line -> differences.addAll(line.differences(other.next(), masking)));
        return differences;
    }

    static String told(List<Line> lines, Masking masking) {
        return lines.isEmpty()
                ? "nothing"
                : String.join(
                        ", ", lines.stream().map(line -> line.told(masking)).toList());
    }

    static List<Line> none() {
        return Collections.emptyList();
    }

    @Override
    public String toString() {
        return content.toString();
    }
}

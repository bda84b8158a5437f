package io.banku.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banku.feed.Entry;
import io.banku.feed.Feed;
import io.banku.feed.PrivateProperties;
import java.util.Map;

/** Which properties of events are not shown, and what stands in their place. Immutable, shared by threads. */
@FunctionalInterface
public interface Masking {
    /** Stands for a value, however long it is. */
    String MASK = "***";

    /** By {@link PrivateProperties#KEY} or its name in the event's data. */
    boolean hides(String type, String property);

    /** By whatever rule an event was made, and also if no rule makes it any more. */
    static Masking of(Feed feed) {
        return feed.privateProperties()::hides;
    }

    /** Of the events that a rule made. */
    static Masking of(Feed feed, String rule) {
        PrivateProperties properties = feed.privateProperties();
        return (type, property) -> properties.of(rule, type).contains(property);
    }

    /** Hides what one of the two does. */
    static Masking ofBoth(Feed one, Feed other) {
        Masking first = of(one);
        Masking second = of(other);
        return (type, property) -> first.hides(type, property) || second.hides(type, property);
    }

    /** An account as it is shown. */
    default String key(String type, String key) {
        return hides(type, PrivateProperties.KEY) ? MASK : key;
    }

    /** What two values are that differ: no word of them, and not how long they are. */
    static Difference masked(long record, String property, boolean isExpected, boolean isFound) {
        return new Difference(
                record,
                property,
                isExpected ? "a value (private, not shown)" : "none",
                !isFound ? "none" : isExpected ? "another one" : "a value (private, not shown)");
    }

    /** What an entry has where an event has its data. */
    static String data(Entry entry) {
        return Line.JSON.createObjectNode().put("value", entry.value()).toString();
    }

    /**
     * An event's data, or its record's value, as it is shown; the text itself where nothing is hidden.
     *
     * @param json one object
     */
    default String data(String type, String json) {
        JsonNode read = Line.read(json);
        if (!(read instanceof ObjectNode data)) {
            throw new IllegalArgumentException("expected the JSON object of an event, found " + read.getNodeType());
        }
        boolean isChanged = false;
        for (Map.Entry<String, JsonNode> each : data.properties()) {
            String property = each.getKey().equals("account") ? PrivateProperties.KEY : each.getKey();
            if (hides(type, property)) {
                each.setValue(data.textNode(MASK));
                isChanged = true;
            }
        }
        return isChanged ? data.toString() : json;
    }
}

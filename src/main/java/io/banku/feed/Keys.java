package io.banku.feed;

import io.banku.record.Dialect;
import java.util.List;
import java.util.stream.Stream;

/** The keys of each part of a definition: what a compiler takes, and what {@code feed.schema.json} knows. */
final class Keys {
    /** Of the definition as a whole. */
    static final List<String> FEED = List.of(
            "feed",
            "title",
            "role",
            "input",
            "identity",
            "due",
            "days",
            "calendar",
            "grace",
            "after",
            "sequence",
            "unique",
            "shared",
            "records",
            "controls",
            "release",
            "rejects",
            "after-gap",
            "four-eyes",
            "private",
            "tests");

    static final List<String> INPUT = Stream.of(
                    List.of("files", "generation", "ready", "framing", "timezone", "fields", "empty"),
                    CopybookReader.KEYS,
                    Dialect.KEYS)
            .flatMap(List::stream)
            .toList();

    /** Of one of {@code fields:}. */
    static final List<String> FIELD = Dialect.KEYS.stream()
            .filter(key -> !Dialect.OF_RECORDS.contains(key))
            .toList();

    static final List<String> UNIQUE = List.of("key", "days", "when");
    static final List<String> SEQUENCE = List.of("gap", "repeat");
    static final List<String> REJECTS = List.of("tolerate");

    static final List<String> RULE_WITH_ROLE = List.of("when", "carry", "role");
    static final List<String> RULE_WITH_EVENT = List.of("when", "carry", "each", "event", "key", "data");
    static final List<String> RULE_WITH_EVENTS = List.of("when", "carry", "each", "events", "key");
    static final List<String> RULE_WITH_TRANSFER = List.of("when", "carry", "each", "transfer", "data");

    /** In a reference. */
    static final List<String> RULE_WITH_VALUE = List.of("when", "carry", "key", "value");

    /** Of one of {@code events:}. */
    static final List<String> EVENT = List.of("event", "key", "data");

    static final List<String> TRANSFER = List.of("from", "to", "reference");

    /** Of one of {@code tests:}. */
    static final List<String> TEST = List.of("name", "file", "header", "before", "rule", "record", "expect");

    /** Of one of {@code before:}. */
    static final List<String> BEFORE = List.of("rule", "record");

    static final List<String> EXPECT_EVENT = List.of("event", "key", "data", "without");
    static final List<String> EXPECT_EVENTS = List.of("events");
    static final List<String> EXPECT_TRANSFER = List.of("transfer", "data", "without");
    static final List<String> EXPECT_VALUE = List.of("key", "value");
    static final List<String> EXPECT_REJECT = List.of("reject", "field");
    static final List<String> EXPECT_SKIP = List.of("skip");

    private Keys() {}
}

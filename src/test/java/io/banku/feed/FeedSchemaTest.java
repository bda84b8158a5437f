package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import io.banku.record.CodePage;
import io.banku.record.Dialect;
import io.banku.record.Framing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor takes and what the compiler takes is the same, key by key. */
class FeedSchemaTest {
    private static final CodePage PAGE = CodePage.of("cp037");
    private static final JsonNode SCHEMA = HeldToSchema.schema();

    private static final Layout LAYOUT = Copybook.parse("REC.cpy", " 01 R.\n 05 R-TYPE PIC X.\n 05 R-SIZE PIC 9.\n");
    private static final Map<String, String> NEEDED =
            Map.of("length-field", "field: R-SIZE, ", "by-type", "field: R-TYPE, lengths: A=2, ");

    private static final String GOOD = """
            feed: deposits
            input: { files: DEP*, copybook: REC.cpy, encoding: us-ascii, framing: lines }
            shared:
              posting: { amount: R-AMOUNT | money 'EUR' }
            records:
              header: { when: R-TYPE = 'H', role: header }
              taken: { when: R-TYPE = 'W', event: MoneyWithdrawn, key: R-ACCT, data: { shared: posting, text: R-TYPE } }
              given: { event: MoneyDeposited, key: R-ACCT, data: posting }
            """;

    @TempDir
    Path directory;

    static Stream<String> parts() {
        return knownToTheCompiler().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void eachPartHasTheKeysThatTheCompilerTakesThere(String part) {
        assertThat(SCHEMA.at(part + "/additionalProperties").isBoolean())
                .as(part)
                .isTrue();
        assertThat(SCHEMA.at(part + "/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(knownToTheCompiler().get(part));
    }

    private static Map<String, List<String>> knownToTheCompiler() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("", Keys.FEED);
        parts.put("/properties/input", Keys.INPUT);
        parts.put("/properties/rejects", Keys.REJECTS);
        parts.put("/properties/sequence", Keys.SEQUENCE);
        parts.put("/properties/unique/oneOf/1", Keys.UNIQUE);
        String framing = "/properties/input/properties/framing/oneOf/1";
        parts.put(framing, List.copyOf(Framing.all().keySet()));
        Framing.all().forEach((name, options) -> parts.put(framing + "/properties/" + name, options));
        parts.put("/$defs/reading", Keys.FIELD);
        parts.put("/$defs/ruleWithRole", Keys.RULE_WITH_ROLE);
        parts.put("/$defs/ruleWithValue", Keys.RULE_WITH_VALUE);
        parts.put("/$defs/expectValue", Keys.EXPECT_VALUE);
        parts.put("/$defs/ruleWithEvent", Keys.RULE_WITH_EVENT);
        parts.put("/$defs/ruleWithEvents", Keys.RULE_WITH_EVENTS);
        parts.put("/$defs/ruleWithTransfer", Keys.RULE_WITH_TRANSFER);
        parts.put("/$defs/ruleWithTransfer/properties/transfer", Keys.TRANSFER);
        parts.put("/$defs/single", Keys.EVENT);
        parts.put("/$defs/test", Keys.TEST);
        parts.put("/$defs/testBefore", Keys.BEFORE);
        parts.put("/$defs/expectEvent", Keys.EXPECT_EVENT);
        parts.put("/$defs/expectEvents", Keys.EXPECT_EVENTS);
        parts.put("/$defs/expectTransfer", Keys.EXPECT_TRANSFER);
        parts.put("/$defs/expectTransfer/properties/transfer", Keys.TRANSFER);
        parts.put("/$defs/expectReject", Keys.EXPECT_REJECT);
        parts.put("/$defs/expectSkip", Keys.EXPECT_SKIP);
        TreeSet<String> ofAny = new TreeSet<>(List.of("shared"));
        for (EventType type : EventType.values()) {
            List<String> properties = new ArrayList<>(List.of("shared"));
            type.properties().forEach(property -> properties.add(property.name()));
            parts.put("/$defs/" + type.text(), properties);
            ofAny.addAll(properties);
        }
        parts.put("/$defs/part", List.copyOf(ofAny));
        return parts;
    }

    @Test
    void noPartOfTheSchemaIsLeftOutOfTheComparison() {
        List<String> closed = new ArrayList<>();
        walk("", SCHEMA, (path, node) -> {
            if (node.has("properties") && node.has("additionalProperties")) {
                closed.add(path);
            }
        });

        closed.remove("/$defs/transfer"); // the properties that MoneySent and MoneyReceived have in common
        assertThat(closed)
                .containsExactlyInAnyOrderElementsOf(knownToTheCompiler().keySet());
    }

    @Test
    void whatAnEventNeedsTheSchemaRequires() {
        for (EventType type : EventType.values()) {
            List<String> needed = type.properties().stream()
                    .filter(Property::isRequired)
                    .map(Property::name)
                    .toList();
            assertThat(texts(SCHEMA.at("/$defs/" + type.text() + "/anyOf/1/required")))
                    .as(type.text())
                    .containsExactlyInAnyOrderElementsOf(needed);
        }
        assertThat(texts(SCHEMA.at("/$defs/event/enum"))).containsExactlyElementsOf(EventType.texts());
    }

    @Test
    void everyKeyIsExplained() {
        walk("", SCHEMA, (path, node) -> {
            if (path.matches(".*/properties/[^/]+") && !path.contains("/allOf/")) {
                JsonNode told =
                        node.has("$ref") ? SCHEMA.at(node.get("$ref").asText().substring(1)) : node;
                assertThat(node.has("description") || told.has("description"))
                        .as(path)
                        .isTrue();
                assertThat(node.has("title") || told.has("title")).as(path).isTrue();
            }
        });
    }

    @Test
    void everyListOfWordsIsTheCompilersOwn() {
        String input = "/properties/input/properties/";
        Map<String, Consumer<String>> closed = new LinkedHashMap<>();
        for (String key : Dialect.KEYS) {
            if (!key.equals("encoding")) {
                closed.put(input + key, word -> Dialect.of(PAGE).with(key, word));
                closed.put(
                        "/$defs/reading/properties/" + key,
                        word -> Dialect.of(PAGE).with(key, word));
            }
        }
        Dialect.OF_RECORDS.forEach(key -> closed.remove("/$defs/reading/properties/" + key));
        Framing.all()
                .forEach((form, options) -> options.stream()
                        .filter(option ->
                                SCHEMA.at(option(form, option) + "/enum").isArray())
                        .forEach(option -> closed.put(
                                option(form, option),
                                word -> Framing.of(
                                        "{" + form + ": {" + NEEDED.getOrDefault(form, "") + option + ": " + word
                                                + "}}",
                                        LAYOUT,
                                        PAGE))));
        closed.put("/properties/role", Kind::of);
        closed.put("/properties/release", Release::of);
        closed.put("/properties/after-gap", Terms.AfterGap::of);
        closed.put("/properties/sequence/properties/gap", Terms.OutOfTurn::of);
        closed.put("/properties/sequence/properties/repeat", Terms.OutOfTurn::of);
        closed.put("/properties/four-eyes/items", Terms::byTwo);
        closed.put("/$defs/ruleWithRole/properties/role", Role::of);
        closed.put(input + "empty", InputReader::empty);
        closed.put(input + "generation", InputReader::generation);
        closed.put(input + "decimal-point", CopybookReader::point);

        List<String> listed = new ArrayList<>();
        walk("", SCHEMA, (path, node) -> {
            if (node.has("enum")) {
                listed.add(path);
            }
        });
        listed.removeAll(List.of("/$defs/event", input + "framing/oneOf/0"));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(closed.keySet());
        closed.forEach((path, compiler) -> {
            TreeSet<String> words = new TreeSet<>();
            SCHEMA.at(path + "/enum").forEach(word -> words.add(word.asText()));
            String refusal = catchThrowable(() -> compiler.accept("nonsense")).getMessage();
            TreeSet<String> told = new TreeSet<>(Arrays.asList(
                    refusal.replaceAll(".*expected (.*), found.*", "$1").split(", | or ")));
            assertThat(words).as(path + " beside: " + refusal).isEqualTo(told);
        });
        assertThat(texts(SCHEMA.at(input + "framing/oneOf/0/enum")))
                .as("those that need no option")
                .isSubsetOf(Framing.all().keySet())
                .contains("fixed", "lines", "rdw", "bdw");
    }

    private static String option(String form, String option) {
        return "/properties/input/properties/framing/oneOf/1/properties/" + form + "/properties/" + option;
    }

    @Test
    void theSampleFeedsAreValid() throws IOException {
        try (Stream<Path> files =
                Stream.of("sample-mainframe-files", "examples").flatMap(FeedSchemaTest::under)) {
            assertThat(files.filter(file -> file.endsWith("feed.yaml")))
                    .hasSizeGreaterThan(2)
                    .allSatisfy(file -> assertThat(HeldToSchema.faults(Files.readString(file)))
                            .isEmpty());
        }
    }

    private static Stream<Path> under(String folder) {
        try {
            return Files.walk(Path.of(folder));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void whatGoesIntoTheWrongOnesIsGood() {
        assertThat(compiler(GOOD)).isEmpty();
        assertThat(HeldToSchema.faults(GOOD)).isEmpty();
    }

    /** A part of {@link #GOOD}, and what stands there instead. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "feed: deposits => name: deposits",
                "feed: deposits => feed: [deposits]",
                "input: => inputs:",
                "files: DEP*, => ",
                "files: DEP*, => files: DEP*, file: X,",
                "copybook: REC.cpy, => ",
                "encoding: us-ascii, => ",
                ", framing: lines => ",
                "framing: lines => framing: rwd",
                "framing: lines => framing: by-type",
                "framing: lines => framing: { lines: { ends: lf } }",
                "framing: lines => framing: { lines: { end: cr } }",
                "framing: lines => framing: { lines: { width: 0 } }",
                "framing: lines => framing: { lines: { width: wide } }",
                "framing: lines => framing: { fixed: { length: 16 }, lines: { end: lf } }",
                "framing: lines => framing: { rdw: { inclusive: maybe } }",
                "framing: lines => framing: { bdw: { zero-word: record } }",
                "framing: lines => framing: [lines]",
                "framing: lines => framing: lines, signs: loose",
                "framing: lines => framing: lines, spaces: none",
                "framing: lines => framing: lines, empty: maybe",
                "framing: lines => framing: lines, ready: soon",
                "framing: lines => framing: lines, decimal-point: dot",
                "framing: lines => framing: lines, fields: { R-ACCT: { odo: padded } }",
                "framing: lines => framing: lines, fields: { R-ACCT: { sign: strict } }",
                "framing: lines => framing: lines, replacing: x",
                "amount: R-AMOUNT => amuont: R-AMOUNT",
                "role: header => role: head",
                "role: header => role: header, key: R-ACCT",
                "role: header => role: header, event: AccountClosed",
                "when: R-TYPE = 'W', => wen: R-TYPE = 'W',",
                "event: MoneyWithdrawn, => ",
                "event: MoneyWithdrawn, => event: MoneyWithdraw,",
                "event: MoneyWithdrawn, => event: AccountOpened,",
                "event: MoneyWithdrawn, => transfer: { from: R-ACCT, to: R-ACCT, reference: R-ACCT },",
                "key: R-ACCT, data: posting => key: R-ACCT, datum: posting",
                "key: R-ACCT, data: posting => data: posting",
                "key: R-ACCT, data: posting => key: R-ACCT",
                "key: R-ACCT, data: posting => key: [R-ACCT], data: posting",
                "key: R-ACCT, data: posting => key: R-ACCT, data: { text: R-TYPE }",
                "event: MoneyDeposited, key: R-ACCT, data: posting => events: []",
                "event: MoneyDeposited, key: R-ACCT, data: posting => events: [{ key: R-ACCT, data: posting }]",
                "event: MoneyDeposited, key: R-ACCT, data: posting => transfer: { from: R-ACCT }, data: posting",
                "event: MoneyDeposited, key: R-ACCT, data: posting => "
                        + "transfer: { from: R-ACCT, to: R-ACCT, reference: R-ACCT, ref: X }, data: posting",
                "shared: => private: R-ACCT\nshared:",
                "shared: => release: always\nshared:",
                "shared: => after-gap: stops\nshared:",
                "shared: => after: { feed: A }\nshared:",
                "shared: => sequence: { gap: asks }\nshared:",
                "shared: => sequence: { gaps: told }\nshared:",
                "shared: => four-eyes: [correct]\nshared:",
                "shared: => four-eyes: release\nshared:",
                "shared: => four-eyes: [release, release]\nshared:",
                "shared: => rejects: { tolerate: -1 }\nshared:",
                "shared: => rejects: { tolerate: some }\nshared:",
                "shared: => due: soon\nshared:",
                "shared: => due: 2:30\nshared:",
                "shared: => due: 02:30\ngrace: 30\nshared:",
                "shared: => due: 02:30\ndays: [mon]\nshared:",
                "shared: => rejects: {}\nshared:",
                "shared: => rejects: 3\nshared:",
                "shared: => unique: { days: 3 }\nshared:",
                "shared: => unique: { key: R-ACCT, days: 0 }\nshared:",
                "shared: => unique: { key: R-ACCT, day: 3 }\nshared:",
                "shared: => controls: count()\nshared:",
                "shared: => controls: { records: [1] }\nshared:",
                "shared: => tests: [{ name: a, record: {} }]\nshared:",
                "shared: => tests: [{ name: a, record: [], expect: { skip: true } }]\nshared:",
                "shared: => tests: [{ name: a, record: {}, expect: { skip: true, event: AccountClosed } }]\nshared:",
                "shared: => tests: [{ name: a, record: {}, expect: { skip: no } }]\nshared:",
                "shared: => tests: [{ name: a, recrod: {}, record: {}, expect: { skip: true } }]\nshared:",
                "shared: => tests: [{ name: a, record: {}, expect: { reject: 2006 } }]\nshared:",
                "shared: => tests: [{ name: a, record: {}, expect: { event: MoneyDeposited, keys: 1 } }]\nshared:",
                "shared: => control: { records: count() = 1 }\nshared:",
            })
    void whatIsWrongIsRefusedByBoth(String change) {
        String[] parts = change.split(" => ?", 2);
        int at = GOOD.indexOf(parts[0]);
        String wrong = GOOD.substring(0, at) + parts[1] + GOOD.substring(at + parts[0].length());

        assertThat(compiler(wrong)).as("the compiler").isNotEmpty();
        assertThat(HeldToSchema.faults(wrong)).as("the schema").isNotEmpty();
    }

    private List<String> compiler(String yaml) {
        return new FeedFolder(directory, "deposits")
                .with("REC.cpy", " 01 R.\n 05 R-TYPE PIC X.\n 05 R-ACCT PIC 9(10).\n 05 R-AMOUNT PIC 9(5)V99.\n")
                .with("feed.yaml", yaml)
                .faults();
    }

    private interface Visitor {
        void see(String path, JsonNode node);
    }

    private static void walk(String path, JsonNode node, Visitor visitor) {
        if (node.isObject()) {
            visitor.see(path, node);
        }
        node.properties().forEach(each -> walk(path + "/" + each.getKey(), each.getValue(), visitor));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(path + "/" + i, node.get(i), visitor);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}

package io.banku.feed;

import io.banku.feed.definition.Item;
import io.banku.feed.definition.Nearest;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import io.banku.feed.expression.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code tests:}; faults are told, and a test with one is left out. */
final class TestsReader {
    private final Fields fields;
    private final FilePattern files;
    private final Mapping mapping;
    private final Map<String, Text> names = new HashMap<>();

    /**
     * @param files null where they have faults
     * @param mapping null where the rules have faults
     */
    TestsReader(Fields fields, FilePattern files, Mapping mapping) {
        this.fields = fields;
        this.files = files;
        this.mapping = mapping;
    }

    List<FeedTest> read(Item item) {
        TestRecords records = fields.areKnown() ? new TestRecords(fields, mapping) : null;
        List<FeedTest> tests = new ArrayList<>();
        for (Item each : item.list()) {
            each.section().flatMap(section -> test(section, records)).ifPresent(tests::add);
        }
        return tests;
    }

    private Optional<FeedTest> test(Section section, TestRecords records) {
        section.only(Keys.TEST);
        Optional<Text> name = section.requiredText("name");
        name.ifPresent(this::requireNew);
        Optional<FileName> file = file(section);
        Optional<Rule> rule = section.text("rule").flatMap(this::rule);
        Optional<Section> record = section.required("record").flatMap(Item::section);
        Optional<Expectation> expectation =
                section.required("expect").flatMap(Item::section).flatMap(ExpectationReader::read);
        if (records == null) {
            return Optional.empty();
        }
        List<Optional<byte[]>> all = new ArrayList<>();
        header(section, records).ifPresent(all::add);
        for (Item before : section.item("before").map(Item::list).orElse(List.of())) {
            all.add(before.section().flatMap(each -> before(each, records)));
        }
        all.add(record.flatMap(each -> records.record(each, rule)));
        boolean isWhole = all.stream().allMatch(Optional::isPresent);
        if (name.isEmpty() || file.isEmpty() || expectation.isEmpty() || mapping == null || !isWhole) {
            return Optional.empty();
        }
        return Optional.of(new FeedTest(
                name.get().value(),
                section.line(),
                file.get(),
                all.stream().flatMap(Optional::stream).toList(),
                rule.map(Rule::name).orElse(null),
                expectation.get()));
    }

    private void requireNew(Text name) {
        if (names.putIfAbsent(name.value(), name) != null) {
            name.fault("expected another name for each test, found '" + name.value() + "' twice");
        }
    }

    /** Empty where there is none; within, empty where there were faults. */
    private static Optional<Optional<byte[]>> header(Section section, TestRecords records) {
        if (section.has("header")) {
            return Optional.of(section.section("header").flatMap(each -> records.record(each, records.header())));
        }
        return records.header().map(rule -> Optional.of(records.record(rule)));
    }

    /** A record before it, as the test's own one is written. */
    private Optional<byte[]> before(Section section, TestRecords records) {
        Section only = section.only(Keys.BEFORE);
        Optional<Rule> rule = only.text("rule").flatMap(this::rule);
        return only.required("record").flatMap(Item::section).flatMap(each -> records.record(each, rule));
    }

    private Optional<Rule> rule(Text name) {
        if (mapping == null) {
            return Optional.empty();
        }
        Optional<Rule> rule = mapping.all().stream()
                .filter(each -> each.name().equals(name.value()))
                .findFirst();
        if (rule.isEmpty()) {
            name.fault("unknown rule '" + name.value() + "'"
                    + Nearest.meant(
                            name.value(), mapping.all().stream().map(Rule::name).toList()));
        }
        return rule;
    }

    private Optional<FileName> file(Section section) {
        if (files == null) {
            return Optional.empty();
        }
        Optional<Text> given = section.text("file");
        if (given.isEmpty()) {
            return files.match(files.name(TestRecords.SOME_TIME.toLocalDate(), 1));
        }
        Optional<FileName> file = files.match(given.get().value());
        if (file.isEmpty()) {
            given.get()
                    .fault("expected a name that 'files' claims, " + files.text() + ", found '"
                            + given.get().value() + "'");
        }
        return file;
    }
}

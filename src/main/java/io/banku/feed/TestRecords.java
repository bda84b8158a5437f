package io.banku.feed;

import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import io.banku.feed.expression.Fields;
import io.banku.feed.expression.Use;
import io.banku.record.Assignment;
import io.banku.record.RecordEncoder;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the records of a feed's tests: what is given by name, and around it what a rule asks for. */
final class TestRecords {
    /** Of dates that are not given: each of its parts is another number. */
    static final LocalDateTime SOME_TIME = LocalDateTime.of(2001, 2, 3, 4, 5, 6);

    private static final Pattern BYTES = Pattern.compile("[Xx]'([^']*)'");

    private final RecordEncoder encoder;
    private final Mapping mapping;

    /** @param mapping null where the rules have faults */
    TestRecords(Fields fields, Mapping mapping) {
        this.encoder = fields.encoder();
        this.mapping = mapping;
    }

    /** The rule of the header; empty where the feed has none. */
    Optional<Rule> header() {
        return mapping == null
                ? Optional.empty()
                : mapping.all().stream()
                        .filter(rule -> rule.role() == Role.HEADER)
                        .findFirst();
    }

    Optional<Rule> rule(String name) {
        return mapping == null
                ? Optional.empty()
                : mapping.all().stream()
                        .filter(rule -> rule.name().equals(name))
                        .findFirst();
    }

    /** What the rule's condition asks for, and dates where it, or for a header any rule, reads them. */
    private List<Assignment> asked(Rule rule) {
        List<Assignment> asked = new ArrayList<>();
        List<Use> uses = rule.role() == Role.HEADER
                ? mapping.uses().ofHeader()
                : mapping.uses().of(rule.name());
        for (Use use : uses) {
            if (use instanceof Use.Dated dated) {
                asked.add(Assignment.value(encoder.reference(dated.field()), dated.text(SOME_TIME)));
            }
        }
        asked.addAll(new Demands(encoder).of(rule.when()));
        return asked;
    }

    /** Of a rule alone. */
    byte[] record(Rule rule) {
        return encoder.record(asked(rule));
    }

    /** Empty when there were faults, which are told. */
    Optional<byte[]> record(Section section, Optional<Rule> rule) {
        List<Assignment> all = new ArrayList<>(rule.map(this::asked).orElse(List.of()));
        Map<Assignment, Text> given = new LinkedHashMap<>();
        boolean isGood = true;
        for (Section.Entry entry : section.entries()) {
            Optional<Text> text = entry.item().text();
            isGood &= text.isPresent() && isKnown(entry.name());
            text.ifPresent(value -> given.put(assignment(entry.name().value(), value), value));
        }
        if (!isGood) {
            return Optional.empty();
        }
        all.addAll(given.keySet());
        List<String> unfit = new ArrayList<>();
        try {
            byte[] record = encoder.record(all, (assignment, told) -> {
                unfit.add(told);
                Text at = given.get(assignment);
                if (at == null) {
                    section.fault(told);
                } else {
                    at.fault(told);
                }
            });
            return unfit.isEmpty() ? Optional.of(record) : Optional.empty();
        } catch (IllegalArgumentException refused) {
            section.fault(refused.getMessage());
            return Optional.empty();
        }
    }

    private boolean isKnown(Text name) {
        try {
            encoder.require(name.value());
            return true;
        } catch (IllegalArgumentException unknown) {
            name.fault(unknown.getMessage());
            return false;
        }
    }

    /** {@code X'1C'}, not within quotes of YAML, is bytes. */
    private static Assignment assignment(String name, Text value) {
        Matcher bytes = BYTES.matcher(value.value());
        return value.isPlain() && bytes.matches()
                ? Assignment.bytes(name, bytes.group(1))
                : Assignment.value(name, value.value());
    }
}

package io.banku.feed;

import io.banku.feed.definition.Faults;
import io.banku.feed.definition.Item;
import io.banku.feed.definition.Section;
import io.banku.feed.expression.ExpressionCompiler;
import io.banku.feed.expression.Fields;
import io.banku.record.FieldReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns {@code records:} and {@code controls:} into what is done with each record. */
final class MappingCompiler {
    private final Section section;
    private final InputReader.Reading input;
    private final Feed.Values values;
    private final Faults faults;
    private final Kind kind;

    /** @param section the definition as a whole */
    MappingCompiler(Section section, InputReader.Reading input, Feed.Values values, Faults faults) {
        this.kind = InputReader.parsed(section.text("role"), Kind::of).orElse(Kind.EVENTS);
        this.section = section;
        this.input = input;
        this.values = values;
        this.faults = faults;
    }

    /** Empty where anything has a fault: all of them are told, and then there is nothing to put together. */
    Optional<Mapping> compile(Section records) {
        Fields fields = input.fields();
        Set<String> facts = input.files().map(FilePattern::facts).orElse(FilePattern.ALL_FACTS);
        section.item("private")
                .filter(names -> values == Feed.Values.MASKED)
                .ifPresent(names -> InputReader.hide(fields, names));
        ConditionCompiler conditions = new ConditionCompiler(fields);
        Carrying carrying = Carrying.of(records, fields);
        ExpressionCompiler expressions =
                new ExpressionCompiler(fields, input.zone(), facts, hasHeader(records), carrying.carriers());
        DataCompiler data = new DataCompiler(expressions, section.section("shared"));
        RuleCompiler compiler =
                new RuleCompiler(fields, conditions, new MakerCompiler(expressions, data), carrying, kind);
        List<Rule> rules = rules(records, compiler);
        data.tellUnused();
        ControlCompiler compiled = new ControlCompiler(fields, rules, facts, carrying.carriers());
        Controls controls = compiled.compile(section.section("controls"));
        Unique unique = unique(rules, expressions);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        Function<Rule, List<FieldReader>> read = rule -> Stream.of(
                        expressions.readFrom(rule.name()),
                        rule.role() == Role.HEADER ? expressions.readFromHeader() : List.<FieldReader>of(),
                        compiled.readFrom(rule.role()),
                        controls.fieldsOf(rule),
                        rule.carried())
                .flatMap(List::stream)
                .toList();
        Rejection rejection = new Rejection(fields, conditions.asked());
        return Optional.of(new Mapping(
                kind,
                rules.toArray(Rule[]::new),
                controls,
                Numbers.of(rules, read),
                RecordEnds.of(rules, fields, read, conditions::asked),
                rejection,
                unique,
                carrying.carriers().count(),
                expressions.uses()));
    }

    private Unique unique(List<Rule> rules, ExpressionCompiler expressions) {
        Optional<Item> item = section.item("unique");
        if (kind == Kind.REFERENCE) {
            item.ifPresent(
                    more -> more.fault(
                            "expected no 'unique' in a reference, found one: no key may be there twice in a file of it as it is"));
            return Unique.keysOf(rules);
        }
        return item.map(text -> Unique.of(text, rules, input.fields(), expressions))
                .orElse(Unique.NONE);
    }

    private static List<Rule> rules(Section records, RuleCompiler compiler) {
        List<Rule> rules = new ArrayList<>();
        Rule unconditional = null;
        for (Section.Entry entry : records.entries()) {
            if (unconditional != null) {
                entry.name()
                        .fault("expected 'when' in rule '" + unconditional.name() + "' before this one, found none: '"
                                + entry.name().value() + "' is never reached");
            }
            Rule rule = compiler.compile(rules.size(), entry);
            unconditional = rule.when() == RecordCondition.ALWAYS ? rule : unconditional;
            rules.add(rule);
        }
        if (rules.isEmpty()) {
            records.fault("expected at least one rule, found none");
        }
        return rules;
    }

    /** Asked before the rules are compiled, as any of them may look at the header. */
    static boolean hasHeader(Section records) {
        return records.entries().stream()
                .filter(entry -> !entry.item().isText())
                .flatMap(entry -> entry.item().section().stream())
                .filter(rule -> rule.has("role"))
                .flatMap(rule -> rule.text("role").stream())
                .anyMatch(role -> role.value().equals("header"));
    }
}

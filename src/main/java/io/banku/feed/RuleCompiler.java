package io.banku.feed;

import io.banku.feed.Each.Occurrence;
import io.banku.feed.definition.Misuse;
import io.banku.feed.definition.Nearest;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import io.banku.feed.definition.Tokens;
import io.banku.feed.expression.Fields;
import io.banku.feed.expression.Occurrences;
import java.util.List;
import java.util.Optional;

/** Turns one entry of {@code records:} into a {@link Rule}. */
final class RuleCompiler {
    /** Stands for a condition with a fault: the feed is not going to be used. */
    private static final RecordCondition UNKNOWN = frame -> false;

    private final Fields fields;
    private final ConditionCompiler conditions;
    private final MakerCompiler makers;
    private final Carrying carrying;
    private final Kind kind;

    RuleCompiler(Fields fields, ConditionCompiler conditions, MakerCompiler makers, Carrying carrying, Kind kind) {
        this.kind = kind;
        this.fields = fields;
        this.conditions = conditions;
        this.makers = makers;
        this.carrying = carrying;
    }

    /** Faults are told; what is returned is then good only for going on looking for more of them. */
    Rule compile(int number, Section.Entry entry) {
        String name = entry.name().value();
        Section section = entry.item().section().orElse(null);
        if (section == null) {
            return Rule.of(number, name, UNKNOWN, Role.SKIP, null);
        }
        RecordCondition when = section.has("when")
                ? section.text("when")
                        .flatMap(text -> conditions.compile(name, text))
                        .orElse(UNKNOWN)
                : RecordCondition.ALWAYS;
        Carry carry = carrying.of(name).orElse(null);
        List<String> known = kind.purposes();
        List<String> purposes = known.stream().filter(section::has).toList();
        if (purposes.size() != 1) {
            entry.name()
                    .fault("expected one of " + Nearest.either(known) + " in rule '" + name
                            + "', found " + (purposes.isEmpty() ? "none" : String.join(" and ", purposes))
                            + kind.advice(section::has));
            makers.in(name, fields).look(section);
            return Rule.of(number, name, UNKNOWN, Role.SKIP, carry);
        }
        if (section.has("role")) {
            Role role = role(section.only(Keys.RULE_WITH_ROLE));
            return Rule.of(number, name, when, role, carry);
        }
        MakerCompiler ofRule = makers.in(name, fields);
        if (kind == Kind.REFERENCE) {
            return new Rule(number, name, when, Role.EVENTS, new EventMaker[0], ofRule.entry(section), null, carry);
        }
        if (!section.has("each")) {
            return new Rule(number, name, when, Role.EVENTS, ofRule.compile(section), null, null, carry);
        }
        Each each =
                section.text("each").flatMap(text -> each(text, name, section)).orElse(null);
        return new Rule(number, name, when, Role.EVENTS, new EventMaker[0], null, each, carry);
    }

    private Optional<Each> each(Text text, String rule, Section section) {
        try {
            Occurrences occurrences = fields.each(new Tokens(text.value()).reference());
            Occurrence[] all = new Occurrence[occurrences.all().size()];
            for (int i = 0; i < all.length; i++) {
                Fields here = fields.at(occurrences, i);
                all[i] = new Occurrence(
                        condition(text, here), makers.in(rule, here).compile(section));
            }
            return Optional.of(new Each(text.value().strip(), occurrences, all));
        } catch (Misuse misuse) {
            text.fault(misuse);
            makers.in(rule, Fields.unknown()).compile(section);
            return Optional.empty();
        }
    }

    /** What may stand behind the table: {@code when LINE-TYPE(*) = 'D'}. */
    private RecordCondition condition(Text text, Fields here) {
        Tokens tokens = new Tokens(text.value());
        tokens.reference();
        if (!tokens.takesWord("when")) {
            tokens.end();
            return RecordCondition.ALWAYS;
        }
        return conditions.of(here).conditions(tokens, text).orElse(UNKNOWN);
    }

    private static Role role(Section section) {
        Optional<Text> text = section.text("role");
        try {
            return text.map(role -> Role.of(role.value())).orElse(Role.SKIP);
        } catch (IllegalArgumentException unknown) {
            text.orElseThrow().fault(unknown.getMessage());
            return Role.SKIP;
        }
    }
}

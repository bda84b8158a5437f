package io.banku.feed;

import io.banku.feed.definition.Item;
import io.banku.feed.definition.Misuse;
import io.banku.feed.definition.Nearest;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.ExpressionCompiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns one entry of {@code records:} into a {@link Rule}. */
final class RuleCompiler {
    private static final String[] PURPOSES = {"role", "event", "events", "transfer"};

    /** Stands for a condition with a fault: the feed is not going to be used. */
    private static final RecordCondition UNKNOWN = frame -> false;

    private final ConditionCompiler conditions;
    private final ExpressionCompiler expressions;
    private final DataCompiler data;

    RuleCompiler(ConditionCompiler conditions, ExpressionCompiler expressions, DataCompiler data) {
        this.conditions = conditions;
        this.expressions = expressions;
        this.data = data;
    }

    /** Faults are told; what is returned is then good only for going on looking for more of them. */
    Rule compile(int number, Section.Entry entry) {
        String name = entry.name().value();
        Section section = entry.item().section().orElse(null);
        if (section == null) {
            return new Rule(number, name, UNKNOWN, Role.SKIP, new EventMaker[0]);
        }
        RecordCondition when = section.has("when")
                ? section.text("when").flatMap(conditions::compile).orElse(UNKNOWN)
                : RecordCondition.ALWAYS;
        List<String> purposes = Arrays.stream(PURPOSES).filter(section::has).toList();
        if (purposes.size() != 1) {
            entry.name()
                    .fault("expected one of " + Nearest.either(List.of(PURPOSES)) + " in rule '" + name + "', found "
                            + (purposes.isEmpty() ? "none" : String.join(" and ", purposes)));
            return new Rule(number, name, when, Role.SKIP, new EventMaker[0]);
        }
        List<EventMaker> makers = new ArrayList<>();
        Role role = Role.EVENTS;
        switch (purposes.get(0)) {
            case "role" -> role = role(section.only("when", "role"));
            case "event" ->
                single(section.only("when", "event", "key", "data"), section).ifPresent(makers::add);
            case "events" -> several(section.only("when", "events", "key"), makers);
            default -> transfer(section.only("when", "transfer", "data")).ifPresent(makers::add);
        }
        return new Rule(number, name, when, role, makers.toArray(EventMaker[]::new));
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

    private void several(Section rule, List<EventMaker> makers) {
        List<Item> events = rule.item("events").map(Item::list).orElse(List.of());
        if (events.isEmpty()) {
            rule.item("events").ifPresent(item -> item.fault("expected at least one event, found none"));
        }
        for (Item event : events) {
            event.section()
                    .map(section -> section.only("event", "key", "data"))
                    .flatMap(section -> single(section, section.has("key") ? section : rule))
                    .ifPresent(makers::add);
        }
    }

    /** @param keyed where the key stands */
    private Optional<EventMaker> single(Section event, Section keyed) {
        Optional<AccountId> key = id(keyed, "key");
        Optional<EventType> type = event.requiredText("event").flatMap(DataCompiler::type);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Optional<Expression[]> values =
                data.compile(event, type.get().properties(), type.get().text());
        return key.isEmpty() || values.isEmpty()
                ? Optional.empty()
                : Optional.of(new EventMaker.Single(type.get(), key.get(), values.get()));
    }

    private Optional<EventMaker> transfer(Section rule) {
        Optional<Section> ends = rule.section("transfer").map(section -> section.only("from", "to", "reference"));
        Optional<AccountId> from = ends.flatMap(section -> id(section, "from"));
        Optional<AccountId> to = ends.flatMap(section -> id(section, "to"));
        Optional<AccountId> reference = ends.flatMap(section -> id(section, "reference"));
        List<Property> shared = EventType.MONEY_SENT.properties().subList(0, 3);
        Optional<Expression[]> values = data.compile(rule, shared, "a transfer");
        return from.isEmpty() || to.isEmpty() || reference.isEmpty() || values.isEmpty()
                ? Optional.empty()
                : Optional.of(new EventMaker.Transfer(from.get(), to.get(), reference.get(), values.get()));
    }

    private Optional<AccountId> id(Section section, String key) {
        Optional<Text> text = section.requiredText(key);
        try {
            return text.flatMap(expressions::compile).map(AccountId::of);
        } catch (Misuse misuse) {
            text.orElseThrow().fault("'" + key + "': " + misuse.getMessage());
            return Optional.empty();
        }
    }
}

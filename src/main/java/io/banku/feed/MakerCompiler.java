package io.banku.feed;

import io.banku.feed.definition.Item;
import io.banku.feed.definition.Misuse;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.ExpressionCompiler;
import io.banku.feed.expression.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the {@code event}, {@code events} or {@code transfer} of a rule into what makes its events. */
final class MakerCompiler {
    private final ExpressionCompiler expressions;
    private final DataCompiler data;

    MakerCompiler(ExpressionCompiler expressions, DataCompiler data) {
        this.expressions = expressions;
        this.data = data;
    }

    /** For the records of a rule, or for one occurrence in them. */
    MakerCompiler in(String rule, Fields fields) {
        ExpressionCompiler here = expressions.in(rule, fields);
        return new MakerCompiler(here, data.in(here));
    }

    /** Faults are told; what has one is left out. */
    EventMaker[] compile(Section rule) {
        List<EventMaker> makers = new ArrayList<>();
        if (rule.has("event")) {
            single(rule.only(Keys.RULE_WITH_EVENT), rule).ifPresent(makers::add);
        } else if (rule.has("events")) {
            several(rule.only(Keys.RULE_WITH_EVENTS), makers);
        } else {
            transfer(rule.only(Keys.RULE_WITH_TRANSFER)).ifPresent(makers::add);
        }
        return makers.toArray(EventMaker[]::new);
    }

    /** Tells what else is wrong with a rule that says not what it is for, or too much. */
    void look(Section rule) {
        List<String> keys = new ArrayList<>(Kind.EVENTS.purposes());
        keys.addAll(List.of("when", "carry", "each", "key", "value", "data"));
        rule.only(keys);
        data.look(rule);
    }

    /** Of a rule of a reference; null where it has a fault, which is told. */
    EntryMaker entry(Section rule) {
        Section known = rule.only(Keys.RULE_WITH_VALUE);
        Optional<Expression> key = part(known, "key");
        Optional<Expression> value = part(known, "value");
        return key.isEmpty() || value.isEmpty() ? null : new EntryMaker(key.get(), value.get());
    }

    private Optional<Expression> part(Section rule, String what) {
        Optional<Text> text = rule.requiredText(what);
        try {
            return text.flatMap(expressions::compile).map(part -> {
                expressions.uses().reference(part);
                return EntryMaker.part(what, part);
            });
        } catch (Misuse misuse) {
            text.orElseThrow().fault("'" + what + "': " + misuse.getMessage());
            return Optional.empty();
        }
    }

    private void several(Section rule, List<EventMaker> makers) {
        List<Item> events = rule.item("events").map(Item::list).orElse(List.of());
        if (events.isEmpty()) {
            rule.item("events").ifPresent(item -> item.fault("expected at least one event, found none"));
        }
        for (Item event : events) {
            event.section()
                    .map(section -> section.only(Keys.EVENT))
                    .flatMap(section -> single(section, section.has("key") ? section : rule))
                    .ifPresent(makers::add);
        }
    }

    /** @param keyed where the key stands */
    private Optional<EventMaker> single(Section event, Section keyed) {
        Optional<IdOf> key = id(keyed, "key", IdOf.Named.ACCOUNT);
        Optional<EventType> type = event.requiredText("event").flatMap(DataCompiler::type);
        if (type.isEmpty()) {
            data.look(event);
            return Optional.empty();
        }
        Optional<Expression[]> values =
                data.compile(event, type.get().properties(), type.get().text());
        return key.isEmpty() || values.isEmpty()
                ? Optional.empty()
                : Optional.of(new EventMaker.Single(type.get(), key.get(), values.get()));
    }

    private Optional<EventMaker> transfer(Section rule) {
        Optional<Section> ends = rule.section("transfer").map(section -> section.only(Keys.TRANSFER));
        Optional<IdOf> from = ends.flatMap(section -> id(section, "from", IdOf.Named.ACCOUNT));
        Optional<IdOf> to = ends.flatMap(section -> id(section, "to", IdOf.Named.ACCOUNT));
        Optional<IdOf> reference = ends.flatMap(section -> id(section, "reference", IdOf.Named.REFERENCE));
        List<Property> shared = EventType.MONEY_SENT.properties().subList(0, 3);
        Optional<Expression[]> values = data.compile(rule, shared, "a transfer");
        return from.isEmpty() || to.isEmpty() || reference.isEmpty() || values.isEmpty()
                ? Optional.empty()
                : Optional.of(new EventMaker.Transfer(from.get(), to.get(), reference.get(), values.get()));
    }

    private IdOf id(Expression id, IdOf.Named named) {
        if (named == IdOf.Named.ACCOUNT) {
            expressions.uses().account(id);
        } else {
            expressions.uses().reference(id);
        }
        return IdOf.of(id, named);
    }

    private Optional<IdOf> id(Section section, String key, IdOf.Named named) {
        Optional<Text> text = section.requiredText(key);
        try {
            return text.flatMap(expressions::compile).map(id -> id(id, named));
        } catch (Misuse misuse) {
            text.orElseThrow().fault("'" + key + "': " + misuse.getMessage());
            return Optional.empty();
        }
    }
}

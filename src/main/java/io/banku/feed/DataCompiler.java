package io.banku.feed;

import io.banku.feed.definition.Item;
import io.banku.feed.definition.Misuse;
import io.banku.feed.definition.Nearest;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.ExpressionCompiler;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns {@code data:}, written out or named in {@code shared:}, into the values of an event's properties. */
final class DataCompiler {
    private final ExpressionCompiler expressions;
    private final Map<String, Section> shared;
    private final Map<String, Text> names;
    private final Set<String> used;

    DataCompiler(ExpressionCompiler expressions, Optional<Section> shared) {
        this(expressions, new TreeMap<>(), new TreeMap<>(), new HashSet<>());
        shared.ifPresent(sections -> sections.entries()
                .forEach(entry -> entry.item().section().ifPresent(section -> {
                    this.shared.put(entry.name().value(), section);
                    names.put(entry.name().value(), entry.name());
                })));
    }

    private DataCompiler(
            ExpressionCompiler expressions, Map<String, Section> shared, Map<String, Text> names, Set<String> used) {
        this.expressions = expressions;
        this.shared = shared;
        this.names = names;
        this.used = used;
    }

    /** The same shared parts, in other places. */
    DataCompiler in(ExpressionCompiler expressions) {
        return new DataCompiler(expressions, shared, names, used);
    }

    /** Empty, with a fault told, when there is no such event. */
    static Optional<EventType> type(Text name) {
        Optional<EventType> type = Arrays.stream(EventType.values())
                .filter(each -> each.text().equals(name.value()))
                .findFirst();
        if (type.isEmpty()) {
            name.fault(
                    "unknown event '" + name.value() + "'; expected " + Nearest.first(name.value(), EventType.texts()));
        }
        return type;
    }

    /** One value for each property, null where an optional one is not given; empty when there was a fault. */
    Optional<Expression[]> compile(Section event, List<Property> properties, String what) {
        Expression[] values = new Expression[properties.size()];
        Optional<Section> data = event.item("data").flatMap(this::data);
        if (event.has("data") && data.isEmpty()) {
            return Optional.empty();
        }
        String[] names = properties.stream().map(Property::name).toArray(String[]::new);
        data.ifPresent(section -> section.only(names));
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            Property property = properties.get(i);
            Optional<Text> text = data.flatMap(section -> section.text(property.name()));
            values[i] = text.flatMap(given -> value(property, given)).orElse(null);
            boolean given = data.map(section -> section.has(property.name())).orElse(false);
            if (property.isRequired() && !given) {
                data.orElse(event).fault("'" + property.name() + "' is missing for " + what);
            }
            complete &= values[i] != null || !given && !property.isRequired();
        }
        return complete ? Optional.of(values) : Optional.empty();
    }

    /** A shared part that nothing refers to is a slip of the pen. */
    void tellUnused() {
        names.forEach((name, text) -> {
            if (!used.contains(name)) {
                text.fault("expected 'data: " + name + "' in a rule, found none that uses this shared part");
            }
        });
    }

    private Optional<Section> data(Item item) {
        if (!item.isText()) {
            return item.section();
        }
        Optional<Text> name = item.text();
        used.add(name.map(Text::value).orElse(""));
        Optional<Section> section = name.map(Text::value).map(shared::get);
        if (name.isPresent() && section.isEmpty()) {
            name.get()
                    .fault("unknown shared part '" + name.get().value() + "'; "
                            + (shared.isEmpty()
                                    ? "there is none under 'shared'"
                                    : "expected " + Nearest.first(name.get().value(), shared.keySet())));
        }
        return section;
    }

    private Optional<Expression> value(Property property, Text text) {
        try {
            Optional<Expression> value = expressions.compile(text).map(property.kind()::from);
            if (property.isRequired() && value.map(Expression::mayBeAbsent).orElse(false)) {
                text.fault("'" + property.name()
                        + "' is required, and could be left out here: by 'omit-blank', or by a filler that means null");
                return Optional.empty();
            }
            return value;
        } catch (Misuse misuse) {
            text.fault("'" + property.name() + "': " + misuse.getMessage());
            return Optional.empty();
        }
    }
}

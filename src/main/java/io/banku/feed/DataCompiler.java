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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Turns {@code data:}, written out, named in {@code shared:} or extending what is named there, into the values of an event's properties. */
final class DataCompiler {
    /** The key of a shared part that is extended by what stands beside it. */
    private static final String SHARED = "shared";

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
            name.fault("unknown event '" + name.value() + "'" + Nearest.meant(name.value(), EventType.texts()));
        }
        return type;
    }

    /** One value for each property, null where an optional one is not given; empty when there was a fault. */
    Optional<Expression[]> compile(Section event, List<Property> properties, String what) {
        Expression[] values = new Expression[properties.size()];
        Optional<List<Section>> parts = event.item("data").map(this::parts);
        if (parts.isPresent() && parts.get().isEmpty()) {
            return Optional.empty();
        }
        List<Section> given = parts.orElse(List.of());
        List<String> names = Stream.concat(properties.stream().map(Property::name), Stream.of(SHARED))
                .toList();
        given.forEach(part -> part.only(names));
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            Property property = properties.get(i);
            Optional<Item> item = given.stream()
                    .flatMap(part -> part.item(property.name()).stream())
                    .findFirst();
            values[i] = item.flatMap(Item::text)
                    .flatMap(text -> value(property, text))
                    .orElse(null);
            if (property.isRequired() && item.isEmpty()) {
                (given.isEmpty() ? event : given.get(0)).fault("'" + property.name() + "' is missing for " + what);
            }
            complete &= values[i] != null || item.isEmpty() && !property.isRequired();
        }
        return complete ? Optional.of(values) : Optional.empty();
    }

    /** Tells what is wrong with the values of {@code data}, where of what event they are cannot be known. */
    void look(Section event) {
        event.item("data").map(this::parts).orElse(List.of()).stream()
                .flatMap(part -> part.entries().stream())
                .filter(entry ->
                        !entry.name().value().equals(SHARED) && entry.item().isText())
                .forEach(entry -> entry.item().text().ifPresent(expressions::compile));
    }

    /** A shared part that nothing refers to is a slip of the pen. */
    void tellUnused() {
        names.forEach((name, text) -> {
            if (!used.contains(name)) {
                text.fault("expected 'data: " + name + "' in a rule, found none that uses this shared part");
            }
        });
    }

    /** What was written, and then what it extends, and so on: what comes first counts. Empty when there was a fault. */
    private List<Section> parts(Item item) {
        List<Section> parts = new ArrayList<>();
        Optional<Section> next = item.isText() ? item.text().flatMap(this::sharedPart) : item.section();
        while (next.isPresent()) {
            parts.add(next.get());
            Optional<Text> extended = next.get().item(SHARED).flatMap(Item::text);
            next = extended.flatMap(this::sharedPart);
            if (next.isPresent() && parts.contains(next.get())) {
                extended.orElseThrow().fault("'" + extended.get().value() + "' extends itself");
                return List.of();
            }
            if (extended.isPresent() && next.isEmpty()) {
                return List.of();
            }
        }
        return parts;
    }

    private Optional<Section> sharedPart(Text name) {
        used.add(name.value());
        Section part = shared.get(name.value());
        if (part == null) {
            name.fault("unknown shared part '" + name.value() + "'"
                    + (shared.isEmpty()
                            ? "; there is none under 'shared'"
                            : Nearest.meant(name.value(), shared.keySet())));
        }
        return Optional.ofNullable(part);
    }

    private Expression from(Property property, Expression written) {
        if (property.kind() == Property.Kind.CURRENCY) {
            expressions.uses().currency(written);
        } else if (property.kind() == Property.Kind.REFERENCE) {
            expressions.uses().reference(written);
        }
        if (property.kind() == Property.Kind.TEXT) {
            expressions.uses().words(written, property.name());
        }
        return property.kind().from(written);
    }

    private Optional<Expression> value(Property property, Text text) {
        try {
            Optional<Expression> value = expressions.compile(text).map(written -> from(property, written));
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

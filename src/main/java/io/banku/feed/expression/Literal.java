package io.banku.feed.expression;

import java.util.Optional;

/** The same text for every record. */
public record Literal(String text) implements Expression {
    @Override
    public ValueType type() {
        return ValueType.TEXT;
    }

    @Override
    public Object value(Scope scope) {
        return text;
    }

    @Override
    public String text(Scope scope) {
        return text;
    }

    @Override
    public Optional<String> constant() {
        return Optional.of(text);
    }
}

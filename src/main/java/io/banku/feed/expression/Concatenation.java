package io.banku.feed.expression;

import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import java.util.List;
import java.util.Objects;

/** Several terms as one text, with nothing between them. */
final class Concatenation implements Expression {
    private final Expression[] terms;

    Concatenation(List<Expression> terms) {
        this.terms = terms.toArray(Expression[]::new);
    }

    List<Expression> terms() {
        return List.of(terms);
    }

    @Override
    public ValueType type() {
        return ValueType.TEXT;
    }

    @Override
    public Object value(Scope scope) throws FieldException, MappingException {
        return text(scope);
    }

    @Override
    public String text(Scope scope) throws FieldException, MappingException {
        if (terms.length == 2) {
            String first = terms[0].text(scope);
            String second = terms[1].text(scope);
            return first == null || second == null ? null : first.concat(second);
        }
        StringBuilder text = new StringBuilder();
        for (Expression term : terms) {
            String part = term.text(scope);
            if (part == null) {
                return null;
            }
            text.append(part);
        }
        return text.toString();
    }

    /** Without one of its parts it would be another text. */
    @Override
    public boolean mayBeAbsent() {
        return List.of(terms).stream().anyMatch(Expression::mayBeAbsent);
    }

    @Override
    public boolean isPrivate() {
        return List.of(terms).stream().anyMatch(Expression::isPrivate);
    }

    /** The last one: what stands before it is mostly the header's. */
    @Override
    public FieldReader field() {
        return List.of(terms).stream()
                .map(Expression::field)
                .filter(Objects::nonNull)
                .reduce(null, (before, last) -> last);
    }

    @Override
    public FieldReader fieldAt(int character, Scope scope) throws FieldException, MappingException {
        int before = 0;
        for (Expression term : terms) {
            String part = term.text(scope);
            before += part == null ? 0 : part.length();
            if (character >= 0 && character < before) {
                return term.field();
            }
        }
        return field();
    }
}

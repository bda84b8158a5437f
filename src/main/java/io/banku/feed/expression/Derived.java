package io.banku.feed.expression;

import io.banku.record.FieldException;
import io.banku.record.FieldReader;

/** An expression made from another one by a filter. What is left out stays left out. */
public abstract class Derived implements Expression {
    private final Expression input;
    private final ValueType type;

    protected Derived(Expression input, ValueType type) {
        this.input = input;
        this.type = type;
    }

    /**
     * The value made from the input's text.
     *
     * @param text never null
     */
    protected abstract Object of(String text, Scope scope) throws FieldException, MappingException;

    @Override
    public Object value(Scope scope) throws FieldException, MappingException {
        String text = input.text(scope);
        return text == null ? null : of(text, scope);
    }

    @Override
    public ValueType type() {
        return type;
    }

    @Override
    public boolean mayBeAbsent() {
        return input.mayBeAbsent();
    }

    @Override
    public boolean isPrivate() {
        return input.isPrivate();
    }

    @Override
    public FieldReader field() {
        return input.field();
    }

    protected MappingException rejected(MappingFault fault, String expected, Object found) {
        return MappingException.found(fault, this, expected, found);
    }

    /**
     * As {@link #rejected}, where it is known what of the input is wrong.
     *
     * @param character of the input's text, from 0; negative where it is not known
     */
    protected MappingException rejectedAt(int character, Scope scope, MappingFault fault, String expected, Object found)
            throws FieldException, MappingException {
        return MappingException.found(fault, this, input.fieldAt(character, scope), expected, found);
    }
}

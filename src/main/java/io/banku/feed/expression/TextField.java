package io.banku.feed.expression;

import io.banku.record.FieldException;
import io.banku.record.FieldReader;

/** The characters of a field, trailing blanks included. */
record TextField(FieldReader reader, Place place, boolean isPrivate) implements Expression {
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
        return place == Place.RECORD
                ? reader.text(scope.record())
                : place.read(reader, isPrivate, scope, FieldReader::text);
    }

    @Override
    public FieldReader field() {
        return place == Place.RECORD ? reader : null;
    }
}

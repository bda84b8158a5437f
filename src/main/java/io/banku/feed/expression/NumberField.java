package io.banku.feed.expression;

import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import java.math.BigDecimal;

/** The number in a field; as text all digits of its PICTURE. */
record NumberField(FieldReader reader, boolean fitsLong, Place place, boolean isPrivate) implements NumberExpression {
    @Override
    public int scale() {
        return reader.scale();
    }

    @Override
    public long unscaled(Scope scope) throws FieldException, MappingException {
        return place == Place.RECORD
                ? reader.unscaled(scope.record())
                : place.read(reader, isPrivate, scope, FieldReader::unscaled);
    }

    @Override
    public BigDecimal decimal(Scope scope) throws FieldException, MappingException {
        return place.read(reader, isPrivate, scope, FieldReader::decimal);
    }

    @Override
    public String text(Scope scope) throws FieldException, MappingException {
        return place == Place.RECORD
                ? reader.text(scope.record())
                : place.read(reader, isPrivate, scope, FieldReader::text);
    }

    @Override
    public boolean mayBeAbsent() {
        return reader.mayBeAbsent();
    }

    @Override
    public FieldReader field() {
        return place == Place.RECORD ? reader : null;
    }
}

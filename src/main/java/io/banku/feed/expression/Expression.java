package io.banku.feed.expression;

import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import java.util.List;
import java.util.Optional;

/** A compiled right side. Immutable, shared by threads; what changes from record to record is in the {@link Scope}. */
public interface Expression {

    ValueType type();

    /**
     * A value of {@link #type()}, or null when it is left out.
     *
     * @throws FieldException when a field's bytes are not a legal value
     * @throws MappingException when the values are legal but make no sense here
     */
    Object value(Scope scope) throws FieldException, MappingException;

    /** As characters: numbers with the zeros of their PICTURE, dates as ISO 8601 writes them; null when left out. */
    default String text(Scope scope) throws FieldException, MappingException {
        Object value = value(scope);
        return value == null ? null : value.toString();
    }

    /** May {@link #value} be null? */
    default boolean mayBeAbsent() {
        return false;
    }

    /** Must its value not be shown? */
    default boolean isPrivate() {
        return false;
    }

    /** The field of the record that a reject names, or null where there is none. */
    default FieldReader field() {
        return null;
    }

    /**
     * The field of the record that has a character of its text; null where it stands in no field of it.
     *
     * @param character from 0; negative where nobody knows which one is meant
     */
    default FieldReader fieldAt(int character, Scope scope) throws FieldException, MappingException {
        return field();
    }

    /** The texts that it takes of its input; empty where it takes any, or too many to be listed. */
    default List<String> accepted() {
        return List.of();
    }

    /** Its text, where that is the same for every record. */
    default Optional<String> constant() {
        return Optional.empty();
    }
}

package io.banku.feed.expression;

import io.banku.record.FieldReader;

/**
 * Legal bytes that make no sense where the feed uses them. The message says what was expected and found. Carries no stack
 * trace: bad data is no fault of the program.
 */
public final class MappingException extends Exception {
    private final String code;
    private final transient FieldReader field;

    /** @param field the field of the record that is to be looked at, or null */
    public MappingException(MappingFault fault, FieldReader field, String message) {
        super(message, null, false, false);
        this.code = fault.code();
        this.field = field;
    }

    /** Says what was found only where it may be shown. */
    public static MappingException found(MappingFault fault, Expression in, String expected, Object found) {
        return found(fault, in, in.field(), expected, found);
    }

    /** @param field the one that is to be looked at, or null */
    static MappingException found(MappingFault fault, Expression in, FieldReader field, String expected, Object found) {
        String shown = in.isPrivate() ? "something else (private, not shown)" : "'" + found + "'";
        return new MappingException(fault, field, "expected " + expected + ", found " + shown);
    }

    /** Stable, {@code BNK-3nnn}. */
    public String code() {
        return code;
    }

    public FieldReader field() {
        return field;
    }
}

package io.banku.record;

/** A level-88 condition: does its item hold one of its values? Immutable. */
public interface Condition {
    String name();

    boolean test(Frame frame) throws FieldException;
}

package io.banku.trial;

/**
 * What was not as expected.
 *
 * @param record number of the record, or 0 where there is but one
 * @param property of the event or reject: {@code data.amount}; empty where it is the whole of it
 */
public record Difference(long record, String property, String expected, String found) {
    @Override
    public String toString() {
        return (record == 0 ? "" : "record " + record + (property.isEmpty() ? ": " : ", "))
                + (property.isEmpty() ? "" : property + ": ")
                + "expected " + expected + ", found " + found;
    }
}

package io.banku.inspect;

/**
 * One field of a record as it is shown.
 *
 * @param offset in this record, from 0
 * @param length of what the record has of it
 * @param value as a person reads it; empty where there is none
 * @param fault what is wrong with its bytes; empty where nothing is
 */
record FieldSight(String name, String type, int offset, int length, String value, String fault) {
    boolean isLegal() {
        return fault.isEmpty();
    }
}

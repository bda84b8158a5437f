package io.banku.record;

/**
 * Where a field lies in its record.
 *
 * @param name as messages call the field
 * @param offset from 0; where counts decide, that of a record in which every table is full
 * @param counted null where it is the same in every record
 */
record Place(String name, int offset, CountedPlace counted) {
    /** At the beginning of every record. */
    static Place first(String name) {
        return new Place(name, 0, null);
    }
}

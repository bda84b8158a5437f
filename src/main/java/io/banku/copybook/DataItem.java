package io.banku.copybook;

import java.util.List;

/**
 * One entry of the data division, placed in its record. Where a table that OCCURS DEPENDING ON a count stands in or before
 * it, {@link #offset}, {@link #length} and {@link #totalLength} are those of a record in which every such table is full;
 * {@link #start} and {@link #size} tell those of any record.
 */
public sealed interface DataItem permits Group, Elementary {

    /** What the entry says of itself. */
    Declaration declaration();

    /** Where in the record it begins, by the counts of the tables before it; of the first occurrence as {@link #offset}. */
    Extent start();

    /** Bytes of one occurrence, by the counts of the tables in it. */
    Extent size();

    /** In bytes, of one occurrence. */
    int length();

    /** In the record, from 0; of the first occurrence where the item or a group above it has OCCURS. */
    default int offset() {
        return start().largest();
    }

    /** In upper case; {@code FILLER} where there is none. */
    default String name() {
        return declaration().name();
    }

    default boolean isFiller() {
        return name().equals(Declaration.FILLER);
    }

    /** The item whose bytes this one describes once more, or null. */
    default String redefines() {
        return declaration().redefines();
    }

    default boolean isTable() {
        return declaration().occurs() > 0;
    }

    /** How often it occurs, at most where that depends on a count: 1 without OCCURS. */
    default int occurrences() {
        return Math.max(1, declaration().occurs());
    }

    /** What its number of occurrences depends on, or null. */
    default Depending depending() {
        return declaration().depending();
    }

    /** Bytes of all occurrences. */
    default int totalLength() {
        return length() * occurrences();
    }

    /** Bytes of all occurrences, by the counts of the tables in it and its own. */
    default Extent totalSize() {
        return depending() == null ? size().times(occurrences()) : size().times(depending());
    }

    default List<ConditionName> conditions() {
        return declaration().conditions();
    }
}

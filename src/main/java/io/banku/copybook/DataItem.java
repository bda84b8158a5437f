package io.banku.copybook;

import java.util.List;

/** One entry of the data division, placed in its record. */
public sealed interface DataItem permits Group, Elementary {

    /** What the entry says of itself. */
    Declaration declaration();

    /** In the record, from 0; of the first occurrence where the item or a group above it has OCCURS. */
    int offset();

    /** In bytes, of one occurrence. */
    int length();

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

    /** How often it occurs: 1 without OCCURS. */
    default int occurrences() {
        return Math.max(1, declaration().occurs());
    }

    /** Bytes of all occurrences. */
    default int totalLength() {
        return length() * occurrences();
    }

    default List<ConditionName> conditions() {
        return declaration().conditions();
    }
}

package io.banku.copybook;

import java.util.List;

/**
 * What a group and an elementary item have in common.
 *
 * @param level 01 to 49, 66 or 77
 * @param occurs 0 without an OCCURS clause; at most so often where it depends on a count
 * @param depending null without a DEPENDING ON phrase
 * @param redefines null without a REDEFINES clause
 * @param file the copybook, or the member that it copies, in which the entry stands
 * @param line where it stands there, from 1
 */
public record Declaration(
        int level,
        String name,
        int occurs,
        Depending depending,
        String redefines,
        List<ConditionName> conditions,
        String file,
        int line) {

    /** The name of what has none. */
    public static final String FILLER = "FILLER";

    public Declaration {
        conditions = List.copyOf(conditions);
    }
}

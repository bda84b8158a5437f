package io.banku.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * When the files of a feed are due, as it is written: what the ledger keeps. Immutable.
 *
 * @param due {@code 02:30}, {@code 02:30 next-day} or {@code 02:30 next-business-day}
 * @param days of the week, such as {@code mon-fri}
 * @param calendar {@code target2}, the name of the file of days, or null
 * @param closed days on which no file is due, of that file
 * @param added days on which one is due whatever day of the week they are
 * @param grace such as {@code 30m}
 * @param zone of the time, such as {@code Europe/Vienna}
 * @param files the pattern of the files' names
 */
public record DueTerms(
        String due,
        String days,
        String calendar,
        List<LocalDate> closed,
        List<LocalDate> added,
        String grace,
        String zone,
        String files) {

    /** The calendar that is no file. */
    public static final String TARGET2 = "target2";

    public DueTerms {
        closed = closed == null ? List.of() : List.copyOf(closed);
        added = added == null ? List.of() : List.copyOf(added);
    }

    /** {@code 02:30 next-day, mon-fri but target2, Europe/Vienna, late after 30m}. */
    public String told() {
        return due + ", " + days + (calendar == null ? "" : ", calendar " + calendar) + ", " + zone + ", late after "
                + grace;
    }
}

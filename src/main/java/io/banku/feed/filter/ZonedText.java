package io.banku.feed.filter;

import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;
import io.banku.record.FieldException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** Local date and time with the offset that the zone had then; the earlier one in the hour that comes twice. */
final class ZonedText extends Derived {
    private static final int LAST_YEAR = 9999;

    private final DateForm form;
    private final ZoneId zone;
    private final ZoneRules rules;

    /** A file is mostly of one day: its offset is looked up once. Immutable, so threads may race to set it. */
    private Day day = new Day(LocalDate.MIN, null);

    /** @param offset the only one of that day, or null when the clocks changed */
    private record Day(LocalDate date, ZoneOffset offset) {}

    ZonedText(Expression input, DateForm form, ZoneId zone) {
        super(input, ValueType.DATETIME);
        this.form = form;
        this.zone = zone;
        this.rules = zone.getRules();
    }

    @Override
    protected Object of(String text, Scope scope) throws FieldException, MappingException {
        if (form.isNone(text)) {
            return null;
        }
        LocalDate date;
        LocalTime time;
        try {
            date = form.pattern().date(text);
            if (form.hasEndOfDay() && form.pattern().isEndOfDay(text)) {
                date = dayAfter(date);
                time = LocalTime.MIDNIGHT;
            } else {
                time = form.pattern().time(text);
            }
        } catch (DateTimeException malformed) {
            throw rejectedAt(
                    form.pattern().wrongAt(text),
                    scope,
                    MappingFault.NOT_A_DATE,
                    "a date with time as " + form.pattern() + advice(text),
                    text);
        }
        Day known = day;
        if (!known.date.equals(date)) {
            known = new Day(date, onlyOffset(date));
            day = known;
        }
        LocalDateTime local = LocalDateTime.of(date, time);
        return OffsetDateTime.of(local, known.offset != null ? known.offset : offset(local));
    }

    private static LocalDate dayAfter(LocalDate date) {
        LocalDate next = date.plusDays(1);
        if (next.getYear() > LAST_YEAR) {
            throw new DateTimeException("after the last year of four digits");
        }
        return next;
    }

    private String advice(String text) {
        try {
            return !form.hasEndOfDay() && form.pattern().isEndOfDay(text)
                    ? " ('" + DateForm.END_OF_DAY + "' behind the pattern takes 24:00 as the next day's 00:00)"
                    : "";
        } catch (DateTimeException malformed) {
            return "";
        }
    }

    @Override
    public boolean mayBeAbsent() {
        return form.mayBeAbsent() || super.mayBeAbsent();
    }

    private ZoneOffset onlyOffset(LocalDate date) {
        Instant start = date.atStartOfDay(zone).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        ZoneOffsetTransition next = rules.nextTransition(start.minusMillis(1));
        boolean changes = next != null && !next.getInstant().isAfter(end);
        return changes ? null : rules.getOffset(start);
    }

    private ZoneOffset offset(LocalDateTime local) throws MappingException {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw rejected(
                    MappingFault.NO_SUCH_LOCAL_TIME,
                    "a time that the clocks in " + zone + " showed (they skipped this one; for a mainframe without"
                            + " summer time give 'timezone' as an offset, such as +01:00)",
                    local);
        }
        return offsets.get(0);
    }
}

package io.banku.copybook;

import io.banku.copybook.ConditionName.Interval;
import java.math.BigDecimal;

/** Whether the values of level-88 entries can be values of their item. */
final class ConditionRules {
    private final Faults faults;

    ConditionRules(Faults faults) {
        this.faults = faults;
    }

    void check(Entry entry, DataItem item) {
        for (Entry condition : entry.conditions) {
            for (Interval interval : condition.values) {
                String expected = expected(item, interval);
                if (expected != null) {
                    faults.add(condition.at, "expected " + expected + " for " + condition.name + ", found " + interval);
                }
            }
        }
    }

    /** Null when the values can be values of the item. */
    private static String expected(DataItem item, Interval interval) {
        if (!(item instanceof Elementary field) || !field.isNumeric()) {
            String from = text(item, interval.from());
            return from != null ? from : text(item, interval.to());
        }
        String from = number(field, interval.from());
        String to = number(field, interval.to());
        if (from != null || to != null) {
            return from != null ? from : to;
        }
        if (interval.isSingle()) {
            return null;
        }
        boolean numbers = isNumber(interval.from()) && isNumber(interval.to());
        return numbers && value(interval.from()).compareTo(value(interval.to())) <= 0
                ? null
                : "a range of numbers upwards";
    }

    private static boolean isNumber(Literal literal) {
        return literal.kind() == Literal.Kind.NUMBER || literal.kind() == Literal.Kind.ZEROS;
    }

    private static BigDecimal value(Literal literal) {
        return literal.kind() == Literal.Kind.ZEROS ? BigDecimal.ZERO : new BigDecimal(literal.text());
    }

    /** SPACES, LOW-VALUES and HIGH-VALUES say of a number that it is not filled. */
    private static String number(Elementary field, Literal value) {
        return switch (value.kind()) {
            case NUMBER ->
                field.usage().isFloat() || fits(new BigDecimal(value.text()), field.picture())
                        ? null
                        : "a value of PIC " + field.picture();
            case ZEROS, SPACES, LOW_VALUES, HIGH_VALUES -> null;
            case TEXT, HEX, ALL, ALL_HEX, QUOTES -> "a number";
        };
    }

    private static String text(DataItem item, Literal value) {
        boolean isWide = item instanceof Elementary field
                && (field.usage() == Usage.NATIONAL || field.usage() == Usage.DISPLAY_1);
        int length = isWide ? item.length() / 2 : item.length();
        return switch (value.kind()) {
            case NUMBER -> "a quoted literal";
            case TEXT, ALL ->
                value.text().isEmpty() || value.text().length() > length ? "from 1 to " + length + " characters" : null;
            case HEX, ALL_HEX ->
                value.text().length() > 2 * item.length() ? "at most " + item.length() + " bytes" : null;
            case ZEROS, SPACES, LOW_VALUES, HIGH_VALUES, QUOTES -> null;
        };
    }

    private static boolean fits(BigDecimal value, Picture picture) {
        if (value.signum() == 0) {
            return true;
        }
        if (value.signum() < 0 && !picture.signed()) {
            return false;
        }
        BigDecimal exact = value.stripTrailingZeros();
        if (exact.scale() > picture.scale()) {
            return false;
        }
        return exact.setScale(picture.scale()).unscaledValue().abs().toString().length() <= picture.size();
    }
}

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
                } else {
                    noteUnlessFit(condition, item, interval.from());
                    if (!interval.isSingle()) {
                        noteUnlessFit(condition, item, interval.to());
                    }
                }
            }
        }
    }

    private void noteUnlessFit(Entry condition, DataItem item, Literal value) {
        boolean isNumber = item instanceof Elementary field && field.isNumeric();
        String unfit = isNumber ? unfitNumber((Elementary) item, value) : unfitText(item, value);
        if (unfit != null) {
            faults.note(condition.at, condition.name + " asks for " + value + ", which " + unfit + " never is");
        }
    }

    /** Null when the values can be compared with the item. */
    private static String expected(DataItem item, Interval interval) {
        if (!(item instanceof Elementary field) || !field.isNumeric()) {
            return isText(interval.from()) && isText(interval.to()) ? null : "a quoted literal or digits";
        }
        if (!isForNumber(interval.from()) || !isForNumber(interval.to())) {
            return "a number";
        }
        if (interval.isSingle()) {
            return null;
        }
        boolean numbers = isNumber(interval.from()) && isNumber(interval.to());
        return numbers && value(interval.from()).compareTo(value(interval.to())) <= 0
                ? null
                : "a range of numbers upwards";
    }

    /** A number in digits stands for these characters. */
    private static boolean isText(Literal literal) {
        return switch (literal.kind()) {
            case NUMBER -> literal.text().matches("\\d+");
            case TEXT, ALL -> !literal.text().isEmpty();
            default -> true;
        };
    }

    /** SPACES, LOW-VALUES and HIGH-VALUES say of a number that it is not filled. */
    private static boolean isForNumber(Literal literal) {
        return switch (literal.kind()) {
            case NUMBER, ZEROS, SPACES, LOW_VALUES, HIGH_VALUES -> true;
            case TEXT, HEX, ALL, ALL_HEX, QUOTES -> false;
        };
    }

    private static boolean isNumber(Literal literal) {
        return literal.kind() == Literal.Kind.NUMBER || literal.kind() == Literal.Kind.ZEROS;
    }

    private static BigDecimal value(Literal literal) {
        return literal.kind() == Literal.Kind.ZEROS ? BigDecimal.ZERO : new BigDecimal(literal.text());
    }

    /** What it would have to be, or null when it can be. */
    private static String unfitNumber(Elementary field, Literal value) {
        boolean isFit = value.kind() != Literal.Kind.NUMBER
                || field.usage().isFloat()
                || fits(new BigDecimal(value.text()), field.picture());
        return isFit ? null : "PIC " + field.picture();
    }

    private static String unfitText(DataItem item, Literal value) {
        int characters = characters(item);
        boolean isFit = switch (value.kind()) {
            case TEXT, NUMBER -> value.text().stripTrailing().length() <= characters;
            case HEX -> value.text().length() <= 2 * item.length();
            default -> true;
        };
        return isFit ? null : "an item of " + characters + " characters";
    }

    private static int characters(DataItem item) {
        if (!(item instanceof Elementary field)) {
            return item.length();
        }
        return switch (field.usage()) {
            case UTF_8 -> field.picture().size();
            case NATIONAL, DISPLAY_1 -> item.length() / 2;
            default -> item.length();
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

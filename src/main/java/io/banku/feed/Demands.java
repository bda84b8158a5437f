package io.banku.feed;

import io.banku.feed.RecordCondition.All;
import io.banku.feed.RecordCondition.Compares;
import io.banku.feed.RecordCondition.ComparesLong;
import io.banku.feed.RecordCondition.Named;
import io.banku.feed.RecordCondition.TextEquals;
import io.banku.record.Assignment;
import io.banku.record.FieldReader;
import io.banku.record.RecordEncoder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A rule's {@code when} → values of fields that fulfil it. */
final class Demands {
    private final RecordEncoder encoder;

    Demands(RecordEncoder encoder) {
        this.encoder = encoder;
    }

    List<Assignment> of(RecordCondition condition) {
        List<Assignment> demands = new ArrayList<>();
        add(condition, demands);
        return demands;
    }

    private void add(RecordCondition condition, List<Assignment> demands) {
        if (condition instanceof All all) {
            all.conditions().forEach(each -> add(each, demands));
        } else if (condition instanceof Named named) {
            demands.add(Assignment.value(named.reference(), "true"));
        } else if (condition instanceof TextEquals text) {
            demands.add(value(text.field(), text.wanted() ? text.text() : other(text.text())));
        } else if (condition instanceof ComparesLong number) {
            BigDecimal limit =
                    BigDecimal.valueOf(number.unscaled(), number.field().scale());
            demands.add(value(number.field(), fulfilling(number.comparison(), limit, number.field())));
        } else if (condition instanceof Compares number) {
            demands.add(value(number.field(), fulfilling(number.comparison(), number.number(), number.field())));
        }
    }

    private Assignment value(FieldReader field, String text) {
        return Assignment.value(encoder.reference(field), text);
    }

    private static String other(String text) {
        return text.isBlank() ? "X" : "";
    }

    /** Zero where that will do, and otherwise what lies next to the limit. */
    private static String fulfilling(Comparison comparison, BigDecimal limit, FieldReader field) {
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-field.scale());
        BigDecimal value = comparison.holds(BigDecimal.ZERO.compareTo(limit))
                ? BigDecimal.ZERO
                : switch (comparison) {
                    case EQUAL, AT_MOST, AT_LEAST -> limit;
                    case UNEQUAL, GREATER -> limit.add(unit);
                    case LESS -> limit.subtract(unit);
                };
        return value.toPlainString();
    }
}

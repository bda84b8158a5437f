package io.banku.draft;

import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts of the records of each kind, and the sums of their fields, over a whole sample. */
final class Totals {
    private final Map<Kind, Map<String, Total>> sums = new LinkedHashMap<>();
    private long records;

    private Totals() {}

    /** @param kinds whose records are counted and added up */
    static Totals of(List<Kind> kinds, Records records) throws IOException {
        Totals totals = new Totals();
        Map<Kind, List<Total>> ofKinds = new LinkedHashMap<>();
        for (Kind kind : kinds) {
            Map<String, Total> byName = new LinkedHashMap<>();
            kind.fields().stream()
                    .filter(field -> field.isNumeric() || kind.hasDigits(field))
                    .forEach(field -> byName.put(field.name(), new Total(field)));
            totals.sums.put(kind, byName);
            ofKinds.put(kind, List.copyOf(byName.values()));
        }
        records.each(frame -> {
            totals.records++;
            for (Kind kind : kinds) {
                if (kind.matches(frame)) {
                    ofKinds.get(kind).forEach(total -> total.add(frame));
                    return;
                }
            }
        });
        return totals;
    }

    /** All, whatever they are. */
    long records() {
        return records;
    }

    /** Empty where a record of the kind has no such number. */
    Optional<BigDecimal> sum(Kind kind, String field) {
        return Optional.ofNullable(sums.get(kind).get(field)).flatMap(Total::value);
    }

    /** In the order of the record. */
    List<String> fields(Kind kind) {
        return List.copyOf(sums.get(kind).keySet());
    }

    private static final class Total {
        private final FieldReader field;
        private final boolean isLong;
        private BigDecimal sum = BigDecimal.ZERO;
        private long part;
        private boolean isBroken;

        private Total(FieldReader field) {
            this.field = field;
            this.isLong = field.isNumeric() && field.fitsLong() && field.scale() >= 0;
        }

        private void add(Frame frame) {
            try {
                if (isLong) {
                    long value = field.unscaled(frame);
                    if (Math.abs(part) > Long.MAX_VALUE / 4 || Math.abs(value) > Long.MAX_VALUE / 4) {
                        flush();
                        sum = sum.add(BigDecimal.valueOf(value, field.scale()));
                    } else {
                        part += value;
                    }
                } else {
                    sum = sum.add(
                            field.isNumeric()
                                    ? field.decimal(frame)
                                    : new BigDecimal(new BigInteger(field.text(frame))));
                }
            } catch (FieldException | NumberFormatException illegal) {
                isBroken = true; // a sum that leaves records out explains nothing
            }
        }

        private void flush() {
            sum = isLong ? sum.add(BigDecimal.valueOf(part, field.scale())) : sum;
            part = 0;
        }

        private Optional<BigDecimal> value() {
            flush();
            return isBroken ? Optional.empty() : Optional.of(sum);
        }
    }
}

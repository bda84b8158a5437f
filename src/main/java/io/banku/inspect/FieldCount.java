package io.banku.inspect;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the records of a sample have in one field. One thread. */
public final class FieldCount {
    private static final int MOST_VALUES = 1000;
    private static final int TOLD = 3;

    private final FieldFit first;
    private final boolean isMasked;
    private final Map<String, Integer> values = new TreeMap<>();
    private int records;
    private int legal;
    private long firstBad;
    private String least;
    private String greatest;

    /** @param isMasked whether its values are not to be shown */
    FieldCount(FieldFit first, boolean isMasked) {
        this.first = first;
        this.isMasked = isMasked;
    }

    /** What of a value may be told. */
    enum Shown {
        VALUE,
        SHAPE,
        NOTHING
    }

    void add(FieldFit fit, long record, Shown shown) {
        records++;
        legal += fit.isLegal() ? 1 : 0;
        firstBad = firstBad == 0 && !fit.isLegal() ? record : firstBad;
        // a shape of digits would look like a value, and be the greatest of all
        boolean isValue =
                shown == Shown.VALUE || shown == Shown.SHAPE && !first.reader().isNumeric();
        if (fit.text() == null || isMasked || !isValue) {
            return;
        }
        String text = shown == Shown.VALUE
                ? fit.text().strip()
                : Masked.shape(fit.text().strip());
        if (values.size() < MOST_VALUES || values.containsKey(text)) {
            values.merge(text, 1, Integer::sum);
        }
        least = least == null || order(text, least) < 0 ? text : least;
        greatest = greatest == null || order(text, greatest) > 0 ? text : greatest;
    }

    private int order(String one, String other) {
        if (!first.reader().isNumeric()) {
            return one.compareTo(other);
        }
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other));
        } catch (NumberFormatException edited) {
            return one.compareTo(other);
        }
    }

    FieldFit field() {
        return first;
    }

    int records() {
        return records;
    }

    int legal() {
        return legal;
    }

    boolean isMasked() {
        return isMasked;
    }

    /** 0 where all are good. */
    long firstBad() {
        return firstBad;
    }

    String least() {
        return least == null ? "" : least;
    }

    String greatest() {
        return greatest == null ? "" : greatest;
    }

    /** The most frequent first; none where no value is there twice. */
    List<Map.Entry<String, Integer>> commonest() {
        return values.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(TOLD)
                .toList();
    }
}

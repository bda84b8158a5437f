package io.banku.cli;

import io.banku.trial.Masking;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What records have in one field. Values are counted one by one as long as there are few of them. One thread. */
final class FieldStats {
    static final int MOST_VALUES = 10_000;
    private static final int TOLD = 3;
    private static final int MOST_SHOWN = 24;

    private final Map<String, Integer> values = new HashMap<>();
    private final boolean isHidden;
    private long hidden;
    private long count;
    private long illegal;
    private boolean hasMore;
    private String least = "";
    private String greatest = "";

    /** @param isPrivate whether no value is shown */
    FieldStats(boolean isPrivate) {
        this.isHidden = isPrivate;
    }

    void illegal() {
        illegal++;
    }

    void add(String value, boolean isNumber) {
        boolean isFirst = count == hidden;
        least = isFirst || order(value, least, isNumber) < 0 ? value : least;
        greatest = isFirst || order(value, greatest, isNumber) > 0 ? value : greatest;
        count++;
        boolean isCounted = values.size() < MOST_VALUES || values.containsKey(value);
        hasMore |= !isCounted;
        if (isCounted) {
            values.merge(value, 1, Integer::sum);
        }
    }

    /** One that is not shown: it is counted, and nothing else is told of it. */
    void addHidden() {
        count++;
        hidden++;
    }

    /** Whether there is no value that may be shown. */
    boolean isHidden() {
        return isHidden || count > 0 && hidden == count;
    }

    /** Whether there are more different values than are counted. */
    boolean hasMore() {
        return hasMore;
    }

    private static int order(String one, String other, boolean isNumber) {
        return isNumber ? new BigDecimal(one).compareTo(new BigDecimal(other)) : one.compareTo(other);
    }

    long count() {
        return count;
    }

    long illegalCount() {
        return illegal;
    }

    String distinct() {
        return isHidden() ? Masking.MASK : hasMore ? "over " + MOST_VALUES : String.valueOf(values.size());
    }

    String least() {
        return isHidden() ? Masking.MASK : least;
    }

    String greatest() {
        return isHidden() ? Masking.MASK : greatest;
    }

    /** Of those that are counted; none where no value is there twice. */
    List<Map.Entry<String, Integer>> commonest() {
        return values.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOLD)
                .toList();
    }

    static String shortened(String value) {
        return value.length() > MOST_SHOWN ? value.substring(0, MOST_SHOWN) + "…" : value;
    }
}

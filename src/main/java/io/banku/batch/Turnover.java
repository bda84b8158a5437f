package io.banku.batch;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the events of a batch add up to in one currency. Immutable.
 *
 * @param credits of all postings that add to a balance
 * @param debits of all that take from one, above zero
 * @param balances of all balances that are brought forward
 */
public record Turnover(
        String currency,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal credits,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal debits,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal balances) {

    private Turnover plus(Turnover other) {
        return new Turnover(
                currency, credits.add(other.credits), debits.add(other.debits), balances.add(other.balances));
    }

    /** One for each currency, in the order of their codes. */
    public static List<Turnover> sum(Stream<Turnover> all) {
        TreeMap<String, Turnover> sums = new TreeMap<>();
        all.forEach(each -> sums.merge(each.currency(), each, Turnover::plus));
        return List.copyOf(sums.values());
    }
}

package io.banku.batch;

import io.banku.account.Event;
import io.banku.account.Event.BalanceBroughtForward;
import io.banku.account.Event.Posting;
import io.banku.account.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up events by currency; no sum is too large. One thread. */
final class Adding {
    private final Map<Currency, OfCurrency> sums = new HashMap<>();
    /** Of the last event, which is nearly always that of the next. */
    private Currency currency;

    private OfCurrency sum;

    void add(Event event) {
        if (event instanceof Posting posting) {
            long change = posting.change();
            OfCurrency to = of(posting.currency());
            if (change < 0) {
                to.debits.add(change);
            } else {
                to.credits.add(change);
            }
        } else if (event instanceof BalanceBroughtForward brought) {
            of(brought.currency()).balances.add(brought.amount().minor());
        }
    }

    private OfCurrency of(Currency wanted) {
        if (wanted != currency) {
            currency = wanted;
            sum = sums.computeIfAbsent(wanted, OfCurrency::new);
        }
        return sum;
    }

    List<Turnover> turnover() {
        return Turnover.sum(sums.values().stream().map(OfCurrency::turnover));
    }

    static List<Turnover> of(List<Event> events) {
        Adding adding = new Adding();
        events.forEach(adding::add);
        return adding.turnover();
    }

    private static final class OfCurrency {
        private final Currency currency;
        private final Sum credits = new Sum();
        private final Sum debits = new Sum();
        private final Sum balances = new Sum();

        private OfCurrency(Currency currency) {
            this.currency = currency;
        }

        private Turnover turnover() {
            int scale = Money.scale(currency);
            return new Turnover(
                    currency.getCurrencyCode(),
                    new BigDecimal(credits.all(), scale),
                    new BigDecimal(debits.all().negate(), scale),
                    new BigDecimal(balances.all(), scale));
        }
    }

    /** Of minor units. */
    private static final class Sum {
        private BigInteger rest = BigInteger.ZERO;
        private long sum;

        private void add(long minor) {
            long next = sum + minor;
            if (((sum ^ next) & (minor ^ next)) < 0) { // it does not fit 64 bits
                rest = rest.add(BigInteger.valueOf(sum));
                next = minor;
            }
            sum = next;
        }

        private BigInteger all() {
            return rest.add(BigInteger.valueOf(sum));
        }
    }
}

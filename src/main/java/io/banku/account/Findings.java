package io.banku.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What did not fit, kept visible on the account until somebody repairs it.
 *
 * @param breakCount all breaks ever found; {@code breaks} holds the latest {@value #KEPT_BREAKS}
 * @param suspense facts in another currency than the account's, by currency
 * @param parked why and since when events of this account are not applied any more, or null
 */
public record Findings(long breakCount, List<Break> breaks, List<Suspense> suspense, Parked parked) {

    static final int KEPT_BREAKS = 20;

    public static final Findings NONE = new Findings(0, List.of(), List.of(), null);

    /**
     * What the mainframe says of the account and what is known of it differ: in the amount, or, where it opens an account
     * that money moved on, in the currency.
     *
     * @param expected the balance that the mainframe brought forward; nothing, in its currency, of an opening
     * @param found what the mainframe's facts add up to; of an opening the balance, in the account's currency
     * @param event id of the event that showed it
     * @param since when that was published
     * @param acknowledged by whom and why, or null
     * @param closedAt when the mainframe said something that agrees, or null
     */
    public record Break(
            Money expected,
            Money found,
            LocalDate asOf,
            String event,
            Instant since,
            Acknowledgement acknowledged,
            Instant closedAt) {

        Break(Money expected, Money found, LocalDate asOf, RecordedEvent shownBy) {
            this(expected, found, asOf, shownBy.id(), shownBy.time(), null, null);
        }

        public boolean isClosed() {
            return closedAt != null;
        }

        private Break acknowledged(Acknowledgement by) {
            return new Break(expected, found, asOf, event, since, by, closedAt);
        }

        private Break closed(Instant at) {
            return new Break(expected, found, asOf, event, since, acknowledged, at);
        }

        private boolean isOfCurrency(Currency currency) {
            return expected.currency() == currency && found.currency() != currency;
        }
    }

    /** Somebody knows why, and nothing is to be done about it; or it is being done elsewhere. */
    public record Acknowledgement(String by, String reason, Instant at) {}

    /**
     * What the account would be in another currency, had it been opened in that one: facts are added up by the same rules.
     *
     * @param limit minor units, 0 for none
     * @param lastEvent id of the last of these {@code count} facts
     */
    public record Suspense(Currency currency, Balances balances, long limit, long count, String lastEvent) {
        static Suspense none(Currency currency) {
            return new Suspense(currency, Balances.NONE, 0, 0, null);
        }

        /** As the account in this currency is after one more fact. */
        Suspense after(Account there, String event) {
            return new Suspense(currency, there.balances(), there.profile().limit(), count + 1, event);
        }
    }

    /** @param from offset of the first event that was not applied
     *  @param count how many were not applied so far */
    public record Parked(String reason, long from, long count) {}

    public Findings {
        breaks = List.copyOf(breaks);
        suspense = List.copyOf(suspense);
    }

    Findings with(Break found) {
        int surplus = Math.max(0, breaks.size() + 1 - KEPT_BREAKS);
        List<Break> kept =
                Stream.concat(breaks.stream().skip(surplus), Stream.of(found)).toList();
        return new Findings(breakCount + 1, kept, suspense, parked);
    }

    /** How many of the kept breaks are not closed. */
    public long openBreaks() {
        long count = 0;
        for (Break each : breaks) {
            count += each.isClosed() ? 0 : 1;
        }
        return count;
    }

    /** The break of a number, from 1 in the order in which they were found; null where it is none, or is not kept any more. */
    public Break numbered(long number) {
        long place = number - 1 - (breakCount - breaks.size());
        return place < 0 || place >= breaks.size() ? null : breaks.get((int) place);
    }

    /** One that is not kept any more, or is closed, stays as it is. */
    Findings acknowledged(String event, Acknowledgement by) {
        return with(each -> each.event().equals(event) && !each.isClosed(), each -> each.acknowledged(by));
    }

    /** The mainframe's balance agrees with what its facts add up to. */
    Findings closed(Currency currency, Instant at) {
        return with(
                each -> !each.isClosed()
                        && each.expected().currency() == currency
                        && each.found().currency() == currency,
                each -> each.closed(at));
    }

    /** The account is in the currency in which the mainframe opened it. */
    Findings opened(Currency currency, Instant at) {
        return with(each -> !each.isClosed() && each.isOfCurrency(currency), each -> each.closed(at));
    }

    private Findings with(Predicate<Break> which, UnaryOperator<Break> change) {
        if (breaks.stream().noneMatch(which)) {
            return this;
        }
        List<Break> changed = breaks.stream()
                .map(each -> which.test(each) ? change.apply(each) : each)
                .toList();
        return new Findings(breakCount, changed, suspense, parked);
    }

    /** Whether the mainframe has opened the account in this currency before, and could not have it. */
    boolean haveBreakOf(Currency currency) {
        return breaks.stream().anyMatch(found -> found.isOfCurrency(currency));
    }

    /** What waits in a currency; nothing where nothing does. */
    Suspense suspense(Currency currency) {
        for (Suspense each : suspense) {
            if (each.currency() == currency) {
                return each;
            }
        }
        return Suspense.none(currency);
    }

    /** In place of what was known of its currency; the latest stands last. */
    Findings with(Suspense changed) {
        List<Suspense> all = new ArrayList<>(without(changed.currency()).suspense);
        all.add(changed);
        return new Findings(breakCount, breaks, all, parked);
    }

    Findings without(Currency currency) {
        List<Suspense> others =
                suspense.stream().filter(each -> each.currency() != currency).toList();
        return new Findings(breakCount, breaks, others, parked);
    }

    /** How many facts wait in suspense. */
    public long suspended() {
        long count = 0;
        for (Suspense each : suspense) {
            count += each.count();
        }
        return count;
    }

    Findings parked(String reason, long offset) {
        Parked next = parked == null
                ? new Parked(reason, offset, 1)
                : new Parked(parked.reason(), parked.from(), parked.count() + 1);
        return new Findings(breakCount, breaks, suspense, next);
    }
}

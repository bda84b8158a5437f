package io.banku.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/**
 * What did not fit, kept visible on the account until somebody repairs it.
 *
 * @param breakCount all breaks ever found; {@code breaks} holds the latest {@value #KEPT_BREAKS}
 * @param suspense facts in another currency than the account's, added up per currency
 * @param parked why and since when events of this account are not applied any more, or null
 */
public record Findings(long breakCount, List<Break> breaks, List<Suspense> suspense, Parked parked) {

    static final int KEPT_BREAKS = 20;

    public static final Findings NONE = new Findings(0, List.of(), List.of(), null);

    /**
     * The mainframe's balance and what its facts add up to differ.
     *
     * @param expected the balance that the mainframe brought forward, minor units
     * @param found what the facts add up to, minor units
     * @param event id of the event that showed it
     */
    public record Break(long expected, long found, LocalDate asOf, String event) {}

    /** @param amount what the facts would have moved, minor units of {@code currency}
     *  @param lastEvent id of the last of these {@code count} facts */
    public record Suspense(Currency currency, long amount, long count, String lastEvent) {}

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

    Findings suspended(Currency currency, long change, String event) {
        List<Suspense> sums = new ArrayList<>(suspense.size() + 1);
        Suspense before = new Suspense(currency, 0, 0, event);
        for (Suspense sum : suspense) {
            if (sum.currency() == currency) {
                before = sum;
            } else {
                sums.add(sum);
            }
        }
        sums.add(new Suspense(currency, Math.addExact(before.amount(), change), before.count() + 1, event));
        return new Findings(breakCount, breaks, sums, parked);
    }

    Findings parked(String reason, long offset) {
        Parked next = parked == null
                ? new Parked(reason, offset, 1)
                : new Parked(parked.reason(), parked.from(), parked.count() + 1);
        return new Findings(breakCount, breaks, suspense, next);
    }
}

package io.banku.account;

import java.time.LocalDate;

/**
 * Minor units of the account's currency.
 *
 * @param balance the mainframe's facts plus the movements over HTTP
 * @param mainframe what the mainframe has said, and nothing else
 * @param broughtForward the day of the last balance that was brought forward, or null before the first
 * @param movedOn the latest booking day of the mainframe's postings, or null
 */
public record Balances(long balance, long mainframe, LocalDate broughtForward, LocalDate movedOn) {

    static final Balances NONE = new Balances(0, 0, null, null);

    Balances movedBy(long change) {
        return new Balances(Math.addExact(balance, change), mainframe, broughtForward, movedOn);
    }

    Balances movedByMainframe(long change, LocalDate on) {
        LocalDate latest = on == null || (movedOn != null && !on.isAfter(movedOn)) ? movedOn : on;
        return new Balances(Math.addExact(balance, change), Math.addExact(mainframe, change), broughtForward, latest);
    }

    /** The mainframe's balance becomes {@code amount}; the balance moves by the difference. */
    Balances setTo(long amount, LocalDate asOf) {
        long difference = Math.subtractExact(amount, mainframe);
        return new Balances(Math.addExact(balance, difference), amount, asOf, movedOn);
    }

    Balances assertedOn(LocalDate asOf) {
        return new Balances(balance, mainframe, asOf, movedOn);
    }

    boolean movedAfter(LocalDate day) {
        return movedOn != null && day != null && movedOn.isAfter(day);
    }
}

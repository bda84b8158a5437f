package io.banku.account;

import java.time.LocalDate;

/**
 * Minor units of one currency.
 *
 * @param balance the mainframe's facts plus the movements over HTTP
 * @param mainframe what the mainframe has said, and nothing else
 * @param broughtForward the day of the last balance that was brought forward, or null before the first
 * @param movedOn the latest booking day of the mainframe's postings, or null
 * @param moved whether one of the two was ever another than 0
 */
public record Balances(long balance, long mainframe, LocalDate broughtForward, LocalDate movedOn, boolean moved) {

    static final Balances NONE = new Balances(0, 0, null, null, false);

    public Balances {
        moved = moved || balance != 0 || mainframe != 0;
    }

    Balances movedBy(long change) {
        return new Balances(Math.addExact(balance, change), mainframe, broughtForward, movedOn, moved);
    }

    Balances movedByMainframe(long change, LocalDate on) {
        LocalDate latest = on == null || (movedOn != null && !on.isAfter(movedOn)) ? movedOn : on;
        return new Balances(
                Math.addExact(balance, change), Math.addExact(mainframe, change), broughtForward, latest, moved);
    }

    /** The mainframe's balance becomes {@code amount}; the balance moves by the difference. */
    Balances setTo(long amount, LocalDate asOf) {
        long difference = Math.subtractExact(amount, mainframe);
        return new Balances(Math.addExact(balance, difference), amount, asOf, movedOn, moved);
    }

    Balances assertedOn(LocalDate asOf) {
        return new Balances(balance, mainframe, asOf, movedOn, moved);
    }

    /** Both together, of one currency. */
    Balances plus(Balances other) {
        return new Balances(
                Math.addExact(balance, other.balance),
                Math.addExact(mainframe, other.mainframe),
                broughtForward == null ? other.broughtForward : broughtForward,
                movedOn == null ? other.movedOn : movedOn,
                moved || other.moved);
    }

    boolean movedAfter(LocalDate day) {
        return movedOn != null && day != null && movedOn.isAfter(day);
    }

    /** True when no amount would be lost with the currency that it is in. */
    boolean isNothing() {
        return balance == 0 && mainframe == 0;
    }

    /** True when nothing is on it, but was: the amounts alone do not show that. */
    public boolean movedBackToNothing() {
        return moved && isNothing();
    }
}

package io.banku.account;

import io.banku.account.Event.AccountDescribed;
import io.banku.account.Event.AccountOpened;
import io.banku.account.Event.CommandDeclined;
import io.banku.account.Findings.Break;
import io.banku.account.Findings.Suspense;
import io.banku.account.Origin.FromTransfer;
import java.time.Instant;
import java.util.Currency;

/**
 * How an account changes by an event of the log: total, so that no event can stop the others. A fact in another
 * currency goes to suspense, as does a credit that was sent before its account was closed; one that cannot be applied
 * parks its account. The mainframe's opening decides about the currency, whatever a client of the API said before it: what
 * waits in that currency is the account's from then on. Pure and free of state.
 */
public final class Fold {

    private Fold() {}

    /** The account after the entry; the same account when it has met that entry before. */
    public static Account apply(Account before, LogEntry entry) {
        if (entry.offset() <= before.offset()) {
            return before;
        }
        if (entry instanceof LogEntry.Movement movement) {
            return apply(before, movement);
        }
        if (entry instanceof LogEntry.Readable readable) {
            return apply(before, readable.recorded(), entry.offset());
        }
        return parked(before, ((LogEntry.Unreadable) entry).reason(), entry.offset(), before.updatedAt());
    }

    /** Whatever is not ordinary needs the event: its id, above all. */
    private static Account apply(Account before, LogEntry.Movement movement) {
        boolean fits = before.currency() == null || before.currency() == movement.currency();
        if (fits && !before.isParked()) {
            try {
                return before.moved(movement);
            } catch (ArithmeticException tooLarge) {
                return apply(before, movement.whole());
            }
        }
        return apply(before, movement.whole());
    }

    private static Account apply(Account before, RecordedEvent recorded, long offset) {
        if (recorded.event() instanceof CommandDeclined) {
            return before; // nothing happened to the account; its outcome is kept with the commands
        }
        if (before.isParked()) {
            return parked(before, null, offset, recorded.time());
        }
        try {
            return change(before, recorded).at(before.version() + 1, offset, recorded.time());
        } catch (ArithmeticException tooLarge) {
            String reason = recorded.event().getClass().getSimpleName() + " " + recorded.id()
                    + " would take an amount beyond 64 bits of minor units";
            return parked(before, reason, offset, recorded.time());
        }
    }

    private static Account change(Account before, RecordedEvent recorded) {
        Event event = recorded.event();
        Currency named = event.currency();
        if (recorded.origin() instanceof FromTransfer && before.profile().status() == AccountStatus.CLOSED) {
            return suspended(before, named, recorded);
        }
        if (named == null || named.equals(before.currency())) {
            return event.applyTo(before, recorded);
        }
        if (before.currency() == null) {
            return event.applyTo(before.in(named), recorded);
        }
        if (event instanceof AccountOpened opening && recorded.origin().isMainframe()) {
            return openedInAnother(before, opening, recorded);
        }
        if (event instanceof AccountDescribed described) { // only its limit speaks of a currency
            return suspended(before.described(described.withoutLimit()), named, recorded);
        }
        return suspended(before, named, recorded);
    }

    /** The mainframe's word about the currency counts, unless money would change its currency by it. */
    private static Account openedInAnother(Account before, AccountOpened opening, RecordedEvent recorded) {
        Currency named = opening.currency();
        if (before.isOpened() && !before.mayTurnInto(named)) {
            Money found = new Money(before.balances().balance(), before.currency());
            Break wrong = new Break(new Money(0, named), found, opening.openedOn(), recorded);
            return before.with(before.findings().with(wrong));
        }
        return before.turnedInto(named, recorded).reopened(opening);
    }

    /** The fact is applied to what the account would be in its currency; of the account itself nothing changes. */
    private static Account suspended(Account before, Currency named, RecordedEvent recorded) {
        Suspense waiting = before.findings().suspense(named);
        Account there = recorded.event().applyTo(before.in(waiting), recorded);
        return before.with(there.findings().with(waiting.after(there, recorded.id())));
    }

    private static Account parked(Account before, String reason, long offset, Instant time) {
        return before.with(before.findings().parked(reason, offset)).at(before.version(), offset, time);
    }
}

package io.banku.account;

import io.banku.account.Event.AccountOpened;
import io.banku.account.Event.CommandDeclined;
import io.banku.account.Origin.FromTransfer;
import java.time.Instant;
import java.util.Currency;

/**
 * How an account changes by an event of the log: total, so that no event can stop the others. A fact in another
 * currency goes to suspense, as does a credit that was sent before its account was closed; one that cannot be applied parks its account. Pure and free of state.
 */
public final class Fold {

    private Fold() {}

    /** The account after the entry; the same account when it has met that entry before. */
    public static Account apply(Account before, LogEntry entry) {
        if (entry.offset() <= before.offset()) {
            return before;
        }
        if (entry instanceof LogEntry.Readable readable) {
            return apply(before, readable.recorded(), entry.offset());
        }
        return parked(before, ((LogEntry.Unreadable) entry).reason(), entry.offset(), before.updatedAt());
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
            return before.with(before.findings().suspended(named, event.change(), recorded.id()));
        }
        if (named == null || named.equals(before.currency())) {
            return event.applyTo(before, recorded);
        }
        if (before.currency() == null) {
            return event.applyTo(before.in(named), recorded);
        }
        if (event instanceof AccountOpened && !before.isOpened()) {
            return event.applyTo(reopenedIn(named, before, recorded), recorded);
        }
        return before.with(before.findings().suspended(named, event.change(), recorded.id()));
    }

    /** The opening fixes the currency: what arrived before it in another one goes to suspense, a limit is void. */
    private static Account reopenedIn(Currency named, Account before, RecordedEvent recorded) {
        Findings findings =
                before.findings().suspended(before.currency(), before.balances().balance(), recorded.id());
        Profile known = before.profile();
        Profile unlimited = new Profile(known.status(), known.holder(), 0, known.openedOn());
        return before.in(named).with(findings).with(Balances.NONE).with(unlimited);
    }

    private static Account parked(Account before, String reason, long offset, Instant time) {
        return before.with(before.findings().parked(reason, offset)).at(before.version(), offset, time);
    }
}

package io.banku.account;

import io.banku.account.Event.AccountDescribed;
import io.banku.account.Event.AccountOpened;
import io.banku.account.Event.BalanceBroughtForward;
import io.banku.account.Event.BreakAcknowledged;
import io.banku.account.Event.Posting;
import io.banku.account.Findings.Acknowledgement;
import io.banku.account.Findings.Break;
import io.banku.account.Findings.Suspense;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/**
 * One account as its events have made it. Immutable.
 *
 * @param currency null until a fact names one; fixed by the opening
 * @param version number of events applied
 * @param offset offset of the last event met, applied or not; -1 before the first
 * @param updatedAt time of the last event met, or null
 */
public record Account(
        String id,
        Currency currency,
        Profile profile,
        Balances balances,
        Findings findings,
        long version,
        long offset,
        Instant updatedAt) {

    /** An account of which nothing is known yet. */
    public static Account unknown(String id) {
        return new Account(id, null, Profile.UNOPENED, Balances.NONE, Findings.NONE, 0, -1, null);
    }

    /** An account of which nothing can be read: parked, so that nothing is computed with it. */
    public static Account unreadable(String id, String reason) {
        return unknown(id).with(Findings.NONE.parked(reason, 0));
    }

    public boolean isOpened() {
        return profile.status() != AccountStatus.UNOPENED;
    }

    public boolean isParked() {
        return findings.parked() != null;
    }

    /** What a debit over HTTP may take: balance + overdraft limit, minor units; the sum may need more than 64 bits. */
    public BigInteger available() {
        return BigInteger.valueOf(balances.balance()).add(BigInteger.valueOf(profile.limit()));
    }

    Account opened(AccountOpened event) {
        if (isOpened()) {
            return this;
        }
        Profile open = new Profile(
                AccountStatus.OPEN,
                event.holder() == null ? profile.holder() : event.holder(),
                profile.limit(),
                event.openedOn());
        return with(open);
    }

    /** A status is described of an opened account only, and never takes the opening back. */
    Account described(AccountDescribed event) {
        boolean hasStatus = isOpened() && event.status() != null && event.status() != AccountStatus.UNOPENED;
        return with(new Profile(
                hasStatus ? event.status() : profile.status(),
                event.holder() == null ? profile.holder() : event.holder(),
                event.limit() == null ? profile.limit() : event.limit().minor(),
                profile.openedOn()));
    }

    Account closed() {
        return with(new Profile(AccountStatus.CLOSED, profile.holder(), profile.limit(), profile.openedOn()));
    }

    Account posted(Posting event, Origin origin) {
        if (!origin.isMainframe()) {
            return with(balances.movedBy(event.change()));
        }
        LocalDate on = event.bookedAt() == null ? null : event.bookedAt().toLocalDate();
        return with(balances.movedByMainframe(event.change(), on));
    }

    /** By a posting of the mainframe in its currency, or in the first one that a fact names. */
    Account moved(LogEntry.Movement by) {
        return new Account(
                id,
                by.currency(),
                profile,
                balances.movedByMainframe(by.change(), by.bookedOn()),
                findings,
                version + 1,
                by.offset(),
                by.time());
    }

    /** The first sets the balance, unless later movements are already in it; every other one is an assertion. */
    Account broughtForward(BalanceBroughtForward event, RecordedEvent recorded) {
        long asserted = event.amount().minor();
        boolean first = balances.broughtForward() == null;
        if (first && !balances.movedAfter(event.asOf())) {
            return with(balances.setTo(asserted, event.asOf()));
        }
        Account after = with(balances.assertedOn(event.asOf()));
        if (asserted == balances.mainframe()) {
            return after.with(findings.closed(currency, recorded.time()));
        }
        Money found = new Money(balances.mainframe(), currency);
        return after.with(findings.with(new Break(event.amount(), found, event.asOf(), recorded)));
    }

    /**
     * Whether the mainframe may still open it in another currency: no money moved on it, or nothing is on it and the
     * mainframe says so for the second time.
     */
    boolean mayTurnInto(Currency named) {
        return !balances.moved() || (balances.isNothing() && findings.haveBreakOf(named));
    }

    /** In another currency: what waited in that one is in it, and what there was in the old one waits. */
    Account turnedInto(Currency named, RecordedEvent opening) {
        Suspense waited = findings.suspense(named);
        Findings left = findings.without(named).opened(named, opening.time());
        if (!balances.isNothing() || profile.limit() != 0) {
            Suspense old = findings.suspense(currency);
            left = left.with(new Suspense(
                    currency, balances.plus(old.balances()), profile.limit(), old.count() + 1, opening.id()));
        }
        return in(waited).with(left);
    }

    Account acknowledged(BreakAcknowledged event, Instant at) {
        return with(findings.acknowledged(event.breakOf(), new Acknowledgement(event.by(), event.reason(), at)));
    }

    /** Opened by the mainframe over an opening that did not count: what that one said does not stay beside it. */
    Account reopened(AccountOpened event) {
        Account opened = opened(event);
        String holder = event.holder() == null ? profile.holder() : event.holder();
        return opened.with(new Profile(opened.profile.status(), holder, opened.profile.limit(), event.openedOn()));
    }

    Account in(Currency named) {
        return new Account(id, named, profile, balances, findings, version, offset, updatedAt);
    }

    /** As it would be in the currency of what waits. */
    Account in(Suspense waiting) {
        Profile limited = new Profile(profile.status(), profile.holder(), waiting.limit(), profile.openedOn());
        return in(waiting.currency()).with(limited).with(waiting.balances());
    }

    Account with(Profile changed) {
        return new Account(id, currency, changed, balances, findings, version, offset, updatedAt);
    }

    Account with(Balances changed) {
        return new Account(id, currency, profile, changed, findings, version, offset, updatedAt);
    }

    Account with(Findings changed) {
        return new Account(id, currency, profile, balances, changed, version, offset, updatedAt);
    }

    Account at(long newVersion, long newOffset, Instant time) {
        return new Account(id, currency, profile, balances, findings, newVersion, newOffset, time);
    }
}

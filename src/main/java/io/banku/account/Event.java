package io.banku.account;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;

/**
 * A fact about one account, in the past tense. Immutable; a property that is not known is null and is left out of the
 * log. What an event changes is said by its {@link #applyTo}.
 */
public sealed interface Event {

    /** The account's id: the digits of the copybook's field with their zeros, or trimmed text. */
    String account();

    /**
     * The account after this fact. It neither asks what may be nor guards against replay: see {@link Fold}.
     *
     * @throws ArithmeticException when a balance would not fit 64 bits of minor units
     */
    Account applyTo(Account before, RecordedEvent recorded);

    /** The currency it speaks of, or null where it speaks of none. */
    Currency currency();

    /** What the balance moves by, in minor units of {@link #currency}; 0 where it moves nothing. */
    default long change() {
        return 0;
    }

    /**
     * An account is open in a currency. Said again it changes nothing; in another currency it counts only if the mainframe
     * says it, and only on an account that no money moved on, as {@link Fold} has it.
     */
    record AccountOpened(String account, Currency currency, String holder, LocalDate openedOn) implements Event {
        @Override
        public Account applyTo(Account before, RecordedEvent recorded) {
            return before.opened(this);
        }
    }

    /**
     * Holder, overdraft limit or status as the mainframe describes them now; what is null stays as it was. An account
     * that is not opened yet stays unopened whatever status is described.
     */
    record AccountDescribed(String account, String holder, Money limit, AccountStatus status) implements Event {
        @Override
        public Account applyTo(Account before, RecordedEvent recorded) {
            return before.described(this);
        }

        @Override
        public Currency currency() {
            return limit == null ? null : limit.currency();
        }

        AccountDescribed withoutLimit() {
            return new AccountDescribed(account, holder, null, status);
        }
    }

    record AccountClosed(String account, LocalDate closedOn) implements Event {
        @Override
        public Account applyTo(Account before, RecordedEvent recorded) {
            return before.closed();
        }

        @Override
        public Currency currency() {
            return null;
        }
    }

    /** What the mainframe says the balance was at the end of {@code asOf}: the first one sets, every later one asserts. */
    record BalanceBroughtForward(String account, Money amount, LocalDate asOf) implements Event {
        @Override
        public Account applyTo(Account before, RecordedEvent recorded) {
            return before.broughtForward(this, recorded);
        }

        @Override
        public Currency currency() {
            return amount.currency();
        }
    }

    /** A fact that moves the balance by {@link #change}. */
    sealed interface Posting extends Event {
        Money amount();

        /** When the mainframe booked it, or null where it did not say. */
        OffsetDateTime bookedAt();

        @Override
        default Currency currency() {
            return amount().currency();
        }

        @Override
        default Account applyTo(Account before, RecordedEvent recorded) {
            return before.posted(this, recorded.origin());
        }
    }

    record MoneyDeposited(String account, Money amount, OffsetDateTime bookedAt, String text, String reference)
            implements Posting {
        @Override
        public long change() {
            return amount.minor();
        }
    }

    record MoneyWithdrawn(String account, Money amount, OffsetDateTime bookedAt, String text, String reference)
            implements Posting {
        @Override
        public long change() {
            return Math.negateExact(amount.minor());
        }
    }

    /** The debit leg of a transfer. */
    record MoneySent(
            String account, Money amount, OffsetDateTime bookedAt, String text, String transfer, String counterparty)
            implements Posting {
        @Override
        public long change() {
            return Math.negateExact(amount.minor());
        }
    }

    /** The credit leg of a transfer. */
    record MoneyReceived(
            String account, Money amount, OffsetDateTime bookedAt, String text, String transfer, String counterparty)
            implements Posting {
        @Override
        public long change() {
            return amount.minor();
        }
    }

    /** An earlier posting is undone: {@code amount} is what the balance moves by, so a deposit's reversal is negative. */
    record PostingReversed(String account, Money amount, OffsetDateTime bookedAt, String text, String reverses)
            implements Posting {
        @Override
        public long change() {
            return amount.minor();
        }
    }

    /**
     * Somebody knows of a break: it stays, and nothing moves.
     *
     * @param breakOf id of the event that showed it
     */
    record BreakAcknowledged(String account, String breakOf, String reason, String by) implements Event {
        @Override
        public Account applyTo(Account before, RecordedEvent recorded) {
            return before.acknowledged(this, recorded.time());
        }

        @Override
        public Currency currency() {
            return null;
        }
    }

    /** A command was not carried out; nothing moved. */
    record CommandDeclined(String account, String reason, String detail) implements Event {
        @Override
        public Account applyTo(Account before, RecordedEvent recorded) {
            return before;
        }

        @Override
        public Currency currency() {
            return null;
        }
    }
}

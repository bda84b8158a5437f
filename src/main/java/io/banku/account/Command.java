package io.banku.account;

import java.util.Currency;

/**
 * A wish about an account, as a client uttered it: it is decided, see {@link Decide}, and becomes events. Immutable; what
 * the client left out is null.
 */
public sealed interface Command {

    /** The account that it is addressed to: whose balance decides, and whose partition it is decided in. */
    String account();

    Currency currency();

    record OpenAccount(String account, Currency currency, String holder) implements Command {}

    /** A wish to move an amount, which is positive. */
    sealed interface Movement extends Command {
        Money amount();

        /** What the client wrote beside it, or null. */
        String text();

        @Override
        default Currency currency() {
            return amount().currency();
        }
    }

    record Deposit(String account, Money amount, String text, String reference) implements Movement {
        public Deposit {
            requirePositive(amount);
        }
    }

    record Withdraw(String account, Money amount, String text, String reference) implements Movement {
        public Withdraw {
            requirePositive(amount);
        }
    }

    /** @param target the account that receives the amount */
    record Transfer(String account, String target, Money amount, String text) implements Movement {
        public Transfer {
            requirePositive(amount);
        }
    }

    /**
     * Somebody knows of a break.
     *
     * @param number of the break, from 1 in the order in which the account's were found
     * @param by who says so
     */
    record AcknowledgeBreak(String account, long number, String reason, String by) implements Command {
        /** Of no currency. */
        @Override
        public Currency currency() {
            return null;
        }
    }

    /**
     * A wish that this version cannot read: of a later one, perhaps. It can only be declined.
     *
     * @param found what is wrong with it
     */
    record Unreadable(String account, String found) implements Command {
        /** Not known. */
        @Override
        public Currency currency() {
            return null;
        }
    }

    private static void requirePositive(Money amount) {
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("expected an amount above zero, found " + amount);
        }
    }
}

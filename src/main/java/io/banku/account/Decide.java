package io.banku.account;

import io.banku.account.Command.AcknowledgeBreak;
import io.banku.account.Command.Deposit;
import io.banku.account.Command.Movement;
import io.banku.account.Command.OpenAccount;
import io.banku.account.Command.Transfer;
import io.banku.account.Command.Unreadable;
import io.banku.account.Command.Withdraw;
import io.banku.account.Event.AccountOpened;
import io.banku.account.Event.BreakAcknowledged;
import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Event.MoneyReceived;
import io.banku.account.Event.MoneySent;
import io.banku.account.Event.MoneyWithdrawn;
import io.banku.account.Findings.Break;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Function;

/** The rules for commands: what a command comes to on accounts as they are. Pure and free of state. */
public final class Decide {
    /** The most that one command may move, minor units. */
    public static final long MOST_AMOUNT = 1_000_000_000_000_000L;

    /**
     * The most that a command may make of a balance, above zero or below, minor units. Credits of other partitions are
     * decided at the same time on the same balance: eight thousand of the largest still fit its 64 bits, so no command parks
     * an account.
     */
    public static final long MOST_BALANCE = 1_000_000_000_000_000_000L;

    private final Function<String, Account> accounts;
    private final String commandId;
    private final LocalDate today;

    private Decide(Function<String, Account> accounts, String commandId, LocalDate today) {
        this.accounts = accounts;
        this.commandId = commandId;
        this.today = today;
    }

    /**
     * Decides one command.
     *
     * @param accounts the account that an id stands for; an unknown one where there is none
     * @param commandId names the transfer in both of its legs
     * @param today the day on which an account is opened
     */
    public static Decision on(Command command, Function<String, Account> accounts, String commandId, LocalDate today) {
        try {
            return new Decide(accounts, commandId, today).accepted(command);
        } catch (Declined declined) {
            return Decision.declined(command, declined.reason, declined.getMessage());
        }
    }

    private Decision accepted(Command command) throws Declined {
        if (command instanceof Unreadable unreadable) {
            throw new Declined(
                    Decline.UNREADABLE_COMMAND,
                    "The process that decides for account " + command.account() + " cannot read it: "
                            + unreadable.found() + ".");
        }
        Account account = accounts.apply(command.account());
        if (command instanceof OpenAccount opening) {
            return opened(opening, account);
        }
        if (command instanceof AcknowledgeBreak acknowledgement) {
            return acknowledged(acknowledgement, account);
        }
        Movement movement = (Movement) command;
        requireUsable(Side.OWN, account, movement.currency());
        if (movement.amount().minor() > MOST_AMOUNT) {
            throw new Declined(
                    Decline.AMOUNT_TOO_LARGE,
                    "At most " + new Money(MOST_AMOUNT, movement.currency()) + " can be moved at once; "
                            + movement.amount() + " was asked for.");
        }
        if (movement instanceof Deposit deposit) {
            requireRoom(deposit.amount(), account);
            return Decision.accepted(
                    new MoneyDeposited(account.id(), deposit.amount(), null, deposit.text(), deposit.reference()));
        }
        requireFunds(movement.amount(), account);
        if (movement instanceof Withdraw withdrawal) {
            return Decision.accepted(new MoneyWithdrawn(
                    account.id(), withdrawal.amount(), null, withdrawal.text(), withdrawal.reference()));
        }
        return transferred((Transfer) movement);
    }

    private Decision opened(OpenAccount opening, Account account) throws Declined {
        if (account.isOpened()) {
            throw new Declined(Decline.ACCOUNT_EXISTS, "Account " + account.id() + " is opened already.");
        }
        if (account.isParked()) {
            throw new Declined(Decline.ACCOUNT_PARKED, "Account " + account.id() + " is parked until it is repaired.");
        }
        if (account.currency() != null && account.currency() != opening.currency()) {
            throw new Declined(
                    Decline.CURRENCY_MISMATCH,
                    "Facts about account " + account.id() + " arrived in " + account.currency() + "; "
                            + opening.currency() + " was asked for.");
        }
        return Decision.accepted(new AccountOpened(account.id(), opening.currency(), opening.holder(), today));
    }

    private static Decision acknowledged(AcknowledgeBreak wish, Account account) throws Declined {
        requireRepairable(account);
        Break found = account.findings().numbered(wish.number());
        if (found == null || found.isClosed()) {
            throw new Declined(
                    Decline.NO_OPEN_BREAK,
                    "Break " + wish.number() + " of account " + account.id()
                            + (found == null ? " is none of those that are kept." : " is closed."));
        }
        return Decision.accepted(new BreakAcknowledged(account.id(), found.event(), wish.reason(), wish.by()));
    }

    /** A repair is for whatever the mainframe has said something of, opened or closed. */
    private static void requireRepairable(Account account) throws Declined {
        if (account.isParked()) {
            throw new Declined(Decline.ACCOUNT_PARKED, "Account " + account.id() + " is parked until it is repaired.");
        }
        if (account.version() == 0) {
            throw new Declined(Decline.UNKNOWN_ACCOUNT, "There is no account " + account.id() + ".");
        }
    }

    private Decision transferred(Transfer transfer) throws Declined {
        if (transfer.target().equals(transfer.account())) {
            throw new Declined(Decline.SAME_ACCOUNT, "Account " + transfer.account() + " cannot send money to itself.");
        }
        Account target = accounts.apply(transfer.target());
        requireUsable(Side.TARGET, target, transfer.currency());
        requireRoom(transfer.amount(), target);
        return Decision.transferred(
                new MoneySent(
                        transfer.account(), transfer.amount(), null, transfer.text(), commandId, transfer.target()),
                new MoneyReceived(
                        transfer.target(), transfer.amount(), null, transfer.text(), commandId, transfer.account()));
    }

    private static void requireUsable(Side side, Account account, Currency asked) throws Declined {
        String named = "Account " + account.id();
        if (account.isParked()) {
            throw new Declined(side.parked, named + " is parked until it is repaired.");
        }
        if (account.version() == 0) {
            throw new Declined(side.unknown, "There is no account " + account.id() + ".");
        }
        if (!account.isOpened()) {
            throw new Declined(side.notOpened, named + " is not opened yet.");
        }
        if (account.profile().status() == AccountStatus.CLOSED) {
            throw new Declined(side.closed, named + " is closed.");
        }
        if (account.currency() != asked) {
            throw new Declined(
                    side.currency, named + " is in " + account.currency() + "; " + asked + " was asked for.");
        }
    }

    /** The mainframe may have taken an account below zero, and over its limit: then nothing is available. */
    private static void requireFunds(Money amount, Account account) throws Declined {
        if (account.profile().status() == AccountStatus.BLOCKED) {
            throw new Declined(Decline.ACCOUNT_BLOCKED, "Account " + account.id() + " is blocked for debits.");
        }
        BigInteger available = account.available();
        if (available.compareTo(BigInteger.valueOf(amount.minor())) < 0) {
            String shown = new BigDecimal(available, Money.scale(amount.currency())).toPlainString();
            throw new Declined(
                    Decline.INSUFFICIENT_FUNDS,
                    "Account " + account.id() + " has " + shown + " " + amount.currency() + " available; " + amount
                            + " was asked for.");
        }
        if (account.balances().balance() < amount.minor() - MOST_BALANCE) {
            throw new Declined(
                    Decline.AMOUNT_TOO_LARGE,
                    "A debit may take a balance to " + new Money(-MOST_BALANCE, amount.currency()) + " at most; "
                            + amount + " would take account " + account.id() + " further.");
        }
    }

    private static void requireRoom(Money amount, Account account) throws Declined {
        if (account.balances().balance() > MOST_BALANCE - amount.minor()) {
            throw new Declined(
                    Decline.AMOUNT_TOO_LARGE,
                    "A credit may make at most " + new Money(MOST_BALANCE, amount.currency()) + " of a balance; "
                            + amount + " would make more of account " + account.id() + ".");
        }
    }

    /** Which of a transfer's accounts a rule speaks of, and so for which reasons it declines. */
    private enum Side {
        OWN(
                Decline.ACCOUNT_PARKED,
                Decline.UNKNOWN_ACCOUNT,
                Decline.ACCOUNT_NOT_OPENED,
                Decline.ACCOUNT_CLOSED,
                Decline.CURRENCY_MISMATCH),
        TARGET(
                Decline.TARGET_PARKED,
                Decline.UNKNOWN_TARGET,
                Decline.TARGET_NOT_OPENED,
                Decline.TARGET_CLOSED,
                Decline.TARGET_CURRENCY_MISMATCH);

        private final Decline parked;
        private final Decline unknown;
        private final Decline notOpened;
        private final Decline closed;
        private final Decline currency;

        Side(Decline parked, Decline unknown, Decline notOpened, Decline closed, Decline currency) {
            this.parked = parked;
            this.unknown = unknown;
            this.notOpened = notOpened;
            this.closed = closed;
            this.currency = currency;
        }
    }

    /** Leaves the rules at the first that is not met; the message is for the client. */
    private static final class Declined extends Exception {
        private final Decline reason;

        Declined(Decline reason, String detail) {
            super(detail, null, false, false);
            this.reason = reason;
        }
    }
}

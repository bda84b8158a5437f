package io.banku.account;

import static io.banku.account.DecisionStory.CLARA;
import static io.banku.account.DecisionStory.HUGO;
import static io.banku.account.DecisionStory.given;
import static io.banku.account.DecisionStory.noAccounts;
import static io.banku.account.Story.EUR;
import static io.banku.account.Story.USD;
import static io.banku.account.Story.eur;
import static io.banku.account.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.account.Command.AcknowledgeBreak;
import io.banku.account.Command.Deposit;
import io.banku.account.Command.OpenAccount;
import io.banku.account.Command.Transfer;
import io.banku.account.Command.Withdraw;
import io.banku.account.Event.AccountClosed;
import io.banku.account.Event.AccountDescribed;
import io.banku.account.Event.AccountOpened;
import io.banku.account.Event.BreakAcknowledged;
import io.banku.account.Event.CommandDeclined;
import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Event.MoneyReceived;
import io.banku.account.Event.MoneySent;
import io.banku.account.Event.MoneyWithdrawn;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a command comes to: given these events, when this is wished, then these events. */
class DecideTest {

    @Test
    void anAccountIsOpenedAndHasNothing() {
        noAccounts()
                .when(new OpenAccount(CLARA, EUR, "CLARA"))
                .then(new AccountOpened(CLARA, EUR, "CLARA", LocalDate.parse("2026-11-22")))
                .balance(CLARA, "0.00");
    }

    @Test
    void anAccountIsOpenedOnce() {
        given(opened(CLARA)).when(new OpenAccount(CLARA, EUR, "HUGO")).declined(Decline.ACCOUNT_EXISTS);
    }

    @Test
    void aClosedAccountIsNotOpenedAgain() {
        given(opened(CLARA), new AccountClosed(CLARA, null))
                .when(new OpenAccount(CLARA, EUR, null))
                .declined(Decline.ACCOUNT_EXISTS);
    }

    @Test
    void anAccountThatFactsArrivedForIsOpenedWithWhatTheyMake() {
        given(deposited(CLARA, "7.00"))
                .when(new OpenAccount(CLARA, EUR, null))
                .then(new AccountOpened(CLARA, EUR, null, LocalDate.parse("2026-11-22")))
                .balance(CLARA, "7.00");
    }

    @Test
    void anAccountThatFactsArrivedForIsNotOpenedInAnotherCurrency() {
        given(deposited(CLARA, "7.00"))
                .when(new OpenAccount(CLARA, USD, null))
                .declined(Decline.CURRENCY_MISMATCH, "Facts about account clara arrived in EUR; USD was asked for.");
    }

    @Test
    void aParkedAccountIsNotOpened() {
        given(deposited(CLARA, new Money(Long.MAX_VALUE, EUR)), deposited(CLARA, "0.01"))
                .when(new OpenAccount(CLARA, EUR, null))
                .declined(Decline.ACCOUNT_PARKED);
    }

    @Test
    void aDepositIsAddedToTheBalance() {
        given(opened(CLARA), deposited(CLARA, "20.00"))
                .when(new Deposit(CLARA, eur("25.00"), "SALARY", "R-1"))
                .then(new MoneyDeposited(CLARA, eur("25.00"), null, "SALARY", "R-1"))
                .balance(CLARA, "45.00");
    }

    @Test
    void withdrawalsAreTakenFromTheBalance() {
        given(opened(CLARA), deposited(CLARA, "20.00"))
                .when(new Withdraw(CLARA, eur("5.00"), "CASH", "R-1"))
                .then(new MoneyWithdrawn(CLARA, eur("5.00"), null, "CASH", "R-1"))
                .when(new Withdraw(CLARA, eur("2.00"), null, null))
                .then(new MoneyWithdrawn(CLARA, eur("2.00"), null, null, null))
                .balance(CLARA, "13.00");
    }

    @Test
    void aWithdrawalBeyondTheBalanceChangesNothing() {
        given(opened(CLARA), deposited(CLARA, "20.00"))
                .when(new Withdraw(CLARA, eur("30.00"), null, null))
                .declined(Decline.INSUFFICIENT_FUNDS, "Account clara has 20.00 EUR available; 30.00 EUR was asked for.")
                .balance(CLARA, "20.00");
    }

    @Test
    void everythingThatIsAvailableCanBeWithdrawn() {
        given(opened(CLARA), deposited(CLARA, "20.00"))
                .when(new Withdraw(CLARA, eur("20.00"), null, null))
                .then(new MoneyWithdrawn(CLARA, eur("20.00"), null, null, null))
                .balance(CLARA, "0.00");
    }

    @Test
    void theOverdraftLimitIsAvailableToTheCentAndNoFurther() {
        Event limit = new AccountDescribed(CLARA, null, eur("50.00"), null);

        given(opened(CLARA), limit, deposited(CLARA, "20.00"))
                .when(new Withdraw(CLARA, eur("70.00"), null, null))
                .then(new MoneyWithdrawn(CLARA, eur("70.00"), null, null, null));
        given(opened(CLARA), limit, deposited(CLARA, "20.00"))
                .when(new Withdraw(CLARA, eur("70.01"), null, null))
                .declined(Decline.INSUFFICIENT_FUNDS);
    }

    @Test
    void whereTheMainframeWentBelowZeroNothingIsAvailable() {
        given(opened(CLARA), new MoneyWithdrawn(CLARA, eur("1.00"), null, null, null))
                .when(new Withdraw(CLARA, eur("0.01"), null, null))
                .declined(Decline.INSUFFICIENT_FUNDS, "Account clara has -1.00 EUR available; 0.01 EUR was asked for.");
    }

    @Test
    void aTransferTakesFromOneAndGivesToTheOther() {
        given(opened(HUGO), opened(CLARA), deposited(HUGO, "100.00"), deposited(CLARA, "50.00"))
                .when(new Transfer(HUGO, CLARA, eur("30.00"), "RENT"))
                .then(
                        new MoneySent(HUGO, eur("30.00"), null, "RENT", "c-1", CLARA),
                        new MoneyReceived(CLARA, eur("30.00"), null, "RENT", "c-1", HUGO))
                .balance(HUGO, "70.00")
                .balance(CLARA, "80.00");
    }

    @Test
    void aTransferBeyondTheBalanceChangesNothing() {
        given(opened(HUGO), opened(CLARA), deposited(HUGO, "100.00"), deposited(CLARA, "50.00"))
                .when(new Transfer(HUGO, CLARA, eur("150.00"), null))
                .declined(Decline.INSUFFICIENT_FUNDS)
                .balance(HUGO, "100.00")
                .balance(CLARA, "50.00");
    }

    @Test
    void aTransferNeedsTwoAccounts() {
        given(opened(HUGO), deposited(HUGO, "100.00"))
                .when(new Transfer(HUGO, HUGO, eur("1.00"), null))
                .declined(Decline.SAME_ACCOUNT);
    }

    @Test
    void aTransferNeedsATargetThatIsThere() {
        given(opened(HUGO), deposited(HUGO, "100.00"))
                .when(new Transfer(HUGO, CLARA, eur("1.00"), null))
                .declined(Decline.UNKNOWN_TARGET);
    }

    @Test
    void aTransferNeedsATargetThatIsOpenedAndNotClosed() {
        given(opened(HUGO), deposited(HUGO, "100.00"), deposited(CLARA, "1.00"))
                .when(new Transfer(HUGO, CLARA, eur("1.00"), null))
                .declined(Decline.TARGET_NOT_OPENED);
        given(opened(HUGO), deposited(HUGO, "100.00"), opened(CLARA), new AccountClosed(CLARA, null))
                .when(new Transfer(HUGO, CLARA, eur("1.00"), null))
                .declined(Decline.TARGET_CLOSED);
    }

    @Test
    void aTransferNeedsATargetInTheSameCurrency() {
        given(opened(HUGO), deposited(HUGO, "100.00"), new AccountOpened(CLARA, USD, null, null))
                .when(new Transfer(HUGO, CLARA, eur("1.00"), null))
                .declined(Decline.TARGET_CURRENCY_MISMATCH, "Account clara is in USD; EUR was asked for.");
    }

    @Test
    void aTransferToAParkedTargetIsDeclined() {
        given(opened(HUGO), deposited(HUGO, "100.00"), opened(CLARA))
                .and(deposited(CLARA, new Money(Long.MAX_VALUE, EUR)), deposited(CLARA, "0.01"))
                .when(new Transfer(HUGO, CLARA, eur("1.00"), null))
                .declined(Decline.TARGET_PARKED);
    }

    @Test
    void aBlockedAccountTakesCreditsAndGivesNothing() {
        Event blocked = new AccountDescribed(CLARA, null, null, AccountStatus.BLOCKED);

        given(opened(CLARA), deposited(CLARA, "20.00"), blocked)
                .when(new Withdraw(CLARA, eur("1.00"), null, null))
                .declined(Decline.ACCOUNT_BLOCKED)
                .when(new Deposit(CLARA, eur("1.00"), null, null))
                .then(new MoneyDeposited(CLARA, eur("1.00"), null, null, null));
        given(opened(CLARA), blocked, opened(HUGO), deposited(HUGO, "20.00"))
                .when(new Transfer(HUGO, CLARA, eur("1.00"), null))
                .balance(CLARA, "1.00");
    }

    @Test
    void nothingIsMovedOnAnAccountThatIsUnknownUnopenedClosedOrParked() {
        Command deposit = new Deposit(CLARA, eur("1.00"), null, null);

        noAccounts().when(deposit).declined(Decline.UNKNOWN_ACCOUNT, "There is no account clara.");
        given(deposited(CLARA, "1.00")).when(deposit).declined(Decline.ACCOUNT_NOT_OPENED);
        given(opened(CLARA), new AccountClosed(CLARA, null)).when(deposit).declined(Decline.ACCOUNT_CLOSED);
        given(opened(CLARA), deposited(CLARA, new Money(Long.MAX_VALUE, EUR)), deposited(CLARA, "0.01"))
                .when(deposit)
                .declined(Decline.ACCOUNT_PARKED);
    }

    @Test
    void nothingIsMovedInAnotherCurrency() {
        given(opened(CLARA), deposited(CLARA, "20.00"))
                .when(new Withdraw(CLARA, usd("1.00"), null, null))
                .declined(Decline.CURRENCY_MISMATCH, "Account clara is in EUR; USD was asked for.");
    }

    @Test
    void noCommandMakesABalanceThatCouldGrowBeyondItsBits() {
        Money most = new Money(Decide.MOST_BALANCE, EUR);

        given(opened(CLARA), deposited(CLARA, most))
                .when(new Deposit(CLARA, eur("0.01"), null, null))
                .declined(Decline.AMOUNT_TOO_LARGE);
        given(opened(CLARA), deposited(CLARA, most), opened(HUGO), deposited(HUGO, "1.00"))
                .when(new Transfer(HUGO, CLARA, eur("0.01"), null))
                .declined(Decline.AMOUNT_TOO_LARGE);
        given(opened(CLARA))
                .when(new Deposit(CLARA, new Money(Decide.MOST_AMOUNT + 1, EUR), null, null))
                .declined(Decline.AMOUNT_TOO_LARGE);
        assertThat(Long.MAX_VALUE / Decide.MOST_AMOUNT - Decide.MOST_BALANCE / Decide.MOST_AMOUNT)
                .as("credits that may race")
                .isGreaterThan(8_000);
    }

    @Test
    void anAmountIsAboveZero() {
        assertThatThrownBy(() -> new Deposit(CLARA, eur("0.00"), null, null))
                .hasMessage("expected an amount above zero, found 0.00 EUR");
        assertThatThrownBy(() -> new Withdraw(CLARA, eur("-1.00"), null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Transfer(CLARA, HUGO, eur("-1.00"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDeclineIsAnEventOfTheAccountThatTheCommandWasFor() {
        Decision decision = Decide.on(
                new Withdraw(CLARA, eur("1.00"), null, null), Account::unknown, "c-1", LocalDate.parse("2026-11-22"));

        assertThat(decision.isDeclined()).isTrue();
        assertThat(decision.own())
                .isEqualTo(new CommandDeclined(CLARA, "unknown-account", "There is no account clara."));
        assertThat(decision.credit()).isEmpty();
    }

    private static Event opened(String account) {
        return new AccountOpened(account, EUR, null, null);
    }

    private static Event deposited(String account, String amount) {
        return deposited(account, eur(amount));
    }

    private static Event deposited(String account, Money amount) {
        return new MoneyDeposited(account, amount, null, null, null);
    }

    @Test
    void aBreakIsAcknowledgedByItsNumber() {
        given(opened(CLARA), master("5.00"), master("6.00"), master("7.00"))
                .when(new AcknowledgeBreak(CLARA, 2, "a fee", "Greta"))
                .then(new BreakAcknowledged(CLARA, "e-3", "a fee", "Greta"))
                .balance(CLARA, "5.00");
    }

    @Test
    void onlyABreakThatIsThereAndNotClosedIsAcknowledged() {
        given(opened(CLARA), master("5.00"), master("6.00"))
                .when(new AcknowledgeBreak(CLARA, 2, "a fee", "Greta"))
                .declined(Decline.NO_OPEN_BREAK, "Break 2 of account clara is none of those that are kept.")
                .and(master("5.00"))
                .when(new AcknowledgeBreak(CLARA, 1, "a fee", "Greta"))
                .declined(Decline.NO_OPEN_BREAK, "Break 1 of account clara is closed.");
        noAccounts().when(new AcknowledgeBreak(CLARA, 1, "a fee", "Greta")).declined(Decline.UNKNOWN_ACCOUNT);
    }

    private static Event master(String amount) {
        return new Event.BalanceBroughtForward(CLARA, eur(amount), LocalDate.parse("2026-11-20"));
    }
}

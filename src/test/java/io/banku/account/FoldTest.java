package io.banku.account;

import static io.banku.account.Story.ACCOUNT;
import static io.banku.account.Story.EUR;
import static io.banku.account.Story.JPY;
import static io.banku.account.Story.USD;
import static io.banku.account.Story.deposited;
import static io.banku.account.Story.eur;
import static io.banku.account.Story.given;
import static io.banku.account.Story.opened;
import static io.banku.account.Story.usd;
import static io.banku.account.Story.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What one account becomes by the facts about it. */
class FoldTest {

    @Test
    void aNewAccountHasNothing() {
        Account account = given(opened(EUR)).account();

        assertThat(account.balances()).isEqualTo(Balances.NONE);
        assertThat(account.profile())
                .isEqualTo(new Profile(AccountStatus.OPEN, "GRUBER", 0, LocalDate.parse("2026-11-20")));
        assertThat(account.currency()).isEqualTo(EUR);
        assertThat(account.findings()).isEqualTo(Findings.NONE);
        assertThat(account.version()).isEqualTo(1);
    }

    @Test
    void depositsAddUp() {
        Account account =
                given(opened(EUR), deposited("125.00"), deposited("0.05")).account();

        assertThat(account.balances().balance()).isEqualTo(125_05);
        assertThat(account.balances().mainframe()).isEqualTo(125_05);
    }

    @Test
    void aWithdrawalOfTheMainframeMayTakeTheBalanceBelowZero() {
        Account account =
                given(opened(EUR), deposited("10.00"), withdrawn("12.50")).account();

        assertThat(account.balances().balance()).isEqualTo(-2_50);
        assertThat(account.isParked()).isFalse();
    }

    @Test
    void aSentLegTakesAndAReceivedLegGives() {
        Event sent = new Event.MoneySent(ACCOUNT, eur("30.00"), null, null, "T-1", "0000004712");
        Event received = new Event.MoneyReceived(ACCOUNT, eur("7.00"), null, null, "T-2", "0000004712");

        Account account =
                given(opened(EUR), deposited("100.00"), sent, received).account();

        assertThat(account.balances().balance()).isEqualTo(77_00);
    }

    @Test
    void aReversalMovesTheBalanceByItsSignedAmount() {
        Event undone = new Event.PostingReversed(ACCOUNT, eur("-25.00"), null, null, "9f2c/2/0");

        Account account = given(opened(EUR), deposited("125.00"), undone).account();

        assertThat(account.balances().balance()).isEqualTo(100_00);
    }

    @Test
    void anOpeningSaidAgainChangesNothing() {
        Event again = new Event.AccountOpened(ACCOUNT, EUR, "SOMEBODY ELSE", LocalDate.parse("2026-11-22"));
        Story story = given(opened(EUR), deposited("125.00"));
        Account before = story.account();

        Account after = story.then(again).account();

        assertThat(after.profile()).isEqualTo(before.profile());
        assertThat(after.balances()).isEqualTo(before.balances());
        assertThat(after.version()).isEqualTo(before.version() + 1);
    }

    @Test
    void aFactAboutAnUnknownAccountMakesItAnUnopenedOne() {
        Account account = given(deposited("125.00")).account();

        assertThat(account.profile().status()).isEqualTo(AccountStatus.UNOPENED);
        assertThat(account.isOpened()).isFalse();
        assertThat(account.balances().balance()).isEqualTo(125_00);
        assertThat(account.currency()).isEqualTo(EUR);
    }

    @Test
    void anOpeningThatComesLateKeepsWhatCameBefore() {
        Account account = given(deposited("125.00"), opened(EUR)).account();

        assertThat(account.profile().status()).isEqualTo(AccountStatus.OPEN);
        assertThat(account.balances().balance()).isEqualTo(125_00);
    }

    @Test
    void aDescriptionReplacesWhatItNamesAndLeavesTheRest() {
        Event described = new Event.AccountDescribed(ACCOUNT, null, eur("500.00"), AccountStatus.BLOCKED);

        Account account = given(opened(EUR), deposited("20.00"), described).account();

        assertThat(account.profile())
                .isEqualTo(new Profile(AccountStatus.BLOCKED, "GRUBER", 500_00, LocalDate.parse("2026-11-20")));
        assertThat(account.available()).isEqualTo(520_00);
    }

    @Test
    void aDescribedStatusDoesNotOpenAnAccount() {
        Event described = new Event.AccountDescribed(ACCOUNT, "GRUBER", null, AccountStatus.OPEN);

        Account account = given(described).account();

        assertThat(account.profile().status()).isEqualTo(AccountStatus.UNOPENED);
        assertThat(account.profile().holder()).isEqualTo("GRUBER");
    }

    @Test
    void aDescribedStatusDoesNotTakeAnOpeningBack() {
        Event described = new Event.AccountDescribed(ACCOUNT, null, null, AccountStatus.UNOPENED);

        Account account = given(opened(EUR), described).account();

        assertThat(account.profile().status()).isEqualTo(AccountStatus.OPEN);
    }

    @Test
    void factsStillReachAClosedAccount() {
        Event closed = new Event.AccountClosed(ACCOUNT, LocalDate.parse("2026-11-21"));

        Account account = given(opened(EUR), closed, deposited("1.00")).account();

        assertThat(account.profile().status()).isEqualTo(AccountStatus.CLOSED);
        assertThat(account.balances().balance()).isEqualTo(1_00);
    }

    @Test
    void aMovementOverHttpMovesTheBalanceAndNotTheMainframes() {
        Account account = given(opened(EUR), deposited("100.00"))
                .overHttp(withdrawn("30.00"))
                .account();

        assertThat(account.balances().balance()).isEqualTo(70_00);
        assertThat(account.balances().mainframe()).isEqualTo(100_00);
    }

    @Test
    void aDeclinedCommandChangesNothing() {
        Story story = given(opened(EUR), deposited("100.00"));
        Account before = story.account();

        Account after = story.overHttp(new Event.CommandDeclined(ACCOUNT, "insufficient-funds", null))
                .account();

        assertThat(after).isEqualTo(before);
    }

    @Test
    void aDeclinedCommandDoesNotMakeAnAccount() {
        Account account = given().overHttp(new Event.CommandDeclined(ACCOUNT, "account-not-found", null))
                .account();

        assertThat(account).isEqualTo(Account.unknown(ACCOUNT));
    }

    @Test
    void anEntryMetBeforeChangesNothing() {
        Story story = given(opened(EUR), deposited("125.00"));
        Account account = story.account();

        Account again = account;
        for (LogEntry entry : story.entries()) {
            again = Fold.apply(again, entry);
        }

        assertThat(again).isSameAs(account);
    }

    @Test
    void anAccountKnowsTheOffsetAndTheTimeOfItsLastEvent() {
        Account account = given(opened(EUR), deposited("125.00")).account();

        assertThat(account.offset()).isEqualTo(2);
        assertThat(account.updatedAt()).isEqualTo(Instant.parse("2026-11-21T22:15:03Z"));
    }

    @Test
    void whatIsAvailableIsTheBalanceAndTheLimitAndNeverWrapsAround() {
        Event limit = new Event.AccountDescribed(ACCOUNT, null, eur("0.01"), null);
        Account account = given(opened(EUR), limit, deposited(new Money(Long.MAX_VALUE, EUR)))
                .account();

        assertThat(account.available())
                .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE));
    }

    @Test
    void aFactInAnotherCurrencyWaitsInSuspenseForItsRepair() {
        Account account = given(opened(EUR), deposited("100.00"), deposited(usd("5.00")), deposited(usd("2.50")))
                .then(deposited(new Money(70, JPY)))
                .account();

        assertThat(account.balances().balance()).isEqualTo(100_00);
        assertThat(account.findings().suspense())
                .containsExactly(
                        new Findings.Suspense(USD, ofMainframe(7_50), 0, 2, "9f2c/4/0"),
                        new Findings.Suspense(JPY, ofMainframe(70), 0, 1, "9f2c/5/0"));
        assertThat(account.version()).isEqualTo(5);
    }

    @Test
    void theOpeningFixesTheCurrencyAndWhatCameBeforeInAnotherGoesToSuspense() {
        Account account =
                given(deposited(usd("5.00")), opened(EUR), deposited("1.00")).account();

        assertThat(account.currency()).isEqualTo(EUR);
        assertThat(account.balances().balance()).isEqualTo(1_00);
        assertThat(account.balances().mainframe()).isEqualTo(1_00);
        assertThat(account.findings().suspense())
                .containsExactly(new Findings.Suspense(USD, ofMainframe(5_00), 0, 1, "9f2c/2/0"));
    }

    @Test
    void aLimitInTheCurrencyThatTheOpeningDidNotTakeIsNoLimit() {
        Event yen = new Event.AccountDescribed(ACCOUNT, null, new Money(100_000, JPY), null);

        Account account = given(yen, opened(EUR)).account();

        assertThat(account.profile().limit())
                .as("100000 JPY are not 1000.00 EUR")
                .isZero();
    }

    private static Balances ofMainframe(long minor) {
        return Balances.NONE.movedByMainframe(minor, null);
    }
}

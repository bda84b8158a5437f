package io.banku.account;

import static io.banku.account.Story.EUR;
import static io.banku.account.Story.USD;
import static io.banku.account.Story.broughtForward;
import static io.banku.account.Story.deposited;
import static io.banku.account.Story.given;
import static io.banku.account.Story.opened;
import static io.banku.account.Story.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** An event that cannot be applied stops its account, and nothing else. */
class ParkingTest {
    private static final Money MOST = new Money(Long.MAX_VALUE, EUR);

    @Test
    void anEventThatDoesNotFitParksItsAccountAndSaysWhy() {
        Account account = given(opened(EUR), deposited(MOST), deposited("0.01")).account();

        assertThat(account.balances().balance()).isEqualTo(Long.MAX_VALUE);
        assertThat(account.findings().parked())
                .isEqualTo(new Findings.Parked(
                        "MoneyDeposited 9f2c/3/0 would take an amount beyond 64 bits of minor units", 4, 1));
        assertThat(account.version()).as("events applied").isEqualTo(2);
    }

    @Test
    void laterEventsOfAParkedAccountWaitAndAreCountedInTheirOrder() {
        Account account = given(opened(EUR), deposited(MOST), deposited("0.01"))
                .then(withdrawn("100.00"))
                .overHttp(deposited("1.00"))
                .account();

        assertThat(account.balances().balance()).isEqualTo(Long.MAX_VALUE);
        assertThat(account.findings().parked().from()).isEqualTo(4);
        assertThat(account.findings().parked().count()).isEqualTo(3);
        assertThat(account.offset()).as("the last event met").isEqualTo(8);
    }

    @Test
    void anUnreadableEntryParksItsAccountWithTheReason() {
        Account account = given(opened(EUR), deposited("5.00"))
                .unreadable("expected a JSON object, found no value")
                .then(deposited("1.00"))
                .account();

        assertThat(account.balances().balance()).isEqualTo(5_00);
        assertThat(account.findings().parked())
                .isEqualTo(new Findings.Parked("expected a JSON object, found no value", 4, 2));
    }

    @Test
    void theFirstReasonStays() {
        Account account =
                given(opened(EUR)).unreadable("first").unreadable("second").account();

        assertThat(account.findings().parked()).isEqualTo(new Findings.Parked("first", 2, 2));
    }

    @Test
    void aDeclinedCommandOfAParkedAccountIsNotKeptBackBecauseItMovesNothing() {
        Account account = given(opened(EUR))
                .unreadable("first")
                .overHttp(new Event.CommandDeclined(Story.ACCOUNT, "account-parked", null))
                .account();

        assertThat(account.findings().parked().count()).isEqualTo(1);
    }

    @Test
    void aSuspenseThatDoesNotFitParksToo() {
        Account account = given(opened(EUR), deposited(new Money(Long.MAX_VALUE, USD)))
                .then(deposited(new Money(1, USD)))
                .account();

        assertThat(account.isParked()).isTrue();
        assertThat(account.findings().suspense())
                .extracting(waiting -> waiting.balances().balance())
                .containsExactly(Long.MAX_VALUE);
    }

    @Test
    void theSmallestAmountThereIsCannotBeTakenAway() {
        Event least = new Event.MoneyWithdrawn(Story.ACCOUNT, new Money(Long.MIN_VALUE, EUR), null, null, null);

        Account account = given(opened(EUR), least).account();

        assertThat(account.isParked()).isTrue();
        assertThat(account.balances().balance()).isZero();
    }

    @Test
    void aBalanceBroughtForwardWhoseDifferenceDoesNotFitParks() {
        Account account = given(opened(EUR), withdrawn("0.02"))
                .then(new Event.BalanceBroughtForward(Story.ACCOUNT, MOST, LocalDate.parse("2026-11-20")))
                .then(broughtForward("2026-11-21", "1.00"))
                .account();

        assertThat(account.isParked()).isTrue();
        assertThat(account.balances().balance()).isEqualTo(-2);
        assertThat(account.findings().parked().count()).isEqualTo(2);
    }
}

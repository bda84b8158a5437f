package io.banku.account;

import static io.banku.account.Story.EUR;
import static io.banku.account.Story.broughtForward;
import static io.banku.account.Story.deposited;
import static io.banku.account.Story.depositedOn;
import static io.banku.account.Story.eur;
import static io.banku.account.Story.given;
import static io.banku.account.Story.opened;
import static io.banku.account.Story.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The balance that the mainframe's master file states: the first one is taken over, the others are compared. */
class BalanceBroughtForwardTest {

    @Test
    void theFirstOneSetsTheBalance() {
        Account account =
                given(opened(EUR), broughtForward("2026-11-20", "1000.00")).account();

        assertThat(account.balances())
                .isEqualTo(new Balances(1000_00, 1000_00, LocalDate.parse("2026-11-20"), null, true));
        assertThat(account.findings().breakCount()).isZero();
    }

    @Test
    void theFirstOneKeepsWhatWasMovedOverHttp() {
        Account account = given(opened(EUR))
                .overHttp(withdrawn("30.00"))
                .then(broughtForward("2026-11-20", "1000.00"))
                .account();

        assertThat(account.balances().balance()).isEqualTo(970_00);
        assertThat(account.balances().mainframe()).isEqualTo(1000_00);
    }

    @Test
    void theFirstOneContainsTheMovementsUpToItsDay() {
        Account account = given(opened(EUR), depositedOn("2026-11-20", "40.00"))
                .then(broughtForward("2026-11-20", "1000.00"))
                .account();

        assertThat(account.balances().balance()).isEqualTo(1000_00);
        assertThat(account.findings().breakCount()).isZero();
    }

    @Test
    void theFirstOneIsABreakWhereLaterMovementsAreAlreadyInTheBalance() {
        Account account = given(opened(EUR), depositedOn("2026-11-21", "40.00"))
                .then(broughtForward("2026-11-20", "1000.00"))
                .account();

        assertThat(account.balances().balance()).isEqualTo(40_00);
        assertThat(account.balances().mainframe()).isEqualTo(40_00);
        assertThat(account.findings().breaks())
                .containsExactly(
                        new Findings.Break(eur("1000.00"), eur("40.00"), LocalDate.parse("2026-11-20"), "9f2c/3/0"));
    }

    @Test
    void aLaterOneThatAgreesChangesNothingButItsDay() {
        Account account = given(opened(EUR), broughtForward("2026-11-20", "1000.00"), deposited("5.00"))
                .then(broughtForward("2026-11-21", "1005.00"))
                .account();

        assertThat(account.balances().balance()).isEqualTo(1005_00);
        assertThat(account.balances().broughtForward()).isEqualTo("2026-11-21");
        assertThat(account.findings()).isEqualTo(Findings.NONE);
    }

    @Test
    void aLaterOneThatDisagreesIsABreakAndMovesNothing() {
        Account account = given(opened(EUR), broughtForward("2026-11-20", "1000.00"), deposited("5.00"))
                .then(broughtForward("2026-11-21", "1010.00"))
                .account();

        assertThat(account.balances().balance()).isEqualTo(1005_00);
        assertThat(account.findings().breakCount()).isEqualTo(1);
        assertThat(account.findings().breaks())
                .containsExactly(
                        new Findings.Break(eur("1010.00"), eur("1005.00"), LocalDate.parse("2026-11-21"), "9f2c/4/0"));
    }

    @Test
    void aLaterOneIsComparedWithTheMainframesBalanceNotWithMovementsOverHttp() {
        Account account = given(opened(EUR), broughtForward("2026-11-20", "1000.00"))
                .overHttp(withdrawn("30.00"))
                .then(broughtForward("2026-11-21", "1000.00"))
                .account();

        assertThat(account.findings().breakCount()).isZero();
        assertThat(account.balances().balance()).isEqualTo(970_00);
    }

    @Test
    void allBreaksAreCountedAndTheLatestTwentyKept() {
        Story story = given(opened(EUR), broughtForward("2026-11-20", "0.00"));
        IntStream.rangeClosed(1, 25).forEach(n -> story.then(broughtForward("2026-11-21", n + ".00")));

        Findings findings = story.account().findings();

        List<Long> expected =
                IntStream.rangeClosed(6, 25).mapToObj(n -> n * 100L).toList();
        assertThat(findings.breakCount()).isEqualTo(25);
        assertThat(findings.breaks())
                .extracting(found -> found.expected().minor())
                .isEqualTo(expected);
    }
}

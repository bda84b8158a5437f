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

import io.banku.account.Event.BreakAcknowledged;
import io.banku.account.Findings.Break;
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
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("since")
                .containsExactly(new Findings.Break(
                        eur("1000.00"), eur("40.00"), LocalDate.parse("2026-11-20"), "9f2c/3/0", null, null, null));
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
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("since")
                .containsExactly(new Findings.Break(
                        eur("1010.00"), eur("1005.00"), LocalDate.parse("2026-11-21"), "9f2c/4/0", null, null, null));
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

    @Test
    void aLaterOneThatAgreesClosesTheBreaksBeforeIt() {
        Findings findings = given(opened(EUR), broughtForward("2026-11-20", "10.00"))
                .then(broughtForward("2026-11-21", "11.00"), broughtForward("2026-11-22", "12.00"))
                .then(broughtForward("2026-11-23", "10.00"))
                .then(broughtForward("2026-11-24", "9.00"))
                .account()
                .findings();

        assertThat(findings.breaks()).extracting(Break::isClosed).containsExactly(true, true, false);
        assertThat(findings.openBreaks()).isEqualTo(1);
        assertThat(findings.breakCount()).isEqualTo(3);
        assertThat(findings.breaks().get(0).closedAt())
                .isEqualTo(findings.breaks().get(1).closedAt())
                .isAfter(findings.breaks().get(1).since());
    }

    @Test
    void aBreakThatIsAcknowledgedSaysByWhomAndWhyAlsoWhenItIsClosed() {
        Story story = given(opened(EUR), broughtForward("2026-11-20", "10.00"), broughtForward("2026-11-21", "11.00"))
                .overHttp(new BreakAcknowledged(Story.ACCOUNT, "9f2c/3/0", "a fee", "Greta"));
        Break acknowledged = story.account().findings().breaks().get(0);
        Break closed = story.then(broughtForward("2026-11-22", "10.00"))
                .overHttp(new BreakAcknowledged(Story.ACCOUNT, "9f2c/3/0", "too late", "Hugo"))
                .account()
                .findings()
                .breaks()
                .get(0);

        assertThat(acknowledged.isClosed()).isFalse();
        assertThat(acknowledged.acknowledged().by()).isEqualTo("Greta");
        assertThat(acknowledged.acknowledged().reason()).isEqualTo("a fee");
        assertThat(closed.isClosed()).isTrue();
        assertThat(closed.acknowledged()).isEqualTo(acknowledged.acknowledged());
    }

    @Test
    void anAcknowledgementMovesNothingAndOneOfABreakThatIsNotThereChangesNothing() {
        Story story = given(opened(EUR), broughtForward("2026-11-20", "10.00"), broughtForward("2026-11-21", "11.00"));
        Account before = story.account();
        Account after = story.overHttp(new BreakAcknowledged(Story.ACCOUNT, "9f2c/9/0", "a fee", "Greta"))
                .account();

        assertThat(after.balances()).isEqualTo(before.balances());
        assertThat(after.findings()).isEqualTo(before.findings());
        assertThat(after.version()).isEqualTo(before.version() + 1);
    }

    @Test
    void breaksAreNumberedAsTheyWereFoundAlsoWhenTheFirstAreNotKept() {
        Story story = given(opened(EUR), broughtForward("2026-11-20", "0.00"));
        IntStream.rangeClosed(1, 25).forEach(n -> story.then(broughtForward("2026-11-21", n + ".00")));

        Findings findings = story.account().findings();

        assertThat(findings.numbered(5)).isNull();
        assertThat(findings.numbered(6).expected()).isEqualTo(eur("6.00"));
        assertThat(findings.numbered(25).expected()).isEqualTo(eur("25.00"));
        assertThat(findings.numbered(26)).isNull();
        assertThat(findings.numbered(0)).isNull();
    }
}

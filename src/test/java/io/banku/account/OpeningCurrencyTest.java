package io.banku.account;

import static io.banku.account.Story.ACCOUNT;
import static io.banku.account.Story.EUR;
import static io.banku.account.Story.JPY;
import static io.banku.account.Story.USD;
import static io.banku.account.Story.broughtForward;
import static io.banku.account.Story.deposited;
import static io.banku.account.Story.eur;
import static io.banku.account.Story.given;
import static io.banku.account.Story.opened;
import static io.banku.account.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Findings.Break;
import io.banku.account.Findings.Suspense;
import io.banku.account.Origin.FromTransfer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which opening fixes the currency, where a client of the API and the mainframe want different ones. */
class OpeningCurrencyTest {
    private static final LocalDate OPENED_ON = LocalDate.parse("2026-11-20");

    @Test
    void theMainframesOpeningTakesAnAccountThatNoMoneyMovedOnIntoItsCurrency() {
        Event overHttp = new Event.AccountOpened(ACCOUNT, USD, "SOMEBODY", LocalDate.parse("2026-11-01"));

        Account account = given().overHttp(overHttp)
                .then(opened(EUR), deposited("125.00"))
                .account();

        assertThat(account.currency()).isEqualTo(EUR);
        assertThat(account.balances()).isEqualTo(new Balances(125_00, 125_00, null, null, true));
        assertThat(account.profile()).isEqualTo(new Profile(AccountStatus.OPEN, "GRUBER", 0, OPENED_ON));
        assertThat(account.findings()).isEqualTo(Findings.NONE);
    }

    @Test
    void whatTheMainframeSaidBeforeItsOpeningIsInTheBalanceAfterIt() {
        Event limit = new Event.AccountDescribed(ACCOUNT, null, eur("500.00"), AccountStatus.BLOCKED);

        Account account = given().overHttp(opened(USD))
                .then(broughtForward("2026-11-20", "100.00"), deposited("25.00"), limit)
                .then(opened(EUR))
                .account();

        assertThat(account.balances())
                .isEqualTo(new Balances(125_00, 125_00, LocalDate.parse("2026-11-20"), null, true));
        assertThat(account.profile().limit()).isEqualTo(500_00);
        assertThat(account.findings().suspense()).isEmpty();
    }

    @Test
    void anOpeningOfAnAccountThatMoneyMovedOnIsABreakThatShowsBothCurrencies() {
        Account account = given().overHttp(opened(USD), deposited(usd("5.00")))
                .then(opened(EUR), deposited("125.00"))
                .account();

        assertThat(account.currency()).isEqualTo(USD);
        assertThat(account.balances().balance()).isEqualTo(5_00);
        assertThat(account.findings().breakCount()).isEqualTo(1);
        assertThat(account.findings().breaks())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("since")
                .containsExactly(new Break(eur("0.00"), usd("5.00"), OPENED_ON, "9f2c/3/0", null, null, null));
        assertThat(account.findings().suspense())
                .containsExactly(new Suspense(EUR, new Balances(125_00, 125_00, null, null, true), 0, 1, "9f2c/4/0"));
    }

    @Test
    void moneyThatCameAndWentAgainHasMoved() {
        Account account = given().overHttp(opened(USD), deposited(usd("5.00")), withdrawnUsd("5.00"))
                .then(opened(EUR))
                .account();

        assertThat(account.currency()).isEqualTo(USD);
        assertThat(account.findings().breakCount()).isEqualTo(1);
    }

    /** The way out of the break. */
    @Test
    void onceTheAccountIsEmptyTheMainframesOpeningCountsWhenItIsSaidAgain() {
        Account account = given().overHttp(opened(USD), deposited(usd("5.00")))
                .then(opened(EUR), deposited("125.00"))
                .overHttp(withdrawnUsd("5.00"))
                .then(opened(EUR))
                .account();

        assertThat(account.currency()).isEqualTo(EUR);
        assertThat(account.balances()).isEqualTo(new Balances(125_00, 125_00, null, null, true));
        assertThat(account.findings().suspense()).isEmpty();
        assertThat(account.findings().breaks()).as("what happened stays told").hasSize(1);
    }

    @Test
    void aBreakOfOneCurrencyDoesNotLetAnotherOneIn() {
        Account account = given().overHttp(opened(USD), deposited(usd("5.00")))
                .then(opened(EUR))
                .overHttp(withdrawnUsd("5.00"))
                .then(opened(JPY))
                .account();

        assertThat(account.currency()).isEqualTo(USD);
        assertThat(account.findings().breakCount()).isEqualTo(2);
    }

    @Test
    void theMainframeMayCorrectItsOwnOpeningWhileNoMoneyMoved() {
        Account account = given(opened(EUR), opened(USD)).account();

        assertThat(account.currency()).isEqualTo(USD);
        assertThat(account.findings()).isEqualTo(Findings.NONE);
    }

    @Test
    void anotherOpeningOfTheMainframeAfterItsFactsIsABreak() {
        Account account = given(opened(EUR), deposited("125.00"), opened(USD)).account();

        assertThat(account.currency()).isEqualTo(EUR);
        assertThat(account.balances().balance()).isEqualTo(125_00);
        assertThat(account.findings().breaks())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("since")
                .containsExactly(new Break(usd("0.00"), eur("125.00"), OPENED_ON, "9f2c/3/0", null, null, null));
    }

    @Test
    void anOpeningOverHttpThatCrossedTheMainframesChangesNothing() {
        Account account = given(opened(EUR)).overHttp(opened(USD)).account();

        assertThat(account.currency()).isEqualTo(EUR);
        assertThat(account.findings().suspense()).containsExactly(new Suspense(USD, Balances.NONE, 0, 1, "c-1"));
    }

    /** It was decided when these facts were not in the view yet. */
    @Test
    void anOpeningOverHttpDoesNotTakeTheMainframesFactsOutOfTheirCurrency() {
        Account account = given(deposited("125.00")).overHttp(opened(USD)).account();

        assertThat(account.currency()).isEqualTo(EUR);
        assertThat(account.isOpened()).isFalse();
        assertThat(account.balances().balance()).isEqualTo(125_00);
    }

    @Test
    void anOpeningOverHttpInTheFactsCurrencyOpensTheirAccount() {
        Account account = given(deposited("125.00")).overHttp(opened(EUR)).account();

        assertThat(account.isOpened()).isTrue();
        assertThat(account.balances().balance()).isEqualTo(125_00);
    }

    @Test
    void aDepositOverHttpThatCrossedTheMainframesOpeningWaitsInSuspense() {
        Account account = given().overHttp(opened(USD))
                .then(opened(EUR))
                .overHttp(deposited(usd("5.00")))
                .account();

        assertThat(account.currency()).isEqualTo(EUR);
        assertThat(account.balances().balance()).isZero();
        assertThat(account.findings().suspense())
                .containsExactly(new Suspense(USD, new Balances(5_00, 0, null, null, true), 0, 1, "c-2"));
    }

    @Test
    void anAccountThatTheMainframeBlockedStaysBlockedInItsCurrency() {
        Event blocked = new Event.AccountDescribed(ACCOUNT, null, null, AccountStatus.BLOCKED);

        Account account =
                given().overHttp(opened(USD)).then(blocked, opened(EUR)).account();

        assertThat(account.currency()).isEqualTo(EUR);
        assertThat(account.profile().status()).isEqualTo(AccountStatus.BLOCKED);
    }

    @Test
    void aDescriptionWithALimitInAnotherCurrencyStillTellsHolderAndStatus() {
        Event described = new Event.AccountDescribed(ACCOUNT, "MAIER", usd("9.00"), AccountStatus.BLOCKED);

        Account account = given(opened(EUR), described).account();

        assertThat(account.profile()).isEqualTo(new Profile(AccountStatus.BLOCKED, "MAIER", 0, OPENED_ON));
        assertThat(account.findings().suspense())
                .containsExactly(new Suspense(USD, Balances.NONE, 9_00, 1, "9f2c/2/0"));
    }

    @Test
    void aBreakIsOfTheCurrencyInWhichItWasFound() {
        Account account = given(
                        broughtForward("2026-11-19", "10.00"), broughtForward("2026-11-20", "12.00"), opened(USD))
                .account();

        assertThat(account.currency()).isEqualTo(USD);
        assertThat(account.findings().breaks())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("since")
                .containsExactly(new Break(eur("12.00"), eur("10.00"), OPENED_ON, "9f2c/2/0", null, null, null));
    }

    @Test
    void aCreditToAClosedAccountWaitsApartFromItsBalance() {
        Event received = new Event.MoneyReceived(ACCOUNT, eur("7.00"), null, null, "T-2", "0000004712");
        Account closed = given(opened(EUR), deposited("1.00"), new Event.AccountClosed(ACCOUNT, OPENED_ON))
                .account();
        RecordedEvent credit = new RecordedEvent("T-2", received, new FromTransfer("c-9"), Instant.EPOCH);

        Account account = Fold.apply(closed, new LogEntry.Readable(credit, 99));

        assertThat(account.balances()).isEqualTo(closed.balances());
        assertThat(account.findings().suspense())
                .containsExactly(new Suspense(EUR, new Balances(7_00, 0, null, null, true), 0, 1, "T-2"));
    }

    /** Whatever the mainframe says in its currency, and wherever a client's opening comes in between. */
    @Test
    void aClientsOpeningThatNoMoneyMovedOnLeavesNoTraceInTheMainframesAmounts() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<Event> facts = facts(random);
            int taken = random.nextInt(facts.size() + 1);
            Account undisturbed = given(facts.toArray(Event[]::new)).account();

            Account disturbed = given(facts.subList(0, taken).toArray(Event[]::new))
                    .overHttp(opened(USD))
                    .then(facts.subList(taken, facts.size()).toArray(Event[]::new))
                    .account();

            assertThat(disturbed.currency()).as("seed %d", seed).isEqualTo(EUR);
            assertThat(disturbed.balances()).as("seed %d", seed).isEqualTo(undisturbed.balances());
            assertThat(disturbed.profile().limit())
                    .as("seed %d", seed)
                    .isEqualTo(undisturbed.profile().limit());
            assertThat(amounts(disturbed)).as("seed %d", seed).isEqualTo(amounts(undisturbed));
        }
    }

    private static List<String> amounts(Account account) {
        return account.findings().breaks().stream()
                .map(found -> found.expected() + " " + found.found() + " " + found.asOf())
                .toList();
    }

    /** Some facts in EUR, the opening anywhere among them. */
    private static List<Event> facts(Random random) {
        List<Event> facts = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            String day = "2026-11-" + (10 + random.nextInt(10));
            String amount = random.nextInt(50) + ".00";
            facts.add(
                    switch (random.nextInt(5)) {
                        case 0 -> Story.withdrawn(amount);
                        case 1 -> Story.depositedOn(day, amount);
                        case 2 -> broughtForward(day, amount);
                        case 3 -> new Event.AccountDescribed(ACCOUNT, null, eur(amount), null);
                        default -> deposited(amount);
                    });
        }
        facts.add(random.nextInt(facts.size() + 1), opened(EUR));
        return facts;
    }

    private static Event withdrawnUsd(String amount) {
        return new Event.MoneyWithdrawn(ACCOUNT, usd(amount), null, null, null);
    }
}

package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event;
import io.banku.account.Event.AccountOpened;
import io.banku.account.Event.BalanceBroughtForward;
import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Event.MoneyReceived;
import io.banku.account.Event.MoneySent;
import io.banku.account.Event.MoneyWithdrawn;
import io.banku.account.Event.PostingReversed;
import io.banku.account.Money;
import io.banku.feed.BatchInput;
import io.banku.feed.Feed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What events add up to. */
class AddingTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");

    @Test
    void creditsDebitsAndBalancesAreAddedUpByCurrency() {
        List<Event> events = List.of(
                new MoneyDeposited("1", euros("125.00"), null, null, null),
                new MoneyWithdrawn("1", euros("20.00"), null, null, null),
                new MoneySent("1", euros("5.00"), null, null, "t", "2"),
                new MoneyReceived("2", euros("5.00"), null, null, "t", "1"),
                new PostingReversed("1", euros("-25.00"), null, null, "x"),
                new AccountOpened("3", JPY, null, null),
                new MoneyDeposited("3", Money.parse("70", JPY), null, null, null),
                new BalanceBroughtForward("1", euros("-0.05"), LocalDate.EPOCH));

        assertThat(Adding.of(events))
                .containsExactly(turnover("EUR", "130.00", "50.00", "-0.05"), turnover("JPY", "70", "0", "0"));
    }

    @Test
    void noSumIsTooLarge() {
        Event most = new BalanceBroughtForward("1", new Money(Long.MAX_VALUE, EUR), LocalDate.EPOCH);
        Event least = new MoneyWithdrawn("1", new Money(Long.MAX_VALUE, EUR), null, null, null);

        assertThat(Adding.of(List.of(most, most, most, least, least)))
                .containsExactly(turnover("EUR", "0.00", "184467440737095516.14", "276701161105643274.21"));
    }

    @Test
    void whatMovesNothingAddsUpToNothing() {
        assertThat(Adding.of(List.of(new AccountOpened("3", JPY, null, null)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"C-ACCT, true", "C-AMOUNT, false"})
    void ofAmountsThatArePrivateNoSumIsTold(String hidden, boolean told, @TempDir Path folder) throws IOException {
        Path feed = Files.createDirectory(folder.resolve("coins"));
        Files.writeString(
                feed.resolve("C.cpy"),
                "       01  C.\n           05  C-ACCT    PIC 9(4).\n" + "           05  C-AMOUNT  PIC 9(2)V99.\n");
        Files.writeString(feed.resolve("feed.yaml"), """
                feed: coins
                input: { files: C, copybook: C.cpy, encoding: us-ascii, framing: fixed }
                records:
                  in: { event: MoneyDeposited, key: C-ACCT, data: { amount: C-AMOUNT | money 'EUR' } }
                private: [%s]
                """.formatted(hidden));
        byte[] file = "0001012500020100".getBytes(StandardCharsets.US_ASCII);
        Feed coins = Feed.load(feed);
        BatchInput input = new BatchInput(coins.files().match("C").orElseThrow(), OptionalLong.empty());

        CheckResult result =
                Check.of(coins, input, new ByteArrayInputStream(file), () -> new ByteArrayInputStream(file));

        assertThat(result.turnover()).isEqualTo(told ? List.of(turnover("EUR", "2.25", "0.00", "0.00")) : null);
    }

    private static Money euros(String amount) {
        return Money.parse(amount, EUR);
    }

    private static Turnover turnover(String currency, String credits, String debits, String balances) {
        return new Turnover(currency, new BigDecimal(credits), new BigDecimal(debits), new BigDecimal(balances));
    }
}

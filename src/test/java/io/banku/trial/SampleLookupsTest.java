package io.banku.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.feed.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a ledger a feed looks up in the last sample of the reference beside it. */
class SampleLookupsTest {
    @TempDir
    Path feeds;

    @BeforeEach
    void twoFeeds() throws IOException {
        write("cards", "role: reference", "CARDS.D{date:yyMMdd}", "card: { key: R-CARD, value: R-ACCT }", """
                - { name: a card is an entry, record: { R-CARD: 7, R-ACCT: X }, expect: { key: "0007", value: X } }
                """);
        write(
                "payments",
                "",
                "PAY.TXT",
                "paid: { event: MoneyDeposited, key: R-CARD | lookup cards, data: { amount: R-CARD | money 'EUR' } }",
                """
                - { name: a card that is there, record: { R-CARD: 4711 }, expect: { event: MoneyDeposited, key: NEW } }
                - { name: a card that is not, record: { R-CARD: 4712 }, expect: { reject: BNK-3050, field: R-CARD } }
                """);
    }

    @Test
    void theTestsOfBothAreAsExpected() throws IOException {
        Files.writeString(feeds.resolve("cards/CARDS.D261119"), "4711OLD \n4712OLD \n");
        Files.writeString(feeds.resolve("cards/CARDS.D261120"), "4711NEW \n");

        assertThat(FeedTrial.of(Feed.load(feeds.resolve("cards"))).failed()).isZero();
        assertThat(FeedTrial.of(Feed.load(feeds.resolve("payments"))).passed()).isEqualTo(2);
    }

    @Test
    void asLongAsThereIsNoSampleThatIsSaid() throws IOException {
        Feed payments = Feed.load(feeds.resolve("payments"));

        assertThat(SampleLookups.of(payments).find("cards", "4711", 1)).isNull();
        assertThat(SampleLookups.of(payments).version("cards", 1))
                .isEqualTo("of which no sample file lies in " + feeds.resolve("cards"));
    }

    private void write(String name, String role, String files, String rule, String tests) throws IOException {
        Path folder = Files.createDirectories(feeds.resolve(name));
        Files.writeString(
                folder.resolve("R.cpy"),
                "       01  R.\n           05  R-CARD PIC 9(4).\n           05  R-ACCT PIC X(4).\n");
        Files.writeString(folder.resolve("feed.yaml"), """
                feed: %s
                %s
                input: { files: "%s", copybook: R.cpy, encoding: us-ascii, framing: lines }
                records:
                  %s
                tests:
                """.formatted(name, role, files, rule) + tests.indent(2));
    }
}

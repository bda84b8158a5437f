package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.banku.account.AccountStatus;
import io.banku.account.Event;
import io.banku.account.Event.AccountClosed;
import io.banku.account.Event.AccountDescribed;
import io.banku.account.Event.AccountOpened;
import io.banku.account.Event.BalanceBroughtForward;
import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Event.MoneyReceived;
import io.banku.account.Event.MoneySent;
import io.banku.account.Event.MoneyWithdrawn;
import io.banku.account.Event.PostingReversed;
import io.banku.account.Money;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record becomes events. The bytes are EBCDIC (cp037); amounts are packed. */
class MappingTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    /** 'HD' 20261121 */
    private static final String HEADER = "C8C4 F2F0F2F6F1F1F2F1";
    /** 0000004711 */
    private static final String FROM = "F0F0F0F0F0F0F4F7F1F1";
    /** 0000000815 */
    private static final String TO = "F0F0F0F0F0F0F0F8F1F5";
    /** 231502 */
    private static final String TIME = "F2F3F1F5F0F2";
    /** 'EUR' */
    private static final String CCY = "C5E4D9";
    /** 'SALARY    ' */
    private static final String SALARY = "E2C1D3C1D9E840404040";

    private static final String COPYBOOK = """
            000100 01  REC.
            000200     05  R-TYPE          PIC X(02).
            000300         88  R-IS-HEADER  VALUE 'HD'.
            000400     05  R-BODY.
            000500         10  R-ACCT      PIC 9(10).
            000600         10  R-TIME      PIC 9(06).
            000700         10  R-CCY       PIC X(03).
            000800         10  R-AMOUNT    PIC S9(5)V99 COMP-3.
            000900         10  R-TEXT      PIC X(10).
            001000         10  R-TO        PIC 9(10).
            001100     05  R-HEADER        REDEFINES R-BODY.
            001200         10  H-DATE      PIC 9(08).
            """;

    @TempDir
    Path directory;

    @Test
    void aDepositTakesItsDateFromTheHeaderAndItsTimeFromItself() {
        FeedFolder feed = feed("""
                  header: { when: R-IS-HEADER, role: header }
                  deposited:
                    when: R-TYPE = 'DP'
                    event: MoneyDeposited
                    key: R-ACCT
                    data:
                      amount: R-AMOUNT | money R-CCY
                      bookedAt: header.H-DATE R-TIME | datetime yyyyMMddHHmmss
                      text: R-TEXT | trim
                """);

        var read = feed.readHex("A", record(HEADER), posting("C4D7", "0012 500C"));

        assertThat(read.events())
                .containsExactly(new MoneyDeposited(
                        "0000004711", eur("125.00"), at("2026-11-21T23:15:02+01:00"), "SALARY", null));
        assertThat(read.outcomes()).containsExactly("1 header SKIPPED", "2 deposited PUBLISHED");
    }

    @Test
    void aTransferBecomesTwoLegsThatNameEachOther() {
        FeedFolder feed = feed("""
                  transferred:
                    transfer: { from: R-ACCT, to: R-TO, reference: R-TEXT }
                    data: { amount: R-AMOUNT | money R-CCY, text: R-TEXT | trim }
                """);

        var read = feed.readHex("A", posting("E3D9", "0012 500C"));

        assertThat(read.events())
                .containsExactly(
                        new MoneySent("0000004711", eur("125.00"), null, "SALARY", "SALARY", "0000000815"),
                        new MoneyReceived("0000000815", eur("125.00"), null, "SALARY", "SALARY", "0000004711"));
    }

    @Test
    void oneRecordCanBecomeSeveralEvents() {
        FeedFolder feed = feed("""
                  account:
                    key: R-ACCT
                    events:
                      - event: AccountOpened
                        data: { currency: R-CCY, holder: R-TEXT | trim, openedOn: '20261121' }
                      - event: AccountDescribed
                        data: { limit: R-AMOUNT | money R-CCY, status: R-TYPE | map DP=open ZU=closed }
                      - event: AccountClosed
                        key: R-TO
                """.replace("'20261121'", "\"'20261121' | date yyyyMMdd\""));

        var read = feed.readHex("A", posting("C4D7", "0012 500C"));

        assertThat(read.events())
                .containsExactly(
                        new AccountOpened("0000004711", EUR, "SALARY", LocalDate.of(2026, 11, 21)),
                        new AccountDescribed("0000004711", null, eur("125.00"), AccountStatus.OPEN),
                        new AccountClosed("0000000815", null));
        assertThat(read.outcomes()).containsExactly("1 account PUBLISHED");
    }

    @Test
    void aStatusThatIsNoneIsAReject() {
        FeedFolder feed = feed("""
                  account: { event: AccountDescribed, key: R-ACCT, data: { status: R-TEXT | trim } }
                """);

        var read = feed.readHex("A", posting("C4D7", "0012 500C"));

        assertThat(read.events()).isEmpty();
        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("BNK-3011");
            assertThat(reject.reason()).isEqualTo("expected open, blocked or closed, found 'SALARY'");
        });
    }

    @Test
    void everyOtherEventCanBeWrittenToo() {
        FeedFolder feed = feed("""
                  all:
                    key: R-ACCT
                    events:
                      - event: BalanceBroughtForward
                        data: { amount: R-AMOUNT | money 'EUR', asOf: file.date }
                      - event: MoneyWithdrawn
                        data: { amount: R-AMOUNT | abs | money 'EUR', reference: file.name }
                      - event: MoneySent
                        data: { amount: R-AMOUNT | negate | money 'EUR', transfer: R-TEXT, counterparty: R-TO }
                      - event: MoneyReceived
                        data: { amount: R-AMOUNT | abs | money 'EUR', transfer: file.sequence, counterparty: R-TO }
                      - event: PostingReversed
                        data: { amount: R-AMOUNT | money 'EUR', reverses: R-TEXT, text: file.date }
                """);

        var read = feed.readHex("A.D261121.7", posting("C4D7", "0012 500D"));

        assertThat(read.events())
                .containsExactly(
                        new BalanceBroughtForward("0000004711", eur("-125.00"), LocalDate.of(2026, 11, 21)),
                        new MoneyWithdrawn("0000004711", eur("125.00"), null, null, "A.D261121.7"),
                        new MoneySent("0000004711", eur("125.00"), null, null, "SALARY", "0000000815"),
                        new MoneyReceived("0000004711", eur("125.00"), null, null, "7", "0000000815"),
                        new PostingReversed("0000004711", eur("-125.00"), null, "20261121", "SALARY"));
    }

    @Test
    void theFirstRuleThatMatchesWins() {
        FeedFolder feed = feed("""
                  negative:
                    when: R-TYPE = 'AD' and R-AMOUNT < 0
                    event: MoneyWithdrawn
                    key: R-ACCT
                    data: { amount: R-AMOUNT | negate | money R-CCY }
                  zero: { when: R-AMOUNT = 0, role: skip }
                  small: { when: R-TYPE <> 'AD' and R-AMOUNT <= 10.505, role: skip }
                  positive: { when: R-AMOUNT >= '0.01', event: MoneyDeposited, key: R-ACCT, data: { amount: R-AMOUNT | money R-CCY } }
                """);

        var read = feed.readHex(
                "A",
                posting("C1C4", "0012 500D"),
                posting("C1C4", "0000 000C"),
                posting("C1C4", "0001 050C"),
                posting("C4D7", "0001 050C"),
                posting("C4D7", "0001 051C"));

        assertThat(read.outcomes())
                .containsExactly(
                        "1 negative PUBLISHED",
                        "2 zero SKIPPED",
                        "3 positive PUBLISHED",
                        "4 small SKIPPED",
                        "5 positive PUBLISHED");
        assertThat(read.events())
                .extracting(Event::account, Event::change)
                .containsExactly(tuple("0000004711", -12500L), tuple("0000004711", 1050L), tuple("0000004711", 1051L));
    }

    @Test
    void aFieldCanHaveAnEncodingOfItsOwn() {
        FeedFolder feed = feed("""
                          all: { event: AccountOpened, key: R-ACCT, data: { currency: R-CCY, holder: R-TEXT | trim } }
                        """, "fields: { R-TEXT: cp273 }").with("REC.cpy", COPYBOOK);

        var read = feed.readHex("A", posting("C4D7", "0012 500C").replace(SALARY, "D47CD3D3C5D940404040"));

        assertThat(read.events()).containsExactly(new AccountOpened("0000004711", EUR, "M§LLER", null));
    }

    private FeedFolder feed(String records) {
        return feed(records, "empty: refused");
    }

    private FeedFolder feed(String records, String input) {
        return new FeedFolder(directory, "feed").with("REC.cpy", COPYBOOK).with("feed.yaml", """
                        feed: feed
                        input:
                          files: "%s"
                          copybook: REC.cpy
                          encoding: cp037
                          framing: rdw
                          timezone: Europe/Vienna
                          %s
                        records:
                        %s""".formatted(
                        records.contains("file.") ? "A.D{date:yyMMdd}.{sequence}" : "A", input, records));
    }

    private static String posting(String type, String amount) {
        return record(type + FROM + TIME + CCY + amount + SALARY + TO);
    }

    /** The record with its descriptor word before it. */
    static String record(String hex) {
        String bytes = hex.replace(" ", "");
        return "%04X0000".formatted(bytes.length() / 2 + 4) + bytes;
    }

    private static Money eur(String amount) {
        return Money.parse(amount, EUR);
    }

    private static OffsetDateTime at(String text) {
        return OffsetDateTime.parse(text);
    }
}

package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.AccountId;
import io.banku.account.Event;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a record may name an account, and a transfer. */
class KeyTest {
    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "F4F7F1F14040, 4711",
        "4040F4F7F1F1, 4711",
        "F4F7 40 F1F140, 47 11",
        "C1 4B 4B C2 4040, A..B",
    })
    void theBlanksAroundAKeyAreNotOfIt(String hex, String account) {
        var read = feed("ACCT").readHex("A", record(hex));

        assertThat(read.events()).extracting(Event::account).containsExactly(account);
    }

    /** In cp037: LOW-VALUES, HIGH-VALUES, new lines, line feeds, a tab, DEL, a slash, steps of a path, a no-break space. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "000000000000",
        "FFFFFFFFFFFF",
        "404040404040",
        "151515151515",
        "F4F7F1F10000",
        "F4F7F1F1FFFF",
        "F4F7F1F11515",
        "F4F7F1F12525",
        "F4F7F1F14005",
        "F4F7F1F10700",
        "F4F7F1F14107",
        "C161C2404040",
        "4B4040404040",
        "4B4B40404040",
        "C141C2404040",
        "F4F7F1F14141",
        "F4F7CAF1F140",
    })
    void aKeyThatNoRequestCouldNameIsARejectThatShowsItsBytesAsText(String hex) {
        var read = feed("ACCT").readHex("A", record(hex));

        assertThat(read.events()).isEmpty();
        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("BNK-3009");
            assertThat(reject.field()).isEqualTo("ACCT");
            assertThat(reject.reason()).startsWith("expected " + AccountId.EXPECTED + ", found '");
            assertThat(reject.reason().chars()).noneMatch(Character::isISOControl);
        });
    }

    @Test
    void noFilterHidesALineEndInAKey() {
        String lineEnd = "F4F7F1F11515";

        assertThat(feed("ACCT | trim").readHex("A", record(lineEnd)).events()).isEmpty();
        assertThat(feed("ACCT | pad 10").readHex("A", record(lineEnd)).events()).isEmpty();
        assertThat(feed("ACCT | upper").readHex("A", record(lineEnd)).events()).isEmpty();
        assertThat(feed("ACCT | map 4711=1").readHex("A", record(lineEnd)).events())
                .isEmpty();
        assertThat(feed("ACCT | default none")
                        .readHex("A", record("151515151515"))
                        .events())
                .isEmpty();
    }

    @Test
    void bothEndsOfATransferAreAccountsAndItsReferenceMayBeAnyReadableText() {
        String rule = "transfer: { from: ACCT, to: OTHER, reference: REF }";

        var slashInReference = feedOf(rule).readHex("A", record("F1 4040404040", "F2 4040404040", "C161C2404040"));
        var slashInTarget = feedOf(rule).readHex("A", record("F1 4040404040", "C161C2404040", "C1 4040404040"));
        var lowValuesAsReference = feedOf(rule).readHex("A", record("F1 4040404040", "F2 4040404040", "000000000000"));

        assertThat(slashInReference.events()).hasSize(2);
        assertThat(slashInTarget.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.field()).isEqualTo("OTHER"));
        assertThat(lowValuesAsReference.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("BNK-3009");
            assertThat(reject.field()).isEqualTo("REF");
        });
    }

    @Test
    void aCounterpartyMayBeAnotherBanksAccount() {
        String rule = "event: MoneySent, key: ACCT";

        var read = feedOf(rule, "transfer: REF, counterparty: OTHER")
                .readHex("A", record("F1 4040404040", "C161C2404040", "C1 4040404040"));

        assertThat(((Event.MoneySent) read.events().get(0)).counterparty()).isEqualTo("A/B");
    }

    @Test
    void aByteOrderMarkIsPartOfNoKey() {
        var folder = new FeedFolder(directory, "feed").with("R.cpy", """
                        000100 01  R.
                        000200     05  ACCT PIC X(07).
                        """).with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: R.cpy, encoding: utf-8, framing: lines }
                        records:
                          r: { event: AccountClosed, key: ACCT }
                        """);

        var read = folder.readHex("A", "EFBBBF 34373131 0A");

        assertThat(read.events()).isEmpty();
    }

    @Test
    void aLiteralThatNamesNoAccountIsAFaultOfTheDefinition() {
        var folder = feed("\"'A/' ACCT\"");

        assertThat(folder.faults()).isEmpty();
        assertThat(feed("'A/B'").faults())
                .singleElement()
                .asString()
                .endsWith("'key': expected " + AccountId.EXPECTED + ", found 'A/B'");
    }

    private FeedFolder feed(String key) {
        return feedOf("event: MoneyDeposited, key: " + key);
    }

    private FeedFolder feedOf(String rule) {
        return feedOf(rule, "");
    }

    private FeedFolder feedOf(String rule, String more) {
        return new FeedFolder(directory, "feed").with("R.cpy", """
                        000100 01  R.
                        000200     05  ACCT   PIC X(06).
                        000300     05  OTHER  PIC X(06).
                        000400     05  REF    PIC X(06).
                        000500     05  AMOUNT PIC 9(3)V99.
                        """).with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: R.cpy, encoding: cp037, framing: fixed }
                        records:
                          r: { %s, data: { amount: "AMOUNT | money 'EUR'", %s } }
                        """.formatted(rule, more));
    }

    private static String record(String account) {
        return record(account, "404040404040", "404040404040");
    }

    private static String record(String account, String other, String reference) {
        return account + other + reference + "F0F0F1F0F0";
    }
}

package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is private is shown in no reject and no control, by whatever way it comes there. */
class PrivateTest {
    private static final String SECRET = "SECRET";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text: NAME | map ANNA=a BERT=b",
                "text: \"'x' NAME | map xANNA=a xBERT=b\"",
                "text: NAME | upper | map ANNA=a BERT=b",
                "text: NAME | pad 3",
                "text: NAME | trim | default BERT | pad 5",
                "bookedAt: NAME '000000' | datetime yyyyMMddHHmmss",
                "text: NAME | date yyyyMMdd",
                "text: NAME | time HHmm",
            })
    void noFilterShowsWhatItCannotTake(String property) {
        var read = feed(
                        "NAME",
                        "r: { event: MoneyDeposited, key: ACCT, data: { amount: \"AMOUNT | money 'EUR'\", " + property
                                + " } }")
                .readLines("A", "1" + SECRET + "00100EUR");

        assertThat(read.rejects()).singleElement().satisfies(this::showsNothing);
    }

    @Test
    void theCurrencyOfAnAmountMayBePrivateToo() {
        String rule = "r: { event: MoneyDeposited, key: ACCT, data: { amount: AMOUNT | money CCY } }";

        var inexact = feed("CCY", rule).readLines("A", "1" + SECRET + "00101JPY");
        var notPositive = feed("CCY", rule).readLines("A", "1" + SECRET + "00000JPY");

        assertThat(inexact.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.reason()).doesNotContain("JPY"));
        assertThat(notPositive.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.reason()).doesNotContain("JPY"));
    }

    @Test
    void aKeyMayBePrivate() {
        var read = feed("ACCT", "r: { event: AccountClosed, key: ACCT }").readLines("A", "/" + SECRET + "00100EUR");

        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("BNK-3009");
            assertThat(reject.reason()).endsWith("found something else (private, not shown)");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAME-PARTS", "FIRST-NAME", "PERSON", "NAME-66", "WHOLE-66"})
    void theSameBytesByAnotherNameArePrivateToo(String name) {
        String text = name.equals("FIRST-NAME") ? "'XXX'" : "'X'";

        var read = feed("NAME", "r: { when: " + name + " = " + text + ", role: skip }")
                .readLines("A", "1" + SECRET + "00100EUR");

        assertThat(read.rejects()).singleElement().satisfies(this::showsNothing);
    }

    @Test
    void whatHasAPartThatIsPrivateIsNotShownButTheOtherPartIs() {
        var whole = feed("FIRST-NAME", "r: { when: NAME = 'X', role: skip }").readLines("A", "1" + SECRET + "00100EUR");
        var other = feed("FIRST-NAME", "r: { when: CCY = 'X', role: skip }").readLines("A", "1" + SECRET + "00100EUR");

        assertThat(whole.rejects()).singleElement().satisfies(this::showsNothing);
        assertThat(other.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.reason()).endsWith("found CCY 'EUR'"));
    }

    @Test
    void recordsThatShareTheirBytesKeepTheirOwnSecrets() {
        String rule = "r: { event: MoneyDeposited, key: OTHER-ACCT, data: { amount: \"'1' | money 'EUR'\", bookedAt:"
                + " \"OTHER-NAME '0000' | datetime yyMMddHHmm\" } }";

        var read = feed("NAME", rule).readLines("A", "1" + SECRET);

        assertThat(read.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.reason()).endsWith("found '" + SECRET + "0000'"));
    }

    @Test
    void ofARecordThatNoRuleMatchesNobodyKnowsWhoseBytesTheseAre() {
        var read = feed("NAME", "r: { when: OTHER-NAME = 'X', role: skip }").readLines("A", "1" + SECRET + "00100EUR");

        assertThat(read.rejects()).singleElement().satisfies(this::showsNothing);
    }

    @ParameterizedTest
    @CsvSource({
        "A-NAME, A-NAME, true",
        "A-NAME, A-BODY, true",
        "A-NAME, BODY, true",
        "A-NAME, A-REST, false",
        "A-NAME, B-TEXT, false",
        "A-NAME, B-MORE, false",
        "A-NAME, B-BODY, false",
        "A-NAME, SHORT, true",
        "A-NAME, KIND, false",
        "A-REST, SHORT, false",
        "A-REST, BODY, true",
        "BODY, A-NAME, true",
        "BODY, B-MORE, true",
        "BODY, B-BODY, true",
        "SHORT, A-NAME, true",
        "SHORT, A-REST, false",
        "SHORT, B-TEXT, true",
        "SHORT, B-MORE, false",
        "SHORT, BODY, true",
        "B-BODY, A-NAME, false",
        "B-BODY, BODY, true",
    })
    void aPlaceThatSeveralKindsOfRecordShareIsHiddenAsFarAsItMayHoldWhatIsPrivate(
            String named, String asked, boolean isPrivate) {
        Feed feed = new FeedFolder(directory, "feed")
                .with("R.cpy", """
                        000100 01  R.
                        000200     05  KIND       PIC X.
                        000300     05  BODY       PIC X(12).
                        000400     05  A-BODY REDEFINES BODY.
                        000500         10  A-NAME PIC X(6).
                        000600         10  A-REST PIC X(6).
                        000700     05  B-BODY REDEFINES BODY.
                        000800         10  B-TEXT PIC X(4).
                        000900         10  B-MORE PIC X(8).
                        001000     05  SHORT REDEFINES BODY PIC X(4).
                        """)
                .with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: R.cpy, encoding: us-ascii, framing: lines }
                        private: [%s]
                        records: { r: { role: skip } }
                        """.formatted(named))
                .load();

        assertThat(feed.isPrivate(feed.decoder().field(asked))).isEqualTo(isPrivate);
    }

    @Test
    void aControlShowsNeitherAPrivateFieldNorHowFarItIsFromTheOtherSide() {
        var row = feed("AMOUNT", """
                        r: { event: AccountClosed, key: ACCT, when: ACCT = '1' }
                          t: { role: trailer, when: ACCT = '9' }
                        controls:
                          count: count() = trailer.AMOUNT
                        """)
                .readLines("A", "1" + SECRET + "00100EUR", "9" + SECRET + "00777EUR")
                .control("count");

        assertThat(row.state()).isEqualTo(ControlRow.State.BROKEN);
        assertThat(row.expected()).isEqualTo("(private)");
        assertThat(row.difference()).isEmpty();
    }

    private void showsNothing(Reject reject) {
        assertThat(reject.reason()).doesNotContain("SEC", "RET", "ANNA", "BERT").contains("private");
        assertThat(reject.fieldHex())
                .satisfiesAnyOf(
                        hex -> assertThat(hex).isNull(), hex -> assertThat(hex).matches("[* ]+"));
    }

    private FeedFolder feed(String hidden, String rules) {
        return new FeedFolder(directory, "feed").with("R.cpy", """
                        000100 01  R.
                        000200     05  ACCT       PIC X(01).
                        000300     05  PERSON.
                        000400         10  NAME       PIC X(06).
                        000500         10  NAME-PARTS REDEFINES NAME.
                        000600             15  FIRST-NAME PIC X(03).
                        000700             15  LAST-NAME  PIC X(03).
                        000800     05  AMOUNT     PIC 9(3)V99.
                        000900     05  CCY        PIC X(03).
                        001000     66  NAME-66 RENAMES NAME.
                        001100     66  WHOLE-66 RENAMES ACCT THRU CCY.
                        001200 01  OTHER.
                        001300     05  OTHER-ACCT PIC X(01).
                        001400     05  OTHER-NAME PIC X(06).
                        """).with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: R.cpy, encoding: us-ascii, framing: lines }
                        private: [%s]
                        records:
                          %s
                        """.formatted(hidden, rules));
    }
}

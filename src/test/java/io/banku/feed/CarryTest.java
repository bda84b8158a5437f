package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code carry} lets records use fields of the parent segment before them. */
class CarryTest {
    private static final String RULES = """
              branch:  { when: R-TYPE = 'B', role: skip, carry: [B-CCY] }
              account: { when: R-TYPE = 'A', carry: [A-ACCT], event: AccountOpened, key: A-ACCT, data: { currency: B-CCY } }
              line:    { when: R-TYPE = 'L', event: MoneyDeposited, key: A-ACCT, data: { amount: L-AMOUNT | money B-CCY } }
              comment: { when: R-TYPE = '*', role: skip }
            """;

    @TempDir
    Path directory;

    @Test
    void aDetailUsesFieldsOfEachParentBeforeIt() {
        var read = feed(RULES)
                .readLines("A", "BEUR", "A0001", "L000100", "L000250", "A0002", "L000001", "BCHF", "A0003", "L000700");

        assertThat(read.rejects()).isEmpty();
        assertThat(read.events())
                .extracting(CarryTest::told)
                .containsExactly(
                        "0001 EUR", "0001 1.00", "0001 2.50", "0002 EUR", "0002 0.01", "0003 CHF", "0003 7.00");
    }

    @Test
    void aDetailBeforeAnyParentIsAReject() {
        var read = feed(RULES).readLines("A", "BEUR", "L000100", "A0001", "L000250");

        assertThat(read.outcomes())
                .containsExactly("1 branch SKIPPED", "2 line REJECTED", "3 account PUBLISHED", "4 line PUBLISHED");
        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("BNK-3013");
            assertThat(reject.reason()).isEqualTo("expected a record before this one that carries A-ACCT, found none");
        });
    }

    @Test
    void theDetailsOfARejectedParentAreRejectsAndNeverPostedToAnOlderOne() {
        var read = feed(RULES)
                .readLines("A", "BEUR", "A0001", "L000100", "Ax002", "L000250", "*", "L000300", "A0003", "L000001");

        assertThat(read.outcomes())
                .containsExactly(
                        "1 branch SKIPPED",
                        "2 account PUBLISHED",
                        "3 line PUBLISHED",
                        "4 account REJECTED",
                        "5 line REJECTED",
                        "6 comment SKIPPED",
                        "7 line REJECTED",
                        "8 account PUBLISHED",
                        "9 line PUBLISHED");
        assertThat(read.rejects().get(1).reason())
                .isEqualTo("expected a good record before this one that carries A-ACCT, found record 4, which is a"
                        + " reject itself");
    }

    @Test
    void aParentWithoutEventsIsARejectWhenWhatItCarriesCannotBeRead() {
        FeedFolder feed = feed("""
                  account: { when: R-TYPE = 'A', carry: [A-ACCT], role: skip }
                  line:    { when: R-TYPE = 'L', event: AccountClosed, key: A-ACCT }
                """);

        var read = feed.readLines("A", "A0001", "L", "Ax002", "L");

        assertThat(read.outcomes())
                .containsExactly("1 account SKIPPED", "2 line PUBLISHED", "3 account REJECTED", "4 line REJECTED");
        assertThat(read.rejects().get(0).field()).isEqualTo("A-ACCT");
    }

    @Test
    void aRecordOfUnknownTypeMayHaveBeenAParent() {
        var read = feed(RULES).readLines("A", "BEUR", "A0001", "L000100", "?", "L000250", "BEUR", "A0002", "L000300");

        assertThat(read.outcomes())
                .containsExactly(
                        "1 branch SKIPPED",
                        "2 account PUBLISHED",
                        "3 line PUBLISHED",
                        "4 null REJECTED",
                        "5 line REJECTED",
                        "6 branch SKIPPED",
                        "7 account PUBLISHED",
                        "8 line PUBLISHED");
        assertThat(read.rejects().get(1).reason()).contains("found record 4, which is a reject itself");
    }

    @Test
    void aRejectedDetailTakesNothingFromTheOthers() {
        var read = feed(RULES).readLines("A", "BEUR", "A0001", "Lxxxxxx", "L000250");

        assertThat(read.outcomes()).endsWith("3 line REJECTED", "4 line PUBLISHED");
    }

    @Test
    void aParentEndsWhatTheRulesBelowItCarried() {
        var read = feed(RULES).readLines("A", "BEUR", "A0001", "BCHF", "L000250");

        assertThat(read.outcomes()).endsWith("3 branch SKIPPED", "4 line REJECTED");
    }

    @Test
    void ofSeveralKindsOfParentsTheLastOneCounts() {
        FeedFolder feed = feed("""
                  opened:   { when: R-TYPE = 'A', carry: [A-ACCT], role: skip }
                  existing: { when: R-TYPE = 'E', carry: [A-ACCT], role: skip }
                  line:     { when: R-TYPE = 'L', event: AccountClosed, key: A-ACCT }
                """);

        var read = feed.readLines("A", "A0001", "L", "E0002", "L", "A0003", "L", "Ex004", "L");

        assertThat(read.events()).extracting(Event::account).containsExactly("0001", "0002", "0003");
        assertThat(read.outcomes()).endsWith("7 existing REJECTED", "8 line REJECTED");
    }

    @Test
    void aGroupCarriesAllThatIsInIt() {
        FeedFolder feed = feed("""
                  account: { when: R-TYPE = 'A', carry: [R-ACCOUNT], role: skip }
                  line:    { when: R-TYPE = 'L', event: AccountClosed, key: A-ACCT }
                """);

        assertThat(feed.readLines("A", "A0001", "L").events())
                .extracting(Event::account)
                .containsExactly("0001");
    }

    @Test
    void carriedFieldsAreUsedInTheOccurrencesOfATableToo() {
        FeedFolder feed = feed("""
                  account: { when: R-TYPE = 'A', carry: [A-ACCT], role: skip }
                  many:    { when: R-TYPE = 'M', each: "M-LINE(*)", event: MoneySent, key: A-ACCT, data: { amount: "M-AMOUNT(*) | money 'EUR'", transfer: A-ACCT, counterparty: A-ACCT } }
                """);

        assertThat(feed.readLines("A", "A0001", "M12").events())
                .extracting(Event::change)
                .containsExactly(-100L, -200L);
    }

    @Test
    void aSumOfACarriedFieldIsAFaultUnlessItsRecordsAreNamed() {
        assertThat(feed(RULES + "controls: { hash: sum(A-ACCT) = 1 }\n").faults())
                .singleElement()
                .asString()
                .contains("expected a field of the records of rule 'line', found A-ACCT, which another rule carries");
        assertThat(feed(RULES + "controls: { hash: sum(A-ACCT) when account = 1 }\n")
                        .readLines("A", "BEUR", "A0001", "L000100")
                        .control("hash")
                        .state())
                .isEqualTo(ControlRow.State.CLOSED);
    }

    @Test
    void aFieldThatIsNotThereCannotBeCarried() {
        assertThat(feed("  a: { role: skip, carry: [A-ACCOUNT] }\n").faults())
                .singleElement()
                .asString()
                .startsWith("feed.yaml:4:28: expected a field of the copybook, found A-ACCOUNT");
        assertThat(feed("  a: { role: skip, carry: A-ACCT }\n").faults())
                .containsExactly("feed.yaml:4:27: expected a list for 'carry', found the text 'A-ACCT'");
    }

    private static String told(Event event) {
        return event instanceof Event.AccountOpened opened
                ? opened.account() + " " + opened.currency()
                : event.account() + " "
                        + ((Event.MoneyDeposited) event).amount().toString().substring(0, 4);
    }

    private FeedFolder feed(String rules) {
        return new FeedFolder(directory, "feed").with("REC.cpy", """
                               01  REC.
                                   05  R-TYPE       PIC X.
                                   05  R-BODY       PIC X(6).
                                   05  R-BRANCH REDEFINES R-BODY.
                                       10  B-CCY        PIC X(3).
                                   05  R-ACCOUNT REDEFINES R-BODY.
                                       10  A-ACCT       PIC 9(4).
                                   05  R-LINE REDEFINES R-BODY.
                                       10  L-AMOUNT     PIC 9(4)V99.
                                   05  R-MANY REDEFINES R-BODY.
                                       10  M-LINE OCCURS 2.
                                           15  M-AMOUNT PIC 9.
                        """).with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: REC.cpy, encoding: us-ascii, framing: lines }
                        records:
                        """ + rules);
    }
}

package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code each: LINE(*)} makes events of the occurrences of a table. */
class EachTest {
    private static final String RULES = """
              batch:
                when: R-TYPE = 'B'
                each: LINE(*) when LINE-TYPE(*) <> ' '
                event: MoneyDeposited
                key: LINE-ACCT(*)
                data: { amount: LINE-AMOUNT(*) | money R-CCY, text: R-TEXT | trim }
              trailer: { when: R-TYPE = 'T', role: trailer }
            """;

    @TempDir
    Path directory;

    @Test
    void everyOccurrenceMakesItsEventsInOrder() {
        var read = feed(RULES).readLines("A", batch("D0001000100", "D0002000250", "D0003000001"));

        assertThat(read.events())
                .extracting(EachTest::told)
                .containsExactly("0001 1.00 GROCER", "0002 2.50 GROCER", "0003 0.01 GROCER");
        assertThat(read.outcomes()).containsExactly("1 batch PUBLISHED");
    }

    @Test
    void occurrencesThatAreNotMeantMakeNone() {
        var read = feed(RULES).readLines("A", batch("D0001000100", " ", "D0003000001"), batch(" ", " ", " "));

        assertThat(read.events()).extracting(EachTest::told).containsExactly("0001 1.00 GROCER", "0003 0.01 GROCER");
        assertThat(read.outcomes()).containsExactly("1 batch PUBLISHED", "2 batch PUBLISHED");
    }

    @Test
    void theIndexOfAnEventIsItsPlaceAmongTheEventsOfItsRecord() {
        FeedFolder feed = feed("""
                  batch:
                    each: LINE(*)
                    events:
                      - { event: AccountOpened, key: LINE-ACCT(*), data: { currency: R-CCY } }
                      - { event: AccountClosed, key: LINE-ACCT(*) }
                """);

        var read = feed.readLines("A", batch("D0001000100", "D0002000100", "D0003000100"));

        assertThat(read.indexes()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(read.events())
                .extracting(event -> event.getClass().getSimpleName() + " " + event.account())
                .containsExactly(
                        "AccountOpened 0001",
                        "AccountClosed 0001",
                        "AccountOpened 0002",
                        "AccountClosed 0002",
                        "AccountOpened 0003",
                        "AccountClosed 0003");
    }

    @Test
    void oneBadOccurrenceMakesTheRecordARejectThatNamesIt() {
        var read = feed(RULES).readLines("A", batch("D0001000100", "D0002xxxxxx", "D0003000001"));

        assertThat(read.events()).isEmpty();
        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.field()).isEqualTo("LINE-AMOUNT(2)");
            assertThat(reject.fieldOffset()).isEqualTo(10 + 11 + 5);
        });
    }

    @Test
    void aValueThatMakesNoSenseNamesItsOccurrenceToo() {
        var read = feed(RULES).readLines("A", batch("D0001000100", "D0002000000", "D0003000001"));

        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("BNK-3003");
            assertThat(reject.field()).isEqualTo("LINE-AMOUNT(2)");
        });
    }

    @Test
    void aSumRunsOverTheOccurrencesThatMakeEvents() {
        String controls = """
                controls:
                  amounts: sum(LINE-AMOUNT(*))            = trailer.T-SUM
                  hash:    sum(LINE-ACCT(*)) mod 4 when batch = 2
                """;

        var read = feed(RULES + controls)
                .readLines("A", batch("D0001000100", " ", "D0003000250"), batch("D0002000050", " ", " "), "T000400");

        assertThat(read.control("amounts").state()).isEqualTo(ControlRow.State.CLOSED);
        assertThat(read.control("amounts").actual()).isEqualTo("4.00");
        assertThat(read.control("hash").actual()).isEqualTo("2");
    }

    @Test
    void aSumIsOpenWhenAnOccurrenceCannotBeRead() {
        var read = feed(RULES + "controls: { amounts: sum(LINE-AMOUNT(*)) = trailer.T-SUM }\n")
                .readLines("A", batch("D0001000100", "D0002xxxxxx", " "), "T000300");

        assertThat(read.control("amounts").state()).isEqualTo(ControlRow.State.OPEN);
    }

    @Test
    void aSumOverARuleWithoutEachTakesAllOccurrences() {
        var read = feed("""
                  batch: { when: R-TYPE = 'B', role: skip }
                  trailer: { when: R-TYPE = 'T', role: trailer }
                controls: { amounts: sum(LINE-AMOUNT(*)) when batch = trailer.T-SUM }
                """).readLines("A", batch("D0001000100", "D0002000100", "D0003000100"), "T000300");

        assertThat(read.control("amounts").state()).isEqualTo(ControlRow.State.CLOSED);
    }

    @Test
    void tablesWithinTablesRunWithTheInnerOneFastest() {
        FeedFolder feed = new FeedFolder(directory, "feed").with("REC.cpy", """
                               01  REC.
                                   05  G OCCURS 2.
                                       10  G-ID PIC X.
                                       10  H OCCURS 2.
                                           15  H-ID PIC X.
                        """).with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: REC.cpy, encoding: us-ascii, framing: lines }
                        records:
                          all: { each: "H(*,*)", event: AccountClosed, key: "H-ID(*,*)" }
                        """);

        assertThat(feed.readLines("A", "ab" + "cd" + "ef").events())
                .extracting(Event::account)
                .containsExactly("b", "c", "e", "f");
    }

    @Test
    void aTableThatDependsOnACountHasAsManyOccurrencesAsThatSays() {
        var read = counted("controls: { all: sum(L-AMOUNT(*)) = 6 }\n").readLines("A", "2a1b2Z", "0Z", "1c3Z");

        assertThat(read.events()).extracting(Event::account).containsExactly("a", "b", "c");
        assertThat(read.outcomes()).containsExactly("1 all PUBLISHED", "2 all PUBLISHED", "3 all PUBLISHED");
        assertThat(read.control("all").state()).isEqualTo(ControlRow.State.CLOSED);
    }

    @Test
    void aCountThatCannotBeMakesTheRecordAReject() {
        var read = counted("").readLines("A", "9a1b2", "?a1b2");

        assertThat(read.events()).isEmpty();
        assertThat(read.rejects()).extracting(Reject::code).containsExactly("BNK-2018", "BNK-2005");
        assertThat(read.rejects()).extracting(Reject::field).containsOnly("R-COUNT");
    }

    @Test
    void aRecordThatEndsBeforeItsCountedOccurrencesIsAReject() {
        var read = counted("").readLines("A", "3a1b2");

        assertThat(read.rejects()).extracting(Reject::code).containsExactly("BNK-2001");
    }

    private FeedFolder counted(String controls) {
        return new FeedFolder(directory, "feed").with("REC.cpy", """
                               01  REC.
                                   05  R-COUNT PIC 9.
                                   05  L OCCURS 0 TO 3 TIMES DEPENDING ON R-COUNT.
                                       10  L-ID     PIC X.
                                       10  L-AMOUNT PIC 9.
                                   05  R-END PIC X.
                        """).with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: REC.cpy, encoding: us-ascii, framing: lines }
                        records:
                          all: { each: L(*), event: AccountClosed, key: L-ID(*) }
                        """ + controls);
    }

    @Test
    void whatIsWrongWithEachIsToldOnceAndWhereItStands() {
        assertThat(feed("  b: { each: LINE, event: AccountClosed, key: LINE-ACCT(*) }\n")
                        .faults())
                .containsExactly("feed.yaml:4:14: expected a table with its occurrences, as LINE(*), found LINE");
        assertThat(feed("  b: { each: LINES(*), event: AccountClosed, key: LINE-ACCT(*) }\n")
                        .faults())
                .singleElement()
                .asString()
                .contains("feed.yaml:4:14: expected a field of the copybook, found LINES");
        assertThat(feed("  b: { each: LINE(*), event: AccountClosed, key: OTHER(*) }\n")
                        .faults())
                .containsExactly("feed.yaml:4:50: expected (*) only for the tables of 'each', [LINE], found OTHER(*)");
        assertThat(feed("  b: { event: AccountClosed, key: LINE-ACCT(*) }\n").faults())
                .containsExactly("feed.yaml:4:35: expected a number for the star in LINE-ACCT(*): (*) stands only in"
                        + " sum(…) and in rules with 'each'");
        assertThat(feed("  b: { each: LINE(*) if, event: AccountClosed, key: LINE-ACCT(*) }\n")
                        .faults())
                .containsExactly("feed.yaml:4:22: expected the end, found if");
        assertThat(feed("  b: { each: LINE(*), role: skip }\n").faults())
                .singleElement()
                .asString()
                .contains("unknown key 'each'");
    }

    @Test
    void theOutlineTellsWhatIsMadeOfWhat() {
        assertThat(feed(RULES).load().records().get(0).meaning())
                .isEqualTo("MoneyDeposited for each LINE(*) when LINE-TYPE(*) <> ' '");
    }

    private static String told(Event event) {
        var deposited = (Event.MoneyDeposited) event;
        return deposited.account() + " " + deposited.amount().toString().substring(0, 4) + " " + deposited.text();
    }

    private static String batch(String... lines) {
        StringBuilder record = new StringBuilder("BEURGROCER");
        List.of(lines).forEach(line -> record.append(String.format("%-11s", line)));
        return record.toString();
    }

    private FeedFolder feed(String rules) {
        return new FeedFolder(directory, "feed").with("REC.cpy", """
                               01  REC.
                                   05  R-TYPE       PIC X.
                                   05  R-BODY.
                                       10  R-CCY        PIC X(3).
                                       10  R-TEXT       PIC X(6).
                                       10  LINE OCCURS 3.
                                           15  LINE-TYPE    PIC X.
                                           15  LINE-ACCT    PIC 9(4).
                                           15  LINE-AMOUNT  PIC 9(4)V99.
                                       10  OTHER OCCURS 2   PIC X.
                                   05  R-TRAILER REDEFINES R-BODY.
                                       10  T-SUM        PIC 9(4)V99.
                        """).with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: REC.cpy, encoding: us-ascii, framing: lines }
                        records:
                        """ + rules);
    }
}

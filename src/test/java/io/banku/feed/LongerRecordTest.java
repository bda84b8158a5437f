package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record that is longer than its type's layout may hold another one: its money is not lost in silence. */
class LongerRecordTest {
    private static final String COPYBOOK = """
            01  HEAD.
                05  H-TYPE   PIC X.
                05  H-DATE   PIC 9(8).
            01  CASH.
                05  C-TYPE   PIC X.
                05  C-ACCT   PIC 9(5).
                05  C-AMT    PIC 9(3)V99.
                05  C-TEXT   PIC X(4).
            01  NOTE.
                05  N-TYPE   PIC X.
                05  N-TEXT   PIC X(3).
            01  LAST.
                05  L-TYPE   PIC X.
                05  L-COUNT  PIC 9(3).
            """;

    private static final String FEED = """
            feed: cash
            input:
              files: A*
              copybook: R.cpy
              encoding: us-ascii
              framing: lines
            records:
              header:  { when: H-TYPE = 'H', role: header }
              in:      { when: H-TYPE = 'C', event: MoneyDeposited, key: C-ACCT, data: { amount: "C-AMT | money 'EUR'" } }
              note:    { when: H-TYPE = 'N', role: skip }
              trailer: { when: H-TYPE = 'T', role: trailer }
            controls:
              date:    header.H-DATE = '20261120'
              count:   trailer.L-COUNT = count()
            """;

    private static final String HEADER = "H20261120";
    private static final String TRAILER = "T001";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            H20261120       | C0471100500     | T001            | -
            H20261120       | C0471100500ABCD | T001            | -
            'H20261120     '| 'C0471100500    '| 'T001         '| -
            H20261120       | C0471100500ABCDC0471200700ABCD | T001 | 2
            H20261120       | C0471100500ABCD1 | T001           | 2
            H20261120C04711 | C0471100500     | T001            | 1
            H20261120       | C0471100500     | T001C0471200700 | 3
            H20261120       | N-- C0471200700 | T001            | 2
            """)
    void theMeasureIsTheLayoutOfTheRecordsOwnType(String header, String second, String trailer, String rejected) {
        var read = feed("").readLines("A", header, second, trailer);

        assertThat(read.rejects())
                .extracting(reject -> reject.code() + " " + reject.record())
                .isEqualTo(rejected.equals("-") ? List.of() : List.of("BNK-2020 " + rejected));
    }

    @Test
    void theRejectShowsWhatStandsBehind() {
        var read = feed("").readLines("A", HEADER, "C0471100500ABCDC0471200700", TRAILER);

        assertThat(read.outcomes()).containsExactly("1 header SKIPPED", "2 in REJECTED", "3 trailer SKIPPED");
        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.rule()).isEqualTo("in");
            assertThat(reject.field()).isEqualTo("CASH");
            assertThat(reject.fieldOffset()).isEqualTo(15);
            assertThat(reject.fieldHex()).isEqualTo("43 30 34 37 31 32 30 30 37 30 30");
            assertThat(reject.reason()).startsWith("expected the record to end after the 15 bytes of its layout");
        });
    }

    @Test
    void aFeedWithPrivateFieldsShowsNoneOfTheBytes() {
        var read = new FeedFolder(directory, "cash")
                .with("R.cpy", COPYBOOK)
                .with("feed.yaml", FEED + "private: [C-ACCT]\n")
                .readLines("A", HEADER, "C0471100500ABCDC0471200700", TRAILER);

        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.fieldHex()).matches("(\\*\\* ){10}\\*\\*");
            assertThat(reject.reason()).doesNotContain("04712");
        });
    }

    @Test
    void whatAFeedIgnoresIsCountedInItsReport() {
        var read = feed("  longer: ignored\n").readLines("A", HEADER, "C0471100500ABCDC0471200700", TRAILER);

        assertThat(read.outcomes()).containsExactly("1 header SKIPPED", "2 in PUBLISHED", "3 trailer SKIPPED");
        assertThat(read.reconciliation().oddities())
                .extracting(Object::toString)
                .containsExactly("CASH: 1 longer");
    }

    @Test
    void longerIsSaidOfTheFileAndOfNoSingleField() {
        assertThat(feed("  fields: { C-TEXT: { longer: ignored } }\n").faults())
                .singleElement()
                .asString()
                .contains("longer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rdw                                      | 000A0000 F0F1F0F5 F4F7 | 4
            rdw                                      | 000A0000 F0F1F0F54000 | -
            rdw                                      | 00080000 F0F1F0F5     | -
            rdw                                      | 000C0000 F0F1F0F5 F0F2F0F6 | 4
            '{fixed: {length: 6}}'                   | F0F1F0F5 4040         | -
            '{fixed: {length: 6}}'                   | F0F1F0F5 F0F2         | 4
            '{length-field: {field: ACCT, add: 5}}'  | F0F1F0F5 F0F2         | 4
            '{length-field: {field: ACCT, add: 5}}'  | F0F1F0F5 0000         | -
            """)
    void itHoldsForEveryFraming(String framing, String bytes, String offset) {
        var read = new FeedFolder(directory, "b")
                .with("R.cpy", "01 CASH.\n 05 ACCT PIC 99.\n 05 AMT PIC 99.\n")
                .with("feed.yaml", """
                        feed: b
                        input: { files: A*, copybook: R.cpy, encoding: cp037, framing: %s }
                        records:
                          in: { event: MoneyDeposited, key: ACCT, data: { amount: "AMT | money 'EUR'" } }
                        """.formatted(framing))
                .readHex("A", bytes);

        assertThat(read.rejects())
                .extracting(reject -> String.valueOf(reject.fieldOffset()))
                .isEqualTo(offset.equals("-") ? List.of() : List.of(offset));
    }

    private FeedFolder feed(String more) {
        return new FeedFolder(directory, "cash")
                .with("R.cpy", COPYBOOK)
                .with("feed.yaml", FEED.replace("  framing: lines\n", "  framing: lines\n" + more));
    }
}

package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.feed.FeedFolder.Read;
import io.banku.record.Oddities;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a batch is checked, legal values that are unusual are counted, of all numbers that the feed reads. */
class NumbersTest {
    @TempDir
    Path parent;

    private FeedFolder folder() {
        return new FeedFolder(parent, "f").with("REC.cpy", """
                       01  REC.
                           05  R-TYPE    PIC X.
                           05  R-ACCT    PIC 9(2).
                           05  R-SUM     PIC S9(3) COMP-3.
                           05  R-LINES.
                               10  R-FEE PIC S9(1) COMP-3 OCCURS 2.
                           05  R-NOBODY  PIC S9(1) COMP-3.
                """).with("feed.yaml", """
                feed: f
                input: { files: F, copybook: REC.cpy, encoding: cp037, framing: fixed }
                records:
                  parent: { when: R-TYPE = 'P', carry: [R-ACCT], role: skip }
                  posted: { when: R-TYPE = 'D', event: MoneyDeposited, key: R-ACCT, data: { amount: R-SUM | money 'EUR' } }
                  fees:
                    when:  R-TYPE = 'F'
                    each:  R-FEE(*)
                    event: PostingReversed
                    key:   R-TYPE
                    data:  { amount: R-FEE(*) | money 'EUR', reverses: R-TYPE }
                controls:
                  sum: sum(R-SUM) when posted, fees = 2
                """);
    }

    @Test
    void ofExpressionsSumsAndWhatIsCarried() {
        Read read = folder().readHex(
                        "F",
                        "D7 F1C1 000D 0D0D 0D", // of the parent only the account is read
                        "C4 F1A1 001A 0D0D 0D", // the account is the parent's
                        "C4 F1F1 001A 0D0D 0D",
                        "C6 F1C1 000D 1C1B 0D"); // the sum's field, and both fees

        assertThat(read.rejects()).isEmpty();
        assertThat(read.reconciliation().oddities())
                .extracting(Oddities.Count::toString)
                .containsExactly(
                        "R-ACCT: 1 sign-without-s",
                        "R-SUM: 1 negative-zero",
                        "R-SUM: 2 unusual-sign",
                        "R-FEE: 1 unusual-sign");
    }

    @Test
    void butNotOfRejects() {
        Read read = folder().readHex("F", "C4 F1F1 001A 0D0D 0D", "D7 F1F1 001C 1C1C 1C");

        assertThat(read.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.code()).isEqualTo("BNK-3013"));
        assertThat(read.reconciliation().oddities()).isEmpty();
    }
}

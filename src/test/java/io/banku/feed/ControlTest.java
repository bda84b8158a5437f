package io.banku.feed;

import static io.banku.feed.ControlRow.State.BROKEN;
import static io.banku.feed.ControlRow.State.CLOSED;
import static io.banku.feed.ControlRow.State.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
    private static final String HEADER = "H202611210000000042";
    private static final String DEPOSIT = "D0000000001000012500";
    private static final String WITHDRAWAL = "W0000000002000002500";
    private static final String COMMENT = "C";

    @TempDir
    Path directory;

    @Test
    void countsAndSumsCloseWhenTheyAreWhatTheTrailerSays() {
        var read =
                feed("""
                        records: count() = trailer.T-COUNT
                        lines: count(all) = 6
                        postings: count() when deposited, withdrawn = 3
                        credits: sum(R-AMOUNT) when deposited = trailer.T-SUM
                        """).readLines("A.D261121", HEADER, DEPOSIT, DEPOSIT, WITHDRAWAL, COMMENT, "T0000000004000025000");

        assertThat(read.reconciliation().controls())
                .containsExactly(
                        new ControlRow("records", "count() = trailer.T-COUNT", "4", "4", "0", CLOSED),
                        new ControlRow("lines", "count(all) = 6", "6", "6", "0", CLOSED),
                        new ControlRow("postings", "count() when deposited, withdrawn = 3", "3", "3", "0", CLOSED),
                        new ControlRow(
                                "credits",
                                "sum(R-AMOUNT) when deposited = trailer.T-SUM",
                                "250.00",
                                "250.00",
                                "0.00",
                                CLOSED));
        assertThat(read.reconciliation().satisfies(Release.WHEN_BALANCED)).isTrue();
    }

    @Test
    void headerAndTrailerAloneAreADayWithoutPostings() {
        var read = feed("records: count() = trailer.T-COUNT\n  credits: sum(R-AMOUNT) = trailer.T-SUM")
                .readLines("A.D261121", HEADER, "T0000000000000000000");

        assertThat(read.reconciliation().faults()).isEmpty();
        assertThat(read.reconciliation().controls())
                .containsExactly(
                        new ControlRow("records", "count() = trailer.T-COUNT", "0", "0", "0", CLOSED),
                        new ControlRow("credits", "sum(R-AMOUNT) = trailer.T-SUM", "0.00", "0.00", "0.00", CLOSED));
        assertThat(read.reconciliation().satisfies(Release.WHEN_BALANCED)).isTrue();
        assertThat(read.events()).isEmpty();
    }

    @Test
    void aDifferenceWithNothingMissingIsBroken() {
        var read = feed("credits: sum(R-AMOUNT) = trailer.T-SUM")
                .readLines("A.D261121", HEADER, DEPOSIT, "T0000000001000022500");

        assertThat(read.control("credits"))
                .isEqualTo(new ControlRow(
                        "credits", "sum(R-AMOUNT) = trailer.T-SUM", "225.00", "125.00", "-100.00", BROKEN));
        assertThat(read.reconciliation().satisfies(Release.WHEN_BALANCED_OR_OPEN))
                .isFalse();
    }

    @Test
    void aSumThatMissesTheFieldOfARejectIsOpen() {
        var read = feed("credits: sum(R-AMOUNT) = trailer.T-SUM\n  records: count() = trailer.T-COUNT")
                .readLines("A.D261121", HEADER, DEPOSIT, "D00000000010000x2500", "T0000000002000025000");

        assertThat(read.control("credits").state()).isEqualTo(OPEN);
        assertThat(read.control("credits").difference()).isEqualTo("-125.00");
        assertThat(read.control("records").state()).isEqualTo(CLOSED);
        assertThat(read.reconciliation().satisfies(Release.WHEN_BALANCED)).isFalse();
        assertThat(read.reconciliation().satisfies(Release.WHEN_BALANCED_OR_OPEN))
                .isTrue();
    }

    @Test
    void theFieldsOfARejectThatCanBeReadStillCount() {
        var read = feed("credits: sum(R-AMOUNT) = trailer.T-SUM\n  hash: sum(R-ACCT) = trailer.T-COUNT")
                .readLines("A.D261121", HEADER, DEPOSIT, "D000000000x000012500", "T0000000001000025000");

        assertThat(read.rejects()).hasSize(1);
        assertThat(read.control("credits").state()).isEqualTo(CLOSED);
        assertThat(read.control("hash").state()).isEqualTo(CLOSED);
    }

    @Test
    void aRecordOfUnknownTypeMayExplainAnyDifference() {
        var read = feed("""
                        credits: sum(R-AMOUNT) when deposited = trailer.T-SUM
                        deposits: count() when deposited = 2
                        records: count() = 3
                        """).readLines("A.D261121", HEADER, DEPOSIT, "X0000000001000012500", "T0000000002000025000");

        assertThat(read.control("credits").state()).isEqualTo(OPEN);
        assertThat(read.control("deposits").state()).isEqualTo(OPEN);
        assertThat(read.control("records").state()).isEqualTo(BROKEN);
    }

    @Test
    void aFieldThatOnlyAControlNeedsMustBeReadableToo() {
        var read = feed("hash: sum(R-CODE) mod 100 = trailer.T-COUNT")
                .readLines("A.D261121", HEADER, DEPOSIT + "77", DEPOSIT + "33", DEPOSIT + "7x", "T0000000010");

        assertThat(read.outcomes())
                .containsExactly(
                        "1 header SKIPPED",
                        "2 deposited PUBLISHED",
                        "3 deposited PUBLISHED",
                        "4 deposited REJECTED",
                        "5 trailer SKIPPED");
        assertThat(read.rejects().get(0).code()).isEqualTo("BNK-3012");
        assertThat(read.control("hash").actual()).isEqualTo("10");
        assertThat(read.control("hash").state()).isEqualTo(CLOSED);
    }

    @Test
    void aSumIsExactBeyond64Bits() {
        String most = "B999999999999999999";
        String[] lines = new String[12];
        lines[0] = HEADER;
        for (int i = 1; i < 12; i++) {
            lines[i] = most;
        }

        var read = feed("big: sum(R-BIG) when big = 10999999999999999989\n  mod: sum(R-BIG) mod 1000 when big = 989")
                .readLines("A.D261121", lines);

        assertThat(read.control("big").actual()).isEqualTo("10999999999999999989");
        assertThat(read.control("big").state()).isEqualTo(CLOSED);
        assertThat(read.control("mod").actual()).isEqualTo("989");
    }

    @Test
    void theHeadersDateIsHeldAgainstTheFilesName() {
        FeedFolder feed = feed("date: header.H-DATE = file.date");

        assertThat(feed.readLines("A.D261121", HEADER, DEPOSIT).control("date"))
                .isEqualTo(new ControlRow("date", "header.H-DATE = file.date", "2026-11-21", "2026-11-21", "", CLOSED));
        assertThat(feed.readLines("A.D261122", HEADER, DEPOSIT).control("date").state())
                .isEqualTo(BROKEN);
        assertThat(feed.readLines("A.D261121", "H202613210000000042").control("date"))
                .satisfies(row -> {
                    assertThat(row.state()).isEqualTo(BROKEN);
                    assertThat(row.actual()).isEqualTo("H-DATE cannot be read: expected a date, found something else");
                });
    }

    @Test
    void aSequenceGoesOnFromThePreviousBatch() {
        FeedFolder feed = feed("sequence: header.H-SEQ = previous + 1");

        var follows = read(feed, OptionalLong.of(41));
        assertThat(follows.control("sequence"))
                .isEqualTo(new ControlRow("sequence", "header.H-SEQ = previous + 1", "42", "42", "0", CLOSED));
        assertThat(follows.reconciliation().sequence()).hasValue(42);

        var gap = read(feed, OptionalLong.of(39));
        assertThat(gap.control("sequence").state()).isEqualTo(BROKEN);
        assertThat(gap.control("sequence").difference()).isEqualTo("2");
        assertThat(gap.reconciliation().sequence()).hasValue(42);
    }

    /** The number in the name of a generation goes on from 9999 at 1: nobody but an operator knows that none is missing. */
    @Test
    void aSequenceInTheFilesNameBreaksWhereItBeginsAgain() {
        FeedFolder feed = feed("generation: file.sequence = previous + 1", "A.G{sequence}V00");

        assertThat(generation(feed, "A.G0042V00", 41).state()).isEqualTo(CLOSED);
        assertThat(generation(feed, "A.G9999V00", 9998).state()).isEqualTo(CLOSED);
        assertThat(generation(feed, "A.G0001V00", 9999))
                .isEqualTo(new ControlRow("generation", "file.sequence = previous + 1", "10000", "1", "-9999", BROKEN));
    }

    @Test
    void generationsGoOnFrom9999At1WithoutAControlOfTheirOwn() {
        FeedFolder feed = feed("records: count() = 0", "A\", generation: \"gdg");

        assertThat(generation(feed, "A.G0042V00", 41))
                .isEqualTo(new ControlRow("generation", "file.sequence = previous + 1", "G0042", "G0042", "0", CLOSED));
        assertThat(generation(feed, "A.G0001V00", 9999))
                .isEqualTo(new ControlRow("generation", "file.sequence = previous + 1", "G0001", "G0001", "0", CLOSED));
        assertThat(generation(feed, "A.G0003V00", 9999))
                .isEqualTo(new ControlRow("generation", "file.sequence = previous + 1", "G0001", "G0003", "2", BROKEN));
        assertThat(generation(feed, "A.G0002V00", 10_000).state()).isEqualTo(CLOSED);
        assertThat(generation(feed, "A.G0042V00", 42).state()).isEqualTo(BROKEN);
    }

    @Test
    void theFirstBatchStartsTheSequence() {
        var read = read(feed("sequence: header.H-SEQ = previous + 1"), OptionalLong.empty());

        assertThat(read.control("sequence"))
                .isEqualTo(new ControlRow("sequence", "header.H-SEQ = previous + 1", "first batch", "42", "", CLOSED));
        assertThat(read.reconciliation().sequence()).hasValue(42);
    }

    @Test
    void aSideThatIsNotThereBreaksTheControl() {
        var read = feed("records: count() = trailer.T-COUNT").readLines("A.D261121", HEADER, DEPOSIT);

        assertThat(read.control("records"))
                .isEqualTo(new ControlRow("records", "count() = trailer.T-COUNT", "no trailer", "1", "", BROKEN));
    }

    @Test
    void aTextIsHeldAgainstALiteralWithoutItsBlanks() {
        var read =
                feed("kind: header.R-TYPE = 'H'\n  other: header.R-TYPE = 'T'").readLines("A.D261121", HEADER, DEPOSIT);

        assertThat(read.control("kind").state()).isEqualTo(CLOSED);
        assertThat(read.control("other").state()).isEqualTo(BROKEN);
    }

    private static ControlRow generation(FeedFolder feed, String name, long previous) {
        byte[] bytes = (HEADER + "\n").getBytes(StandardCharsets.US_ASCII);
        return feed.read(name, OptionalLong.of(previous), bytes).control("generation");
    }

    private static FeedFolder.Read read(FeedFolder feed, OptionalLong previous) {
        byte[] bytes = (HEADER + "\n" + DEPOSIT + "\n").getBytes(StandardCharsets.US_ASCII);
        return feed.read("A.D261121", previous, bytes);
    }

    private FeedFolder feed(String controls) {
        return feed(controls, "A.D{date:yyMMdd}");
    }

    private FeedFolder feed(String controls, String files) {
        return new FeedFolder(directory, "feed")
                .with("REC.cpy", """
                               01  REC.
                                   05  R-TYPE      PIC X(01).
                                   05  R-BODY.
                                       10  R-ACCT      PIC 9(10).
                                       10  R-AMOUNT    PIC 9(7)V99.
                                       10  R-CODE      PIC X(02).
                                   05  R-HEADER REDEFINES R-BODY.
                                       10  H-DATE      PIC 9(08).
                                       10  H-SEQ       PIC 9(10).
                                   05  R-TRAILER REDEFINES R-BODY.
                                       10  T-COUNT     PIC 9(10).
                                       10  T-SUM       PIC 9(7)V99.
                                   05  R-LARGE REDEFINES R-BODY.
                                       10  R-BIG       PIC 9(18).
                        """)
                .with("feed.yaml", """
                        feed: feed
                        input: { files: "%s", copybook: REC.cpy, encoding: us-ascii, framing: lines }
                        records:
                          header: { when: R-TYPE = 'H', role: header }
                          trailer: { when: R-TYPE = 'T', role: trailer }
                          comment: { when: R-TYPE = 'C', role: skip }
                          big: { when: R-TYPE = 'B', role: skip }
                          deposited: { when: R-TYPE = 'D', event: MoneyDeposited, key: R-ACCT, data: money }
                          withdrawn: { when: R-TYPE = 'W', event: MoneyWithdrawn, key: R-ACCT, data: money }
                        shared:
                          money: { amount: R-AMOUNT | money 'EUR' }
                        controls:
                        """.formatted(files) + controls.strip().replaceAll("(?m)^ *", "  ") + "\n");
    }
}

package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that cannot become events says why, and where to look. */
class RejectTest {
    @TempDir
    Path directory;

    @Test
    void anIllegalFieldIsShownWithItsPlacePictureAndBytes() {
        var read = feed().readHex("A", MappingTest.record("C4D7 F0F1 12345C"), MappingTest.record("C4D7 F0F1 123450"));

        assertThat(read.outcomes()).containsExactly("1 deposited PUBLISHED", "2 deposited REJECTED");
        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.record()).isEqualTo(2);
            assertThat(reject.fileOffset()).isEqualTo(15);
            assertThat(reject.code()).isEqualTo("BNK-2006");
            assertThat(reject.rule()).isEqualTo("deposited");
            assertThat(reject.field()).isEqualTo("R-AMOUNT");
            assertThat(reject.fieldOffset()).isEqualTo(4);
            assertThat(reject.picture()).isEqualTo("PIC S9(3)V99 COMP-3");
            assertThat(reject.fieldHex()).isEqualTo("12 34 50");
            assertThat(reject.reason()).contains("expected").contains("found");
            assertThat(reject.bytes()).asHexString().isEqualTo("C4D7F0F1123450");
        });
    }

    @Test
    void anUnknownRecordTypeShowsWhatTheConditionsLookAt() {
        var read = feed().readHex("A", MappingTest.record("E7E7 F0F1 12345C"));

        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("BNK-3001");
            assertThat(reject.rule()).isNull();
            assertThat(reject.field()).isEqualTo("R-TYPE");
            assertThat(reject.fieldHex()).isEqualTo("E7 E7");
            assertThat(reject.reason())
                    .isEqualTo("unknown record type: expected a record that a rule of the feed matches, found R-TYPE"
                            + " 'XX'");
        });
    }

    @Test
    void aRecordThatIsTooShortSaysSo() {
        var read = feed().readHex("A", MappingTest.record("C4D7 F0F1 1234"), MappingTest.record("C4"));

        assertThat(read.rejects()).extracting(Reject::code).containsExactly("BNK-2001", "BNK-2001");
        assertThat(read.rejects()).extracting(Reject::fieldHex).containsExactly("12 34", "C4");
    }

    @Test
    void noneOfTheEventsOfARejectedRecordIsPublished() {
        var read = feed().readHex(
                        "A",
                        MappingTest.record("E3E6 F0F1 12345C C1C2C3"),
                        MappingTest.record("E3E6 F0F1 12345C E4E2C4"));

        assertThat(read.outcomes()).containsExactly("1 two REJECTED", "2 two PUBLISHED");
        assertThat(read.events()).hasSize(2);
        assertThat(read.rejects().get(0).reason()).contains("found 'ABC'");
    }

    @Test
    void aHeaderThatIsMissingOrUnreadableIsTheReason() {
        String posting = MappingTest.record("C8D7 F0F1 12345C");
        String header = MappingTest.record("C8C4 F0F1 123450");

        var without = feed().readHex("A", posting);
        var unreadable = feed().readHex("A", header, posting);

        assertThat(without.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("BNK-3010");
            assertThat(reject.reason())
                    .isEqualTo("expected a header record before this one, for header.R-AMOUNT, found none");
        });
        assertThat(unreadable.rejects())
                .singleElement()
                .satisfies(reject ->
                        assertThat(reject.reason()).startsWith("header.R-AMOUNT of record 1 cannot be read: "));
    }

    @Test
    void aTransferWithoutACounterpartyIsAReject() {
        var read = feed().readHex(
                        "A",
                        MappingTest.record("E3D9 F0F1 12345C 404040"),
                        MappingTest.record("E3D9 F0F1 12345C F8F1F5"));

        assertThat(read.outcomes()).containsExactly("1 transferred REJECTED", "2 transferred PUBLISHED");
        assertThat(read.events()).hasSize(2);
        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("BNK-3009");
            assertThat(reject.field()).isEqualTo("R-CCY");
        });
    }

    @Test
    void aPrivateFieldIsMaskedInAllButTheRecordItself() {
        var feed = feed("R-AMOUNT, R-CCY");

        var illegal = feed.readHex("A", MappingTest.record("C4D7 F0F1 123450"))
                .rejects()
                .get(0);
        var senseless = feed.readHex("A", MappingTest.record("E3E6 F0F1 12345C C1C2C3"))
                .rejects()
                .get(0);
        var negative = feed.readHex("A", MappingTest.record("C4D7 F0F1 12345D"))
                .rejects()
                .get(0);

        var inHeader = feed.readHex("A", MappingTest.record("C8C4 F0F1 123450"), MappingTest.record("C8D7 F0F1 12345C"))
                .rejects()
                .get(0);

        assertThat(inHeader.reason()).isEqualTo("header.R-AMOUNT of record 1 cannot be read (private, not shown)");
        assertThat(illegal.fieldHex()).isEqualTo("** ** **");
        assertThat(illegal.reason()).isEqualTo("the sign of a number is none (private, not shown)");
        assertThat(illegal.bytes()).asHexString().contains("123450");
        assertThat(senseless.reason()).doesNotContain("ABC").contains("private");
        assertThat(senseless.fieldHex()).isEqualTo("** ** **");
        assertThat(negative.reason())
                .doesNotContain("123")
                .contains("above zero")
                .contains("private");
    }

    @Test
    void bothPassesComeToTheSameOutcomeAndOnlyTheCheckReconciles() throws Exception {
        byte[] bytes = java.util.HexFormat.of()
                .parseHex((MappingTest.record("C4D7 F0F1 12345C") + MappingTest.record("C4D7 F0F1 123450")));
        Feed feed = feed().load();
        BatchInput input = new BatchInput(feed.files().match("A").orElseThrow(), OptionalLong.empty());

        try (BatchReader reader = feed.read(input, new ByteArrayInputStream(bytes), Pass.PUBLISH)) {
            assertThat(reader.next(Sink.NOWHERE)).isTrue();
            assertThat(reader.outcome()).isEqualTo(BatchReader.Outcome.PUBLISHED);
            assertThat(reader.fileOffset()).isEqualTo(4);
            assertThat(reader.next(Sink.NOWHERE)).isTrue();
            assertThat(reader.outcome()).isEqualTo(BatchReader.Outcome.REJECTED);
            assertThat(reader.next(Sink.NOWHERE)).isFalse();
            assertThatThrownBy(reader::finish).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closingTheReaderClosesTheFile() throws IOException {
        Feed feed = feed().load();
        boolean[] closed = new boolean[1];
        var bytes = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        feed.read(new BatchInput(feed.files().match("A").orElseThrow(), OptionalLong.empty()), bytes, Pass.CHECK)
                .close();

        assertThat(closed[0]).isTrue();
    }

    private FeedFolder feed() {
        return feed("R-ACCT");
    }

    private FeedFolder feed(String hidden) {
        return new FeedFolder(directory, "feed").with("REC.cpy", """
                        000100 01  REC.
                        000200     05  R-TYPE    PIC X(02).
                        000300         88  R-IS-DEPOSIT VALUE 'DP'.
                        000400     05  R-ACCT    PIC 9(02).
                        000500     05  R-AMOUNT  PIC S9(3)V99 COMP-3.
                        000600     05  R-CCY     PIC X(03).
                        """).with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: REC.cpy, encoding: cp037, framing: rdw }
                        records:
                          header: { when: R-TYPE = 'HD', role: header }
                          deposited: { when: R-IS-DEPOSIT, event: MoneyDeposited, key: R-ACCT, data: { amount: R-AMOUNT | money 'EUR' } }
                          two:
                            when: R-TYPE = 'TW'
                            key: R-ACCT
                            events:
                              - { event: MoneyDeposited, data: { amount: R-AMOUNT | money 'EUR' } }
                              - { event: MoneyDeposited, data: { amount: R-AMOUNT | money R-CCY } }
                          transferred: { when: R-TYPE = 'TR', transfer: { from: R-ACCT, to: R-CCY, reference: R-TYPE }, data: { amount: R-AMOUNT | money 'EUR' } }
                          dated: { when: R-TYPE = 'HP', event: MoneyDeposited, key: R-ACCT, data: { amount: header.R-AMOUNT | money 'EUR' } }
                        private: [%s]
                        """.formatted(hidden));
    }
}

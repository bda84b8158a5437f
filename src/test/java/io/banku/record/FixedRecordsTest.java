package io.banku.record;

import static io.banku.record.Framed.fault;
import static io.banku.record.Framed.framing;
import static io.banku.record.Framed.records;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedRecordsTest {
    private static final String RECORD = "0000 0000 0000 0000";

    @Test
    void theLengthIsTheCopybooksUnlessItIsGiven() throws Exception {
        assertThat(records(framing("fixed"), RECORD + RECORD)).hasSize(2);
        assertThat(records(framing("{fixed: {length: 4}}"), RECORD + RECORD)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0A", "0D0A", "1A", "0D0A1A", "25", "15"})
    void whatAnEditorLeavesBehindTheLastRecordIsIgnoredOnlyWhenAsked(String trace) throws Exception {
        assertThat(records(framing("{fixed: {trailing: ignored}}"), RECORD + RECORD + trace))
                .hasSize(2);
        assertThat(fault(framing("fixed"), RECORD + RECORD + trace))
                .hasMessageContaining("bytes after 2 whole records")
                .hasMessageContaining("{fixed: {trailing: ignored}} reads it");
    }

    @Test
    void otherBytesBehindTheLastRecordAreNeverIgnored() {
        assertThat(fault(framing("{fixed: {trailing: ignored}}"), RECORD + "0A40")
                        .code())
                .isEqualTo("BNK-2101");
        assertThat(fault(framing("{fixed: {trailing: ignored}}"), RECORD + "0A0A0A0A")
                        .code())
                .isEqualTo("BNK-2101");
    }

    @Test
    void whatStandsBeforeAndAfterTheRecordsIsSkipped() throws Exception {
        var framing = framing("{fixed: {length: 2, skip-first: 3, skip-last: 1}}");

        assertThat(records(framing, "AAAAAA C1C2 C3C4 BB")).containsExactly("1@3:C1C2", "2@5:C3C4");
        assertThat(records(framing, "AAAAAA BB")).isEmpty();
        assertThat(fault(framing, "AAAAAA").code()).isEqualTo("BNK-2109");
        assertThat(fault(framing, "AAAAAA"))
                .hasMessage(
                        "expected at least the 3 bytes before the first record and the 1 after the last one, found a"
                                + " file of 3");
        assertThat(fault(framing("{fixed: {length: 5, skip-first: 2}}"), "AAAA C1C1C1C1C1 C2"))
                .hasMessageContaining("divide its 6 bytes");
        assertThat(fault(framing, "AAAAAA C1 BB")).hasMessageContaining("found 1 bytes after 0 whole records: C1");
    }

    @Test
    void aFooterIsHeldBackWhereverTheReadsOfTheFileFall() throws Exception {
        byte[] file = new byte[600_000 + 5];

        assertThat(records(framing("{fixed: {length: 60000, skip-last: 5}}"), file))
                .hasSize(10);
        assertThat(fault(framing("{fixed: {length: 60000, skip-last: 4}}"), file))
                .hasMessageContaining("found 1 bytes after 10 whole records");
    }

    @Test
    void recordsThatEndWithALineEndAreRecognised() {
        assertThat(fault(framing("fixed"), (RECORD + "0D0A").repeat(9)))
                .hasMessageContaining("each record is followed by 0D 0A")
                .hasMessageContaining("try framing: {lines: {width: 8}}");
    }

    @Test
    void theLengthAtWhichTheBytesRepeatIsNamedAmongTheNearOnes() {
        String record = "F0F1 4040 C1C2 4040 00";

        assertThat(fault(framing("fixed"), record.repeat(20)))
                .hasMessageContaining("Near lengths that divide its 180 bytes: 9")
                .hasMessageContaining("the bytes repeat at 9");
    }
}

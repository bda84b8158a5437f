package io.banku.record;

import static io.banku.record.Framed.fault;
import static io.banku.record.Framed.framing;
import static io.banku.record.Framed.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fillers behind every so many bytes, wherever a record is, and a word of X'00' behind the last record. */
class BlockedTest {
    private static final String FORM = "{rdw: {word: LLLL, inclusive: false, zero-word: ends-file, blocked: 10+2}}";

    @Test
    void fillersAreNoPartOfTheRecordsThatGoOnBehindThem() throws Exception {
        String file = "00000003 C1C2C3 000000 4040  04 D1D2D3D4 00000002 E2 4040 E3 00000000 40404040 40 4040";

        assertThat(records(framing(FORM), file)).containsExactly("1@4:C1C2C3", "2@13:D1D2D3D4", "3@21:E2E3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what stands behind the records C1C2 and C3          | code     | at
            00000002 C1C2 00000001 4040 C3 00000000               | -        | 0
            00000002 C1C2 00000001 2020 C3 00000000               | -        | 0
            00000002 C1C2 00000001 0000 C3 00000000 40400020      | -        | 0
            00000002 C1C2 00000001 4040 C3                        | BNK-2103 | 13
            00000002 C1C2 00000001 4040                           | BNK-2103 | 6
            00000002 C1C2 00000001 C3C4 C5 00000000               | BNK-2112 | 10
            00000002 C1C2 00000001 4040 C3 00000000 00000001 C4   | BNK-2113 | 20
            """)
    void whatIsNoFillerOrStandsBehindTheEndIsRefused(String file, String code, long at) throws Exception {
        if (code.equals("-")) {
            assertThat(records(framing(FORM), file)).containsExactly("1@4:C1C2", "2@12:C3");
        } else {
            FramingException fault = fault(framing(FORM), file);
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.fileOffset()).isEqualTo(at);
        }
    }

    @Test
    void everyFramingMayBeBlocked() throws Exception {
        assertThat(records(framing("{fixed: {length: 3, blocked: 4+1}}"), "C1C1C1C2 40 C2C2"))
                .containsExactly("1@0:C1C1C1", "2@3:C2C2C2");
    }

    @Test
    void aLongFileKeepsItsPlaces() throws Exception {
        String thousand = ("00000004" + "C1C2C3C4" + "4040").repeat(100_000) + "00000000";

        var read =
                records(framing("{rdw: {word: LLLL, inclusive: false, zero-word: ends-file, blocked: 8+2}}"), thousand);

        assertThat(read).hasSize(100_000).endsWith("100000@999994:C1C2C3C4");
    }

    @Test
    void aBlockedClearingFileIsNamedWhereAnotherFramingDoesNotFit() {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            content.append("000001F4").append("C1".repeat(500));
        }
        content.append("00000000");
        StringBuilder file = new StringBuilder();
        for (int from = 0; from < content.length(); from += 2024) {
            String block = content.substring(from, Math.min(content.length(), from + 2024));
            file.append(block).append("40".repeat((2024 - block.length()) / 2 + 2));
        }

        assertThat(fault(framing("{rdw: {word: LLLL, inclusive: false}}"), file.toString()))
                .hasMessageContaining("try framing: {rdw: {word: LLLL, inclusive: false, zero-word: ends-file, blocked:"
                        + " 1012+2}}");
    }

    @Test
    void aWrongOptionIsAnsweredWithARightOne() {
        assertThatThrownBy(() -> framing("{rdw: {blocked: 1014}}"))
                .hasMessage("'blocked': expected bytes of records and of fillers behind them, as 1012+2, found '1014'");
        assertThatThrownBy(() -> framing("{rdw: {zero-word: yes}}"))
                .hasMessage("'zero-word': expected ends-file or record, found 'yes'");
    }
}

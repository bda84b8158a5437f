package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.copybook.Copybook;
import io.banku.copybook.DataItem;
import org.junit.jupiter.api.Test;

class RecordDecoderTest {
    private static final String COPYBOOK = """
                   01  TX-RECORD.
                       05  TX-TYPE          PIC X(2).
                           88  TX-IS-DEPOSIT      VALUE 'DP'.
                           88  TX-IS-CASH         VALUE 'DP' 'WD'.
                           88  TX-IS-HEADER       VALUE LOW-VALUES.
                       05  TX-ACCT          PIC 9(10).
                       05  TX-AMOUNT        PIC S9(3)V99 COMP-3.
                           88  TX-IS-LARGE        VALUE 100.00 THRU 999.99.
                       05  TX-ALL-LINES.
                           10  TX-LINE      OCCURS 2.
                               15  TX-CODE      PIC X.
                               15  TX-BRANCH    PIC S9(4) COMP.
                       05  TX-LINES REDEFINES TX-ALL-LINES PIC X(6).
            """;
    private static final String RECORD = "C4D7 F0F0F0F0F0F0F4F7F1F1 12345D C1 FFFF C2 0102";

    private final RecordDecoder decoder = RecordDecoder.of(Copybook.parse("TX.cpy", COPYBOOK), CodePage.of("cp037"));

    @Test
    void aRecordIsReadFieldByField() throws FieldException {
        Frame frame = OneField.frame(RECORD);

        assertThat(decoder.field("TX-TYPE").text(frame)).isEqualTo("DP");
        assertThat(decoder.field("tx-acct").text(frame)).isEqualTo("0000004711");
        assertThat(decoder.field("TX-AMOUNT").unscaled(frame)).isEqualTo(-12345);
        assertThat(decoder.field("TX-AMOUNT").decimal(frame)).isEqualTo("-123.45");
        assertThat(decoder.field("TX-AMOUNT").text(frame)).isEqualTo("-123.45");
        assertThat(decoder.field("TX-BRANCH(1)").unscaled(frame)).isEqualTo(-1);
        assertThat(decoder.field("TX-BRANCH OF TX-LINE (2)").unscaled(frame)).isEqualTo(258);
        assertThat(decoder.field("TX-LINE(2)").text(frame)).isEqualTo("B\u0001\u0002");
    }

    @Test
    void aConditionTellsWhetherItsItemHoldsOneOfItsValues() throws FieldException {
        Frame frame = OneField.frame(RECORD);

        assertThat(decoder.condition("TX-IS-DEPOSIT").test(frame)).isTrue();
        assertThat(decoder.condition("TX-IS-CASH OF TX-TYPE").test(frame)).isTrue();
        assertThat(decoder.condition("TX-IS-HEADER").test(frame)).isFalse();
        assertThat(decoder.condition("TX-IS-LARGE").test(frame)).isFalse();
    }

    @Test
    void aNameIsAnItemInItsTables() {
        assertThat(decoder.item("TX-BRANCH(2)").offset()).isEqualTo(16);
        assertThat(decoder.tables("TX-BRANCH(2)")).extracting(DataItem::name).containsExactly("TX-LINE");
        assertThat(decoder.tables("TX-ACCT")).isEmpty();
    }

    @Test
    void anUnknownNameIsAnsweredWithWhatItMayHaveMeant() {
        assertThatThrownBy(() -> decoder.field("TX-AMUONT"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a field of the copybook, found TX-AMUONT; did you mean TX-AMOUNT?");
    }
}

package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables whose number of occurrences the record itself tells. */
class OccursDependingTest {
    private static final Layout STATEMENT = Copybook.parse("S.cpy", """
            01 STATEMENT.
               05 LINE-COUNT   PIC 9.
               05 LINE OCCURS 0 TO 3 DEPENDING ON LINE-COUNT.
                  10 CODE      PIC X.
                  10 AMOUNT    PIC S9(3) COMP-3.
               05 CLOSING      PIC X(2).
               05 NOTE-COUNT   PIC 9.
               05 NOTE         PIC X OCCURS 1 TO 2 DEPENDING ON NOTE-COUNT.
            """);

    /** F2 lines, each a code and an amount; then the closing word, one note. */
    private static final String COMPACT = "F2 C1 010C C2 020D E9E9 F1 D5";

    private static final String PADDED = COMPACT + "40 404040";
    private static final String MAXIMUM = "F2 C1 010C C2 020D 000000 E9E9 F1 D5 00";

    @ParameterizedTest
    @ValueSource(strings = {"compact " + COMPACT, "padded " + PADDED, "maximum " + MAXIMUM})
    void whatFollowsATableIsFoundWhereverItEnds(String form) throws FieldException {
        RecordDecoder decoder = decoder(form);
        Frame record = record(form);

        assertThat(decoder.field("AMOUNT(1)").unscaled(record)).isEqualTo(10);
        assertThat(decoder.field("AMOUNT(2)").unscaled(record)).isEqualTo(-20);
        assertThat(decoder.field("CLOSING").text(record)).isEqualTo("ZZ");
        assertThat(decoder.field("NOTE(1)").text(record)).isEqualTo("N");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compact " + COMPACT, "padded " + PADDED, "maximum " + MAXIMUM})
    void anOccurrenceBehindTheLastOneIsNone(String form) throws FieldException {
        FieldReader field = decoder(form).field("AMOUNT(3)");

        FieldException refused = catchThrowableOfType(FieldException.class, () -> field.unscaled(record(form)));

        assertThat(refused.code()).isEqualTo("BNK-2019");
        assertThat(refused).hasMessage("expected at least 3 in LINE-COUNT for AMOUNT(3), found 2");
        assertThat(field.isPresent(record(form))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            F4 C1 010C C2 020D E9E9 F1 D5 | CLOSING | BNK-2018 | LINE-COUNT | expected a count from 0 to 3, found 4
            5C C1 010C C2 020D E9E9 F1 D5 | CLOSING | BNK-2005 | LINE-COUNT | expected digits X'F0' to X'F9', found X'5C' in byte 1 of 1
            F0 E9E9 F0                    | NOTE(1) | BNK-2018 | NOTE-COUNT | expected a count from 1 to 2, found 0
            F3 C1 010C C2 020D E9E9 F1 D5 | NOTE(1) | BNK-2001 | NOTE-COUNT | expected 1 bytes from byte 12 of the record, found 0, as the record has 11
            """)
    void aCounterThatCannotBeIsToldByItsOwnName(String bytes, String name, String code, String field, String message) {
        FieldReader reader = decoder("compact").field(name);

        FieldException refused = catchThrowableOfType(FieldException.class, () -> reader.text(OneField.frame(bytes)));

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.field().name()).isEqualTo(field);
        assertThat(refused).hasMessage(message);
    }

    @Test
    void aCounterThatIsNegativeIsToldWithItsValue() {
        Layout layout = Copybook.parse(
                "R.cpy", "01 R.\n 05 N PIC S9 COMP-3.\n 05 A PIC X OCCURS 0 TO 3 DEPENDING ON N.\n 05 B PIC X.\n");
        FieldReader behind = RecordDecoder.of(layout, CodePage.of("cp037")).field("B");

        FieldException refused =
                catchThrowableOfType(FieldException.class, () -> behind.text(OneField.frame("1D C1 C2")));

        assertThat(refused.code()).isEqualTo("BNK-2018");
        assertThat(refused).hasMessage("expected a count from 0 to 3, found -1");
    }

    @Test
    void aRefusalTellsWhereTheFieldLiesInThisRecord() {
        FieldReader field = decoder("compact").field("NOTE-COUNT");

        FieldException refused =
                catchThrowableOfType(FieldException.class, () -> field.unscaled(OneField.frame("F1 C1 010C E9E9 5C")));

        assertThat(refused.located(7))
                .isEqualTo(
                        "BNK-2005 NOTE-COUNT at record 7, byte 0x6, PIC 9: expected digits X'F0' to X'F9', found X'5C' in"
                                + " byte 1 of 1 [5C]");
        assertThat(field.offset()).isEqualTo(12);
    }

    @Test
    void aGroupIsAsLongAsItsTables() throws FieldException {
        RecordDecoder decoder = decoder("compact");

        assertThat(decoder.field("STATEMENT").text(OneField.frame("F0 E9E9 F1 D5")))
                .isEqualTo("0ZZ1N");
    }

    @Test
    void tablesArePrintedAsFarAsTheyAreCounted() throws Exception {
        assertThat(printed("F0 E9E9 F2 D5 D6"))
                .isEqualTo("{'LINE-COUNT':0,'CLOSING':'ZZ','NOTE-COUNT':2,'NOTE':['N','O']}");
        assertThat(printed(COMPACT))
                .isEqualTo("{'LINE-COUNT':2,'LINE':[{'CODE':'A','AMOUNT':10},{'CODE':'B','AMOUNT':-20}],"
                        + "'CLOSING':'ZZ','NOTE-COUNT':1,'NOTE':['N']}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compact " + COMPACT, "padded " + PADDED, "maximum " + MAXIMUM})
    void aRecordIsWrittenInEachForm(String form) {
        Map<String, String> values = new LinkedHashMap<>();
        List.of("LINE-COUNT=2", "CODE(1)=A", "AMOUNT(1)=10", "CODE(2)=B", "AMOUNT(2)=-20", "CLOSING=ZZ", "NOTE(1)=N")
                .forEach(each -> values.put(each.split("=")[0], each.split("=")[1]));

        byte[] written = RecordEncoder.of(STATEMENT, dialect(form), Map.of()).record(values);

        assertThat(OneField.hex(OneField.frame(written))).isEqualTo(OneField.hex(record(form)));
    }

    private static String printed(String hex) throws FieldException, IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            RecordPrinter.of(STATEMENT, CodePage.of("cp037")).print(OneField.frame(hex), json);
        }
        return out.toString().replace('"', '\'');
    }

    private static RecordDecoder decoder(String form) {
        return RecordDecoder.of(STATEMENT, dialect(form), Map.of());
    }

    private static Dialect dialect(String form) {
        return OneField.dialect("odo=" + form.split(" ")[0]);
    }

    private static Frame record(String form) {
        return OneField.frame(form.substring(form.indexOf(' ')));
    }
}

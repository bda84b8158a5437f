package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordEncoderTest {
    private static final Layout LAYOUT = Copybook.parse("TX.cpy", """
            01  TX-RECORD.
                05  TX-TYPE          PIC X(2).
                05  TX-ACCT          PIC 9(4).
                05  TX-AMOUNT        PIC S9(3)V99 COMP-3.
                05  FILLER           PIC X(2).
                05  TX-BODY          PIC X(4).
                05  TX-NUMBERS REDEFINES TX-BODY.
                    10  TX-BRANCH    PIC S9(4) COMP OCCURS 2.
            01  TX-TRAILER.
                05  TXT-TYPE         PIC X(2).
                05  TXT-COUNT        PIC 9(5).
            """);

    private final RecordEncoder encoder = RecordEncoder.of(LAYOUT, Dialect.of(CodePage.of("cp037")), Map.of());

    @Test
    void aRecordOfValuesIsInitializedFirst() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("TX-TYPE", "DP");
        values.put("TX-ACCT", "4711");
        values.put("TX-AMOUNT", "-125.00");

        assertThat(hex(encoder.record(values))).isEqualTo("C4 D7 F4 F7 F1 F1 12 50 0D 40 40 40 40 40 40");
    }

    @Test
    void whatIsGivenNoValueIsZeroOrBlank() {
        assertThat(hex(encoder.record(Map.of("TX-TYPE", "DP"))))
                .isEqualTo("C4 D7 F0 F0 F0 F0 00 00 0C 40 40 40 40 40 40");
    }

    @ParameterizedTest
    @CsvSource({"compact", "padded"})
    void aCountIsNotCorrectedWhereOtherFieldsWouldLieElsewhere(String tables) {
        Map<String, String> count = Map.of("N", "2");

        assertThatThrownBy(() -> counted("odo=" + tables).changed(OneField.frame("F1 C1 C2"), count))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected no change of N, which counts a table: other fields would lie elsewhere");
        assertThat(hex(counted("odo=maximum").changed(OneField.frame("F1 C1 C2 C3"), count)))
                .isEqualTo("F2 C1 C2 C3");
        assertThat(hex(counted("odo=" + tables).changed(OneField.frame("F1 C1 C2"), Map.of("B", "Z"))))
                .isEqualTo("F1 C1 E9");
    }

    private static RecordEncoder counted(String words) {
        Layout layout = Copybook.parse(
                "R.cpy", "01 R.\n 05 N PIC 9.\n 05 A PIC X OCCURS 0 TO 2 DEPENDING ON N.\n 05 B PIC X.\n");
        return RecordEncoder.of(layout, OneField.dialect(words), Map.of());
    }

    @Test
    void theFieldsTellWhichRootItIs() {
        assertThat(hex(encoder.record(Map.of("TXT-COUNT", "42")))).isEqualTo("40 40 F0 F0 F0 F4 F2");
    }

    @Test
    void anAlternativeIsWrittenOverTheFirstOne() {
        assertThat(hex(encoder.record(Map.of("TX-BRANCH(2)", "258")))).endsWith("40 40 40 40 01 02");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", quoteCharacter = '~', textBlock = """
            4    | '4'
            -1   | '-1'
            2.0  | '2.0'
            ~~   | ''
            null | null
            """)
    void aCountThatItsTableCannotHaveIsRefused(String count, String found) {
        Layout layout = Copybook.parse("R.cpy", "01 R.\n 05 N PIC S9.\n 05 A PIC X OCCURS 0 TO 3 DEPENDING ON N.\n");
        RecordEncoder counting = RecordEncoder.of(layout, OneField.dialect("spaces=null"), Map.of());
        Map<String, String> values = new LinkedHashMap<>();
        values.put("N", count);

        assertThatThrownBy(() -> counting.record(values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("N: expected a count from 0 to 3, found " + found);
    }

    /** As plain digits these would be a gigabyte. */
    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "-1E-999999999", "0E+999999999", "1E+400"})
    void aNumberThatCouldFillTheMemoryIsRefused(String number) {
        BigDecimal value = new BigDecimal(number);

        assertThatThrownBy(() -> encoder.field("TX-AMOUNT").write(value, OneField.frame("00".repeat(15))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "TX-AMOUNT: expected at most 400 digits before and after the decimal point, found " + number);
    }

    @Test
    void aCorrectionLeavesAllOtherBytes() {
        Frame broken = OneField.frame("C4D7 F4F7F1F1 405C0D FFFF 00010203");

        byte[] corrected = encoder.changed(broken, Map.of("TX-AMOUNT", "0.01"));

        assertThat(hex(corrected)).isEqualTo("C4 D7 F4 F7 F1 F1 00 00 1C FF FF 00 01 02 03");
        assertThat(OneField.hex(broken)).as("the record itself").startsWith("C4 D7 F4 F7 F1 F1 40 5C 0D");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses             | words      | value                | message
            9(3)                  | -          | 1000                 | F: expected at most 3 digits, as it is PIC 9(3), found 1000
            9(3)                  | -          | -1                   | F: expected no minus, as it is PIC 9(3), found -1
            9(3)V99               | -          | 0.001                | F: expected at most 2 decimals, as it is PIC 9(3)V99, found 0.001
            9(3)PP                | -          | 150                  | F: expected a multiple of 100, as it is PIC 9(3)PP, found 150
            S9(3) COMP-3          | -          | -1000                | F: expected at most 3 digits, as it is PIC S9(3) COMP-3, found -1000
            S9(4) COMP            | -          | 10000                | F: expected at most 4 digits, as it is PIC S9(4) COMP, found 10000
            S9(4) COMP            | trunc=bin  | 32768                | F: expected a number that fits 15 bits and a sign, as it is PIC S9(4) COMP, found 32768
            9(4) COMP-5           | -          | -1                   | F: expected a number that fits 16 bits, as it is PIC 9(4) COMP-5, found -1
            9(3)                  | -          | 1O0                  | F: expected a number such as -125.00, found '1O0'
            X(3)                  | -          | ABCD                 | F: expected at most 3 bytes of cp037, found 4
            X(3)                  | -          | €                    | F: expected characters of cp037, found '€'
            9(3)                  | -          | null                 | F: expected a value, found null, and no filler stands for it
            9(2) NATIONAL         | -          | null                 | F: expected a value, found null, and no filler stands for it
            S9(4) COMP-5          | -          | -32769               | F: expected a number that fits 15 bits and a sign, as it is PIC S9(4) COMP-5, found -32769
            COMP-1                | -          | 0.1                  | F: expected a number that it holds exactly (near it: 0.099999964237213134765625), as it is COMP-1, found 0.1
            COMP-1                | float=ieee | 0.1                  | F: expected a number that it holds exactly (near it: 0.100000001490116119384765625), as it is COMP-1, found 0.1
            """)
    void aValueThatDoesNotFitIsRefused(String clauses, String words, String value, String message) {
        FieldWriter writer = OneField.writer(clauses, OneField.dialect(words));
        Frame record = blank(writer);

        assertThatThrownBy(() -> writer.write(value.equals("null") ? null : value, record))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses                  | words                    | value   | bytes
            9(3)                       | -                        | 7       | F0 F0 F7
            9(3)                       | encoding=ascii           | 7       | 30 30 37
            S9(3)                      | -                        | 7       | F0 F0 C7
            S9(3)                      | -                        | -7      | F0 F0 D7
            S9(3)                      | encoding=ascii           | -7      | 30 30 77
            S9(3) LEADING              | -                        | -7      | D0 F0 F7
            S9(3) LEADING SEPARATE     | -                        | -7      | 60 F0 F0 F7
            S9(3) TRAILING SEPARATE    | -                        | 7       | F0 F0 F7 4E
            9(3) BLANK WHEN ZERO       | -                        | 0       | 40 40 40
            9(3)PP                     | -                        | 12300   | F1 F2 F3
            9(4) COMP-3                | -                        | 7       | 00 00 7F
            S9(4) COMP-3               | -                        | 7       | 00 00 7C
            S9(4) COMP                 | endian=little            | 1234    | D2 04
            9(4) COMP                  | trunc=bin                | 65535   | FF FF
            9(3)                       | spaces=null              | null    | 40 40 40
            9(3)                       | high-values=null         | null    | FF FF FF
            9(3)                       | low-values=null          | null    | 00 00 00
            9(3)                       | asterisks=null           | null    | 5C 5C 5C
            9(3)                       | encoding=ascii asterisks=null | null | 2A 2A 2A
            9(2) NATIONAL              | spaces=null              | null    | 00 20 00 20
            9(2) NATIONAL              | high-values=null         | null    | FF FF FF FF
            S9(4) COMP-5               | -                        | -32768  | 80 00
            S9(4) COMP-5               | -                        | 32767   | 7F FF
            S9(2)V99                   | -                        | 0       | F0 F0 F0 C0
            COMP-1                     | -                        | -1      | C1 10 00 00
            COMP-1                     | -                        | 0       | 00 00 00 00
            COMP-1                     | float=ieee endian=little | 0.5     | 00 00 00 3F
            COMP-2                     | float=ieee               | 0.5     | 3F E0 00 00 00 00 00 00
            X(3)                       | -                        | A       | C1 40 40
            X(6)                       | encoding=cp939           | ア      | 0E 43 81 0F 40 40
            """)
    void aValueIsWrittenAsTheMainframeWouldHaveIt(String clauses, String words, String value, String bytes)
            throws FieldException {
        FieldWriter writer = OneField.writer(clauses, OneField.dialect(words));
        Frame record = blank(writer);

        writer.write(value.equals("null") ? null : value, record);

        assertThat(OneField.hex(record)).isEqualTo(bytes);
    }

    private static Frame blank(FieldWriter writer) {
        return OneField.frame(new byte[writer.item().length()]);
    }

    private static String hex(byte[] bytes) {
        return Hex.of(bytes, 0, bytes.length);
    }
}

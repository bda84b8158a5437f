package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void theFieldsTellWhichRootItIs() {
        assertThat(hex(encoder.record(Map.of("TXT-COUNT", "42")))).isEqualTo("40 40 F0 F0 F0 F4 F2");
    }

    @Test
    void anAlternativeIsWrittenOverTheFirstOne() {
        assertThat(hex(encoder.record(Map.of("TX-BRANCH(2)", "258")))).endsWith("40 40 40 40 01 02");
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

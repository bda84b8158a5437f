package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that end before their items do: cut off by the end of the record, or VARCHARs of Db2. */
class TextEndTest {
    private static final Layout LAST = Copybook.parse("R.cpy", """
            01 R.
               05 N PIC 9.
               05 G.
                  10 V PIC X(3).
                     88 IS-AB VALUE 'AB'.
                     88 IS-BLANK VALUE SPACES.
               05 W PIC X(2).
            """);

    private static final Layout VARCHAR = Copybook.parse("R.cpy", """
            01 R.
               10 T.
                  49 T-LEN PIC S9(4) COMP.
                  49 T-TXT PIC X(4).
               10 G.
                  49 G-LEN PIC S9(4) COMP-5.
                  49 G-TXT PIC N(2) USAGE NATIONAL.
               10 L OCCURS 2.
                  15 U.
                     49 U-LEN PIC S9(4) COMP.
                     49 U-TXT PIC X(2).
               10 PLAIN.
                  15 P-LEN PIC S9(4) COMP.
                  15 P-TXT PIC X(2).
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # field | record         | rejected | ending early
            V       | F1C1C2C3C4C5   | ABC      | ABC
            V       | F1C1           | BNK-2001 | A
            V       | F1             | BNK-2001 | ''
            V       | ''             | BNK-2001 | ''
            G       | F1C1C2         | BNK-2001 | AB
            W       | F1C1C2C3C4     | BNK-2001 | D
            W       | F1C1           | BNK-2001 | ''
            N       | ''             | BNK-2001 | BNK-2001
            """)
    void aTextEndsWithItsRecordByOption(String field, String record, String rejected, String early) {
        assertThat(read(LAST, "", field, record)).isEqualTo(rejected);
        assertThat(read(LAST, "short-text=ends-early", field, record)).isEqualTo(early);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            F1C1C2   | true  | false
            F1C1C240 | true  | false
            F1C1     | false | false
            F1       | false | true
            F1C1C2C3 | false | false
            """)
    void aConditionFillsUpWhatIsCutOff(String record, boolean isAb, boolean isBlank) throws FieldException {
        RecordDecoder decoder = RecordDecoder.of(LAST, OneField.dialect("short-text=ends-early"), Map.of());

        assertThat(decoder.condition("IS-AB").test(OneField.frame(record))).isEqualTo(isAb);
        assertThat(decoder.condition("IS-BLANK").test(OneField.frame(record))).isEqualTo(isBlank);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # field | T             | value
            T       | 0003 C1C2C381 | ABC
            T       | 0000 81818181 | ''
            T       | 0004 C1C2C3C4 | ABCD
            T       | 0002 C140C1C1 | 'A '
            T       | 0005 C1C2C3C4 | BNK-2021
            T       | FFFF C1C2C3C4 | BNK-2021
            T-LEN   | 0003 C1C2C381 | 3
            T-TXT   | 0003 C1C2C381 | ABCa
            """)
    void aVarcharIsATextOfItsLength(String field, String bytes, String value) {
        assertThat(read(VARCHAR, "varchar=text", field, bytes + " 0001 00410042 0001C1C2 0002C1C2 0001C1C2"))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"G, A", "U(1), A", "U(2), BC"})
    void soIsOneOfDoubleByteCharactersAndOneInATable(String field, String value) {
        assertThat(read(VARCHAR, "varchar=text", field, "0000 00000000 0001 00410042 0001C1C2 0002C2C3 0001C1C2"))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"PLAIN, varchar=text", "T, varchar=group"})
    void otherGroupsStayGroups(String field, String words) {
        assertThat(read(VARCHAR, words, field, "4040 C1C24040 0001 00410042 0001C1C2 0002C2C3 4040C1C2"))
                .startsWith("  ");
    }

    @Test
    void aVarcharThatEndsItsRecordNeedsOnlyItsText() {
        Layout layout = Copybook.parse("R.cpy", """
                01 R.
                   10 T.
                      49 T-LEN PIC S9(4) COMP.
                      49 T-TXT PIC X(9).
                """);

        assertThat(read(layout, "varchar=text", "T", "0002 C1C2")).isEqualTo("AB");
        assertThat(read(layout, "varchar=text", "T", "0003 C1C2")).isEqualTo("BNK-2001");
    }

    @Test
    void aVarcharThatIsWrittenHasItsLength() throws FieldException {
        Dialect dialect = OneField.dialect("varchar=text");
        RecordEncoder encoder = RecordEncoder.of(VARCHAR, dialect, Map.of());

        byte[] written = encoder.record(Map.of("T", "AB", "G", "X"));

        assertThat(OneField.hex(OneField.frame(written))).startsWith("00 02 C1 C2 40 40 00 01 00 58 00 20");
        assertThat(RecordDecoder.of(VARCHAR, dialect, Map.of()).field("T").text(OneField.frame(written)))
                .isEqualTo("AB");
    }

    private static String read(Layout layout, String words, String field, String record) {
        RecordDecoder decoder = RecordDecoder.of(layout, OneField.dialect(words), Map.of());
        return OneField.valueOrCode(decoder.field(field), OneField.frame(record));
    }
}

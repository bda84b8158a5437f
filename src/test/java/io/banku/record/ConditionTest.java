package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.banku.copybook.Copybook;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # clauses       | values                     | bytes    | holds
            X(3)            | 'AB'                       | C1 C2 40 | true
            X(3)            | 'AB'                       | C1 C2 00 | false
            X(3)            | 'AB' 'CD' "EF"             | C3 C4 40 | true
            X(3)            | 'AB', 'CD'                 | C5 C6 40 | false
            X(3)            | SPACES                     | 40 40 40 | true
            X(3)            | SPACE                      | 40 40 C1 | false
            X(3)            | LOW-VALUES                 | 00 00 00 | true
            X(3)            | HIGH-VALUE                 | FF FF FF | true
            X(3)            | ZEROS                      | F0 F0 F0 | true
            X(3)            | QUOTES                     | 7F 7F 7F | true
            X(3)            | ALL '*-'                   | 5C 60 5C | true
            X(3)            | ALL SPACES                 | 40 40 40 | true
            X(3)            | X'C1C2'                    | C1 C2 40 | true
            X(1)            | 'A' THRU 'C'               | C3       | true
            X(1)            | 'A' THROUGH 'C'            | C4       | false
            # letters before digits: the order is EBCDIC's
            X(1)            | 'Z' THRU '5'               | F3       | true
            9(3)            | 100                        | F1 F0 F0 | true
            9(3)            | 100 200 THRU 300           | F2 F9 F9 | true
            9(3)            | 100 200 THRU 300           | F3 F0 F1 | false
            9(3)            | ZERO                       | F0 F0 F0 | true
            9(3)            | SPACES                     | 40 40 40 | true
            9(3)            | SPACES                     | F0 F0 F0 | false
            9(3)            | 7 SPACES                   | 40 40 40 | true
            S9(3)V99 COMP-3 | -1.5                       | 00 15 0D | true
            S9(3)V99 COMP-3 | -1.50 THRU +0.1            | 00 00 0C | true
            S9(3)V99 COMP-3 | LOW-VALUES                 | 00 00 00 | true
            S9(4) COMP      | 1234                       | 04 D2    | true
            9(3)PP          | 12300                      | F1 F2 F3 | true
            9(3)PP          | 0                          | F0 F0 F0 | true
            S9(20) COMP-3   | 12345678901234567890       | 01 23 45 67 89 01 23 45 67 89 0C | true
            # digits are characters of a text
            X(3)            | 1                          | F1 40 40 | true
            X(3)            | 001                        | F1 40 40 | false
            X(1)            | 1 THRU 5                   | F3       | true
            # what does not fit never is, but blanks behind it do not count
            X(2)            | 'ABC'                      | C1 C2    | false
            X(2)            | 'AB  '                     | C1 C2    | true
            X(2)            | 'AAA' THRU 'AB '           | C1 C2    | true
            X(2)            | 'ABA' THRU 'AC'            | C1 C2    | false
            X(2)            | X'C1C240'                  | C1 C2    | true
            X(2)            | X'C1C200'                  | C1 C2    | false
            9(2)            | 110                        | F1 F0    | false
            9(2)            | 10.5                       | F1 F0    | false
            9(2)            | -10                        | F1 F0    | false
            9(2)            | 5 THRU 100                 | F1 F0    | true
            9(2)            | 9.5 THRU 10.4              | F1 F0    | true
            9(2)            | 10.1 THRU 10.9             | F1 F0    | false
            9(2)            | -5 THRU 10                 | F1 F0    | true
            9(2)            | 5 THRU 99999999999999999999 | F1 F0   | true
            9(2)            | 99999999999999999999       | F9 F9    | false
            # an edited number is text
            Z9              | ZERO                       | 40 F0    | false
            Z9              | ' 0'                       | 40 F0    | true
            Z9              | 5                          | 40 F5    | false
            Z9              | 15                         | F1 F5    | true
            Z9 BLANK ZERO   | SPACES                     | 40 40    | true
            # a text of another encoding has its own characters and blanks
            N(2)            | N'AB'                      | 00 41 00 42 | true
            U(2)            | 'Aä'                       | 41 C3 A4 20 20 20 20 20 | true
            U(1)            | SPACES                     | 20 20 20 20 | true
            U BYTE-LENGTH 2 | U'B'                       | 42 20    | true
            N(3)            | 'AB'                       | 00 41 00 42 00 20 | true
            N(2)            | SPACES                     | 00 20 00 20 | true
            N(2)            | ZEROS                      | 00 30 00 30 | true
            N(1)            | 'A' THRU 'C'               | 00 42    | true
            N(2)            | NX'00410042'               | 00 41 00 42 | true
            9(2) NATIONAL   | SPACES                     | 00 20 00 20 | true
            9(2) NATIONAL   | 12                         | 00 31 00 32 | true
            """)
    void aConditionComparesAsCobolDoes(String clauses, String values, String bytes, boolean holds)
            throws FieldException {
        String copybook = "01 R.\n 05 F PIC " + clauses + ".\n 88 C VALUE " + values + ".\n";

        assertThat(condition(copybook, "C").test(OneField.frame(bytes))).isEqualTo(holds);
    }

    @Test
    void anAbsentNumberHoldsNoValue() throws FieldException {
        String copybook = "01 R.\n 05 F PIC 9(2).\n 88 C VALUE 0 THRU 99.\n";
        RecordDecoder decoder =
                RecordDecoder.of(Copybook.parse("R.cpy", copybook), OneField.dialect("spaces=null"), Map.of());

        assertThat(decoder.condition("C").test(OneField.frame("4040"))).isFalse();
        assertThat(decoder.condition("C").test(OneField.frame("F0F0"))).isTrue();
    }

    @Test
    void aGroupIsComparedAsText() throws FieldException {
        String copybook = """
                01 R.
                   88 R-IS-END VALUE HIGH-VALUES.
                   05 A PIC X(2).
                   05 B PIC 9(2).
                """;

        assertThat(condition(copybook, "R-IS-END").test(OneField.frame("FFFFFFFF")))
                .isTrue();
        assertThat(condition(copybook, "r-is-end of r").test(OneField.frame("C1C1F0F0")))
                .isFalse();
    }

    @Test
    void aConditionOnATableTakesASubscript() throws FieldException {
        String copybook = """
                01 R.
                   05 LINE-STATE PIC X OCCURS 3.
                      88 LINE-IS-OPEN VALUE 'O'.
                """;

        assertThat(condition(copybook, "LINE-IS-OPEN(2)").test(OneField.frame("C3D6C3")))
                .isTrue();
        assertThatThrownBy(() -> condition(copybook, "LINE-IS-OPEN"))
                .hasMessage("expected subscripts (1 to 3) for LINE-IS-OPEN, found none");
        assertThatThrownBy(() -> condition(copybook, "LINE-IS-OPEN(4)"))
                .hasMessage("expected subscripts (1 to 3) for LINE-IS-OPEN, found (4)");
    }

    @Test
    void aNumberThatIsNoneIsNoAnswer() {
        Condition condition = condition("01 R.\n 05 F PIC 9(3).\n 88 C VALUE 100.\n", "C");

        FieldException refused =
                catchThrowableOfType(FieldException.class, () -> condition.test(OneField.frame("F1C1F0")));

        assertThat(refused.code()).isEqualTo("BNK-2005");
    }

    @Test
    void aRecordThatEndsBeforeTheItemIsNoAnswer() {
        Condition condition = condition("01 R.\n 05 F PIC X(3).\n 88 C VALUE 'A'.\n", "C");

        FieldException refused = catchThrowableOfType(FieldException.class, () -> condition.test(OneField.frame("C1")));

        assertThat(refused.code()).isEqualTo("BNK-2001");
    }

    private static Condition condition(String copybook, String name) {
        return RecordDecoder.of(Copybook.parse("C.cpy", copybook), CodePage.of("cp037"))
                .condition(name);
    }
}

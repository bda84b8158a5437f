package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands behind the end of a record's own layout is no part of it, and may be another record. */
class RecordEndTest {
    private static final String ONE = """
            01 CASH.
               05 ACCT PIC 9(2).
               05 AMT  PIC 9(2).
            """;

    private static final String COUNTED = """
            01 R.
               05 N PIC 9.
               05 T OCCURS 1 TO 3 DEPENDING ON N.
                  10 V PIC 9(2).
               05 Z PIC 9(3).
            """;

    private static final String TYPES = """
            01 HEAD.
               05 H-TYPE PIC X.
               05 H-DATE PIC 9(3).
            01 DETAIL.
               05 D-TYPE PIC X.
               05 D-ACCT PIC 9(5).
               05 D-AMT  PIC 9(4).
            """;

    private static final String BODIES = """
            01 R.
               05 KIND PIC X.
               05 BODY PIC X(9).
               05 SHORT-ONE REDEFINES BODY.
                  10 S-AMT PIC 9(3).
               05 LONG-ONE REDEFINES BODY.
                  10 L-ACCT PIC 9(5).
                  10 L-AMT  PIC 9(4).
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            F0F1F0F2                 | -
            F0F1                     | -
            F0F1F0F2 40              | -
            F0F1F0F2 00              | -
            F0F1F0F2 404000004040    | -
            F0F1F0F2 F0              | F0
            F0F1F0F2 F0F3F0F4        | F0 F3 F0 F4
            F0F1F0F2 40404040 F1     | 40 40 40 40 F1
            F0F1F0F2 20              | 20
            F0F1F0F2 0D              | 0D
            F0F1F0F2 FF              | FF
            """)
    void onlyBlanksAndZerosMayStandBehindTheLayout(String record, String refused) {
        assertThat(behind(ONE, "", record)).isEqualTo(refused);
    }

    @Test
    void aBlankIsThatOfTheEncoding() {
        assertThat(behind(ONE, "encoding=us-ascii", "30313032 2020 00")).isEqualTo("-");
        assertThat(behind(ONE, "encoding=us-ascii", "30313032 40")).isEqualTo("40");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # words      | record                 | behind
            odo=compact  | F1 F1F1 F7F7F7         | -
            odo=compact  | F2 F1F1F2F2 F7F7F7     | -
            odo=compact  | F3 F1F1F2F2F3F3 F7F7F7 | -
            odo=compact  | F1 F1F1F2F2F3F3 F7F7F7 | F3 F7 F7 F7
            odo=compact  | F2 F1F1F2F2F3F3 F7F7F7 | F7 F7
            odo=compact  | F1 F1F1 F7F7F7 40404040| -
            odo=padded   | F1 F1F1F2F2F3F3 F7F7F7 | -
            odo=maximum  | F1 F1F1F2F2F3F3 F7F7F7 | -
            odo=maximum  | F1 F1F1F2F2F3F3 F7F7F7F8 | F8
            odo=padded   | F1 F1F1F2F2F3F3 F7F7F7F8 | F8
            """)
    void theCountsSayWhereARecordWithTablesEnds(String words, String record, String refused) {
        assertThat(behind(COUNTED, words, record)).isEqualTo(refused);
    }

    @Test
    void theMessageSaysWhatEndsWhere() {
        FieldException one = refused(ONE, "F0F1F0F2 F0F3F0F4");
        FieldException counted = refused(COUNTED, "F1 F1F1F2F2F3F3 F7F7F7");

        assertThat(one.located(7))
                .isEqualTo("BNK-2020 CASH at record 7, byte 0x4: expected the record to end after the 4 bytes of its"
                        + " layout, found 4 more that are not all blanks or X'00': another record, or another layout?"
                        + " [F0 F3 F0 F4]");
        assertThat(counted)
                .hasMessage(
                        "expected the record to end after the 6 bytes of its layout (N 1), found 4 more that are not"
                                + " all blanks or X'00'; it is as long as with full tables: does 'odo: maximum' or 'odo: padded'"
                                + " read it?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # named | record                        | behind
            H-DATE  | C8F1F2F3                      | -
            H-DATE  | C8F1F2F3 C4F0F0F0F0F1F0       | C4 F0 F0 F0 F0 F1 F0
            D-AMT   | C4F0F0F0F0F1F0F0F1F2          | -
            D-AMT   | C4F0F0F0F0F1F0F0F1F2 F1       | F1
            -       | C8F1F2F3 C4F0F0F0F0F1F0       | C4 F0 F0 F0 F0 F1 F0
            -       | C8F1F2F3                      | -
            -       | C4F0F0F0F0F1F0F0F1F2          | -
            -       | C4F0F0F0F0F1F0F0F1F2 F1       | F1
            """)
    void ofSeveralRootsTheLongestIsNoMeasure(String named, String record, String refused) {
        assertThat(behindOf(TYPES, named, record)).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # named | record                  | behind
            S-AMT   | E2F1F2F3                | -
            S-AMT   | E2F1F2F3 E2F4F5F6       | E2 F4 F5 F6
            S-AMT   | E2F1F2F3 404040404040   | -
            L-AMT   | D3F0F0F0F0F1F0F0F1F2    | -
            L-AMT   | D3F0F0F0F0F1F0F0F1F2 C1 | C1
            BODY    | D3F0F0F0F0F1F0F0F1F2    | -
            -       | E2F1F2F3 E2F4F5F6       | E2 F4 F5 F6
            -       | D3F0F0F0F0F1F0F0F1F2    | -
            -       | D3F0F0F0F0F1F0F0F1F2 C1 | C1
            """)
    void ofSeveralRedefinitionsTheOneThatTheRecordHasIsTheMeasure(String named, String record, String refused) {
        assertThat(behindOf(BODIES, named, record)).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            longer=ignored | F0F1F0F2             | 0
            longer=ignored | F0F1F0F2 4040        | 0
            longer=ignored | F0F1F0F2 F0F3F0F4    | 1
            """)
    void whatIsIgnoredIsCounted(String words, String record, int counted) throws FieldException {
        assertThat(odd(ONE, words, record)).isEqualTo(counted);
    }

    @Test
    void bytesThatFillUpARecordAreCountedWhereTheyAreNotBlank() throws FieldException {
        assertThat(odd(COUNTED, "odo=padded", "F1 F1F1 F7F7F7 40404040")).isZero();
        assertThat(odd(COUNTED, "odo=padded", "F1 F1F1F2F2F3F3 F7F7F7")).isEqualTo(1);
        assertThat(odd(COUNTED, "odo=maximum", "F1 F1F1F2F2F3F3 F7F7F7")).isZero();
    }

    private static String behind(String copybook, String words, String record) {
        return behind(end(copybook, words, "-"), record);
    }

    private static String behindOf(String copybook, String named, String record) {
        return behind(end(copybook, "", named), record);
    }

    private static String behind(RecordEnd end, String record) {
        FieldException refused = catchThrowableOfType(FieldException.class, () -> end.check(OneField.frame(record)));
        return refused == null ? "-" : refused.hex();
    }

    private static FieldException refused(String copybook, String record) {
        return catchThrowableOfType(
                FieldException.class, () -> end(copybook, "", "-").check(OneField.frame(record)));
    }

    private static long odd(String copybook, String words, String record) throws FieldException {
        Oddities oddities = new Oddities();
        RecordEnd end = end(copybook, words, "-");
        end.check(OneField.frame(record));
        end.look(OneField.frame(record), oddities);
        return oddities.counts().stream().mapToLong(Oddities.Count::values).sum();
    }

    private static RecordEnd end(String copybook, String words, String named) {
        Layout layout = Copybook.parse("R.cpy", copybook);
        RecordDecoder decoder = RecordDecoder.of(layout, OneField.dialect(words), Map.of());
        return decoder.end(named.equals("-") ? List.of() : List.of(decoder.item(named)));
    }
}

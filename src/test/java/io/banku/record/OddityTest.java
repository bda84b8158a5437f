package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.copybook.Copybook;
import io.banku.copybook.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is unusual about legal values. */
class OddityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # clauses                 | words                | bytes        | oddity
            S9(3) COMP-3              |                      | 123C         | -
            S9(3) COMP-3              |                      | 123D         | -
            S9(3) COMP-3              |                      | 123F         | -
            S9(3) COMP-3              |                      | 123A         | unusual-sign
            S9(3) COMP-3              |                      | 123E         | unusual-sign
            S9(3) COMP-3              |                      | 123B         | unusual-sign
            S9(3) COMP-3              |                      | 000D         | negative-zero
            S9(3) COMP-3              |                      | 000B         | negative-zero
            S9(3) COMP-3              |                      | 000C         | -
            S9(3) COMP-3              |                      | 100D         | -
            S9(3) COMP-3              |                      | 010D         | -
            S9(3) COMP-3              |                      | 001D         | -
            S9 COMP-3                 |                      | 0D           | negative-zero
            9(3) COMP-3               |                      | 000D         | negative-zero
            9(3) COMP-3               |                      | 000B         | negative-zero
            9(4) COMP-3               |                      | 00000D       | negative-zero
            9(21) COMP-3              |                      | 000000000000000000000D | negative-zero
            9(3) COMP-3               |                      | 123F         | -
            9(3) COMP-3               |                      | 123C         | sign-without-s
            9(3) COMP-3               |                      | 123A         | unusual-sign
            S9(3)                     |                      | F1F2C3       | -
            S9(3)                     |                      | F1F2D3       | -
            S9(3)                     |                      | F1F2F3       | -
            S9(3)                     |                      | F1F2A3       | unusual-sign
            S9(3)                     |                      | F1F2B3       | unusual-sign
            S9(3)                     |                      | F0F0D0       | negative-zero
            S9(3)                     |                      | F0F1D0       | -
            S9(3)                     |                      | F1F0D0       | -
            S9(3)                     |                      | F0F0D1       | -
            S9(3) LEADING             |                      | D0F0F0       | negative-zero
            S9(3) LEADING             |                      | D0F0F1       | -
            S9(3) LEADING             |                      | A0F0F1       | unusual-sign
            S9(3) LEADING SEPARATE    |                      | 60F0F0F0     | negative-zero
            S9(3) LEADING SEPARATE    |                      | 4EF0F0F0     | -
            S9(3) TRAILING SEPARATE   |                      | F0F0F160     | -
            9(3)                      |                      | F1F2C3       | sign-without-s
            9(3)                      |                      | F1F2F3       | -
            9(3) BLANK WHEN ZERO      |                      | 404040       | -
            9(3)                      | signs=lenient        | F1C2F3       | unusual-sign
            9(3)                      | signs=lenient        | F1F2F3       | -
            S9(3) TRAILING SEPARATE   | signs=lenient        | F1F2F340     | unusual-sign
            S9(3) TRAILING SEPARATE   | signs=lenient        | F1F2F34E     | -
            9(3)                      | spaces=zero          | 404040       | filler
            9(3)                      | low-values=null      | 000000       | filler
            9(3)                      | leading-spaces=zero  | 4040F3       | filler
            9(3)                      | leading-spaces=zero  | F0F0F3       | -
            S9(3) COMP-3              | spaces=zero          | 4040         | filler
            S9(4) COMP-5              |                      | 270F         | -
            S9(4) COMP-5              |                      | 2710         | beyond-picture
            S9(4) COMP-5              |                      | D8F1         | -
            S9(4) COMP-5              |                      | D8F0         | beyond-picture
            9(4) COMP-5               |                      | FFFF         | beyond-picture
            9(18) COMP-5              |                      | FFFFFFFFFFFFFFFF | beyond-picture
            S9(4) COMP                |                      | 270F         | -
            S9(4) COMP                | trunc=bin            | 2710         | beyond-picture
            COMP-1                    |                      | 80000000     | negative-zero
            COMP-1                    |                      | 00000000     | -
            COMP-1                    |                      | C1100000     | -
            COMP-2                    | float=ieee           | 8000000000000000 | negative-zero
            9(3) NATIONAL             |                      | 003100320033 | -
            S9(2) TRAILING SEPARATE NATIONAL | signs=lenient | 003100320020 | unusual-sign
            X(3)                      |                      | 404040       | -
            """)
    void aLegalValueMayBeOdd(String clauses, String words, String bytes, String oddity) {
        FieldReader field = OneField.of(clauses, OneField.dialect(words == null ? "-" : words));

        Oddity found = field.oddity(OneField.frame(bytes));

        assertThat(found == null ? null : found.toString()).isEqualTo(oddity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9(3)                      | F1F2A3 | us-ascii
            9(3)                      | 313243 | cp037
            """)
    void anotherEncodingIsNoOddity(String clauses, String bytes, String encoding) {
        FieldReader field = OneField.of(clauses, encoding);

        assertThat(field.oddity(OneField.frame(bytes))).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            9(3)  | 313233 | -
            9(3)  | 313243 | sign-without-s
            S9(3) | 313243 | -
            S9(3) | 313273 | -
            S9(3) | 303070 | negative-zero
            S9(3) | 30307D | negative-zero
            """)
    void inAsciiASignIsALetter(String clauses, String bytes, String oddity) {
        Oddity found = OneField.of(clauses, "us-ascii").oddity(OneField.frame(bytes));

        assertThat(found == null ? null : found.toString()).isEqualTo(oddity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            S9(3) COMP-3  | 1X | short
            S9(3) COMP-3  | 1FAB | a digit beyond 9 behind which an unusual sign stands
            9(3) COMP-3   | 123D | a minus
            S9(3)         | F1C1A1 | a zone in the middle
            """)
    void whatIsIllegalIsNotOdd(String clauses, String bytes, String why) {
        FieldReader field = OneField.of(clauses, "cp037");

        assertThat(field.oddity(OneField.frame(bytes.replace("X", "0"))))
                .as(why)
                .isNull();
    }

    @Test
    void theyAreCountedByFieldInTheOrderOfTheRecord() {
        Layout layout =
                Copybook.parse("R.cpy", "01 R.\n 05 B PIC S9(3) COMP-3.\n 05 A PIC 9 COMP-3 OCCURS 2.\n 05 N PIC X.\n");
        RecordDecoder decoder = RecordDecoder.of(layout, CodePage.of("cp037"));
        Oddities oddities = new Oddities();

        for (String record : new String[] {"123C 1C 2F 40", "000D 1C 2C 40", "123B 1F 2F 40", "000D 1F 2A 40"}) {
            for (String name : new String[] {"N", "A(2)", "A(1)", "B"}) {
                oddities.look(decoder.field(name), OneField.frame(record.replace(" ", "")));
            }
        }

        assertThat(oddities.counts())
                .extracting(Oddities.Count::toString)
                .containsExactly("B: 2 negative-zero", "B: 1 unusual-sign", "A: 1 unusual-sign", "A: 3 sign-without-s");
    }
}

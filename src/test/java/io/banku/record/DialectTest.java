package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # words        | clauses                | bytes          | value
            signs=strict   | S9(3) COMP-3           | 12 3C          | 123
            signs=strict   | S9(3) COMP-3           | 12 3F          | 123
            signs=strict   | S9(3) COMP-3           | 12 3D          | -123
            signs=strict   | S9(3) COMP-3           | 12 3A          | BNK-2006
            signs=strict   | S9(3) COMP-3           | 12 3B          | BNK-2006
            signs=strict   | S9(3) COMP-3           | 12 3E          | BNK-2006
            signs=strict   | S9(20) COMP-3          | 01 23 45 67 89 01 23 45 67 89 0A | BNK-2006
            signs=strict   | S9(3)                  | F1 F2 C3       | 123
            signs=strict   | S9(3)                  | F1 F2 A3       | BNK-2006
            signs=strict   | S9(3)                  | F1 F2 B3       | BNK-2006
            signs=strict   | S9(3)                  | F1 F2 E3       | BNK-2006
            signs=standard | S9(3)                  | F1 F2 B3       | -123
            signs=standard | S9(3)                  | F1 C2 F3       | BNK-2005
            signs=standard | S9(2) TRAILING SEPARATE | F1 F2 40      | BNK-2006
            signs=lenient  | S9(2) TRAILING SEPARATE | F1 F2 40      | 12
            signs=lenient  | S9(3)                  | F1 C2 F3       | 123
            signs=lenient  | S9(3)                  | F1 D2 D3       | -123
            signs=lenient  | S9(3)                  | F1 40 F3       | BNK-2005
            signs=lenient  | S9(3) COMP-3           | 12 30          | BNK-2006
            """)
    void whichSignsAreLegalIsSaid(String words, String clauses, String bytes, String value) {
        assertThat(read(words, clauses, bytes)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            endian=little          | S9(4) COMP    | D2 04                   | 1234
            endian=little          | S9(4) COMP    | 2E FB                   | -1234
            endian=little          | 9(9) COMP     | FF C9 9A 3B             | 999999999
            endian=little          | S9(18) COMP   | 01 00 9C 58 4C 49 1F F2 | -999999999999999999
            endian=little          | 9(18) COMP-5  | FE FF FF FF FF FF FF FF | 18446744073709551614
            endian=big             | S9(4) COMP    | D2 04                   | BNK-2009
            """)
    void theOrderOfBinaryBytesIsSaid(String words, String clauses, String bytes, String value) {
        assertThat(read(words, clauses, bytes)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trunc=std | S9(4) COMP | 27 10                   | BNK-2009
            trunc=bin | S9(4) COMP | 27 10                   | 10000
            trunc=bin | 9(4) COMP  | FF FF                   | 65535
            trunc=bin | 9(18) COMP | FF FF FF FF FF FF FF FF | 18446744073709551615
            trunc=bin | S9(4)V99 COMP | 00 0F 42 40          | 10000.00
            """)
    void aBinaryNumberMayHaveMoreDigitsThanItsPictureWhereThatIsSaid(
            String words, String clauses, String bytes, String value) {
        assertThat(read(words, clauses, bytes)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # words            | clauses             | bytes             | value
            spaces=reject      | 9(3)                | 40 40 40          | BNK-2002
            spaces=null        | 9(3)                | 40 40 40          | null
            spaces=zero        | 9(3)                | 40 40 40          | 0
            spaces=zero        | S9(5)V99 COMP-3     | 40 40 40 40       | 0.00
            spaces=null        | S9(20) COMP-3       | 40 40 40 40 40 40 40 40 40 40 40 | null
            spaces=zero        | S9(20)              | 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 | 0
            spaces=null        | S9(4) COMP          | 40 40             | null
            spaces=null        | 9(3)                | 40 F1 40          | BNK-2005
            spaces=null        | 9(3)                | 00 00 00          | BNK-2003
            low-values=null    | 9(3)                | 00 00 00          | null
            low-values=zero    | S9(3) COMP-3        | 00 00             | 0
            high-values=null   | S9(3) COMP-3        | FF FF             | null
            high-values=null   | 9(4) COMP           | FF FF             | null
            asterisks=null     | 9(3)                | 5C 5C 5C          | null
            asterisks=zero     | S9(3) COMP-3        | 5C 5C             | 0
            encoding=ascii asterisks=null | 9(3)     | 2A 2A 2A          | null
            encoding=ascii spaces=zero    | 9(3)     | 20 20 20          | 0
            """)
    void whatFillersMeanInANumberIsSaid(String words, String clauses, String bytes, String value) {
        assertThat(read(words, clauses, bytes)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # words            | clauses             | bytes       | value
            low-values=null    | S9(4) COMP          | 00 00       | 0
            high-values=null   | S9(4) COMP          | FF FF       | -1
            spaces=null        | S9(4) COMP-5        | 40 40       | 16448
            spaces=null trunc=bin | 9(4) COMP        | 40 40       | 16448
            asterisks=null     | S9 COMP-3           | 5C          | 5
            low-values=null    | COMP-2              | 00 00 00 00 00 00 00 00 | 0
            spaces=null        | 9(3) BLANK WHEN ZERO | 40 40 40   | 0
            """)
    void aFillerThatIsALegalNumberIsThatNumber(String words, String clauses, String bytes, String value) {
        assertThat(read(words, clauses, bytes)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            leading-spaces=reject | 9(3)                    | 40 40 F7    | BNK-2005
            leading-spaces=zero   | 9(3)                    | 40 40 F7    | 7
            leading-spaces=zero   | S9(3)                   | 40 F1 D7    | -17
            leading-spaces=zero   | 9(3)                    | F7 40 40    | BNK-2005
            leading-spaces=zero   | 9(3)                    | 40 F7 40    | BNK-2005
            leading-spaces=zero   | 9(3)                    | 40 40 40    | BNK-2002
            leading-spaces=zero   | S9(3) LEADING           | 40 40 F7    | BNK-2005
            leading-spaces=zero   | S9(3) LEADING SEPARATE  | 60 40 40 F7 | -7
            leading-spaces=zero   | S9(3) TRAILING SEPARATE | 40 40 F7 4E | 7
            leading-spaces=zero   | S9(3) TRAILING SEPARATE | 40 40 40 4E | BNK-2005
            leading-spaces=zero   | 9(19)                   | 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 F7 | 7
            leading-spaces=zero encoding=latin1 | 9(3)      | 20 20 37    | 7
            """)
    void blanksBeforeDigitsAreZerosWhereThatIsSaid(String words, String clauses, String bytes, String value) {
        assertThat(read(words, clauses, bytes)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            unprintable=reject | C1 00 C2 | BNK-2014
            unprintable=blank  | C1 00 C2 | A B
            unprintable=reject | C1 40 C2 | A B
            """)
    void whatBecomesOfControlCharactersIsSaid(String words, String bytes, String text) {
        assertThat(read(words, "X(3)", bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9(3)           | 40 40 40
            S9(20) COMP-3  | 40 40 40 40 40 40 40 40 40 40 40
            ZZ9            | 40 40 40
            -9.9E+99       | 40 40 40 40 40 40 40 40
            9(2) NATIONAL  | 00 20 00 20
            """)
    void anAbsentNumberHasNoTextEither(String clauses, String bytes) throws FieldException {
        FieldReader field = OneField.of(clauses, OneField.dialect("spaces=null"));

        assertThat(field.text(OneField.frame(bytes))).isNull();
        assertThat(field.decimal(OneField.frame(bytes))).isNull();
        assertThat(field.mayBeAbsent()).isTrue();
        assertThat(OneField.of(clauses, "cp037").mayBeAbsent()).isFalse();
    }

    @Test
    void anAbsentFloatingPointNumberHasNoTextEither() throws FieldException {
        FieldReader field = OneField.of("COMP-1", OneField.dialect("float=ieee high-values=null"));

        assertThat(field.text(OneField.frame("FFFFFFFF"))).isNull();
        assertThat(field.text(OneField.frame("3FC00000"))).isEqualTo("1.5");
    }

    @Test
    void anAbsentNumberIsNoLong() {
        FieldReader field = OneField.of("9(3)", OneField.dialect("spaces=null"));

        assertThat(field.mayBeAbsent()).isTrue();
        assertThat(field.fitsLong()).isFalse();
        assertThatThrownBy(() -> field.unscaled(OneField.frame("404040")))
                .isInstanceOf(FieldException.class)
                .hasMessage("expected a number, found a filler that stands for none")
                .extracting(refused -> ((FieldException) refused).code())
                .isEqualTo("BNK-2015");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            signs     | maybe | expected strict or standard or lenient, found maybe
            spaces    | none  | expected reject or null or zero, found none
            endian    | BIG   | -
            odo       | wide  | expected compact or padded or maximum, found wide
            spells    | x     | expected encoding, signs, endian, trunc, float, odo, spaces, low-values, high-values, asterisks, leading-spaces, unprintable, longer, short-text, varchar, found spells
            """)
    void aWordThatThereIsNotIsAnsweredWithThoseThatThereAre(String key, String value, String message) {
        Dialect dialect = Dialect.of(CodePage.of("cp037"));

        if (message.equals("-")) {
            assertThat(dialect.with(key, value)).isEqualTo(dialect);
        } else {
            assertThatThrownBy(() -> dialect.with(key, value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }
    }

    private static String read(String words, String clauses, String bytes) {
        return OneField.valueOrCode(OneField.of(clauses, OneField.dialect(words)), OneField.frame(bytes));
    }
}

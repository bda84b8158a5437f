package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses            | bytes                   | value
            S9(4) COMP           | 04 D2                   | 1234
            S9(4) COMP           | FB 2E                   | -1234
            S9(4) BINARY         | 27 0F                   | 9999
            S9(4) COMP-4         | D8 F1                   | -9999
            9(4) COMP            | 00 00                   | 0
            S9(9) COMP           | FF FF FF 85             | -123
            9(9) COMP            | 3B 9A C9 FF             | 999999999
            S9(18) COMP          | F2 1F 49 4C 58 9C 00 01 | -999999999999999999
            S9(3)V99 COMP        | 00 00 30 39             | 123.45
            S9(2)PP COMP         | 00 0C                   | 1200
            S9(4) COMP-5         | 7F FF                   | 32767
            S9(4) COMP-5         | 80 00                   | -32768
            9(4) COMP-5          | FF FF                   | 65535
            9(9) COMP-5          | FF FF FF FF             | 4294967295
            S9(18) COMP-5        | 80 00 00 00 00 00 00 00 | -9223372036854775808
            9(18) COMP-5         | FF FF FF FF FF FF FF FF | 18446744073709551615
            """)
    void bigEndianBytesAreAnExactValue(String clauses, String bytes, String value) throws FieldException {
        FieldReader field = OneField.of(clauses, "cp037");

        assertThat(field.decimal(OneField.frame(bytes)).toPlainString()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses    | bytes                   | code     | message
            S9(4) COMP   | 27 10                   | BNK-2009 | expected a binary number of at most 4 digits, found one of 5
            S9(4) COMP   | D8 F0                   | BNK-2009 | expected a binary number of at most 4 digits, found one of 5
            9(4) COMP    | FF FE                   | BNK-2009 | expected a binary number of at most 4 digits, found one of 5
            9(4) COMP    | FF FF                   | BNK-2004 | FF FF is HIGH-VALUES, not a binary number within its PICTURE
            S9(4) COMP   | 40 40                   | BNK-2002 | 40 40 is EBCDIC spaces, not a binary number within its PICTURE
            9(18) COMP   | 80 00 00 00 00 00 00 00 | BNK-2009 | expected a binary number of at most 18 digits, found one of 19
            9(18) COMP-5 | 80 00 00 00 00 00 00 00 | BNK-2012 | expected a number that fits 64 bits, found one of 19 digits
            S9(9) COMP   | 00 00 00                | BNK-2001 | expected 4 bytes from byte 0 of the record, found 3, as the record has 3
            """)
    void illegalBytesAreRefused(String clauses, String bytes, String code, String message) {
        FieldReader field = OneField.of(clauses, "cp037");

        FieldException refused =
                catchThrowableOfType(FieldException.class, () -> field.unscaled(OneField.frame(bytes)));

        assertThat(refused).isNotNull().hasMessage(message);
        assertThat(refused.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9(9) COMP    | 00 00 12 67             | 000004711
            S9(4) COMP   | FF F9                   | -0007
            9(4) COMP-5  | FF FF                   | 65535
            9(18) COMP-5 | FF FF FF FF FF FF FF FF | 18446744073709551615
            S9(2)V99 COMP | FF FF                  | -00.01
            """)
    void textShowsEveryDigitThatThePictureHas(String clauses, String bytes, String text) throws FieldException {
        assertThat(OneField.of(clauses, "cp037").text(OneField.frame(bytes))).isEqualTo(text);
    }
}

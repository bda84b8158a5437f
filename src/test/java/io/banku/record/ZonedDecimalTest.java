package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonedDecimalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses                        | bytes             | value
            9(5)                             | F1 F2 F3 F4 F5    | 12345
            9(5)                             | F1 F2 F3 F4 C5    | 12345
            S9(5)                            | F1 F2 F3 F4 F5    | 12345
            S9(5)                            | F1 F2 F3 F4 C5    | 12345
            S9(5)                            | F1 F2 F3 F4 D5    | -12345
            S9(5)                            | F1 F2 F3 F4 A5    | 12345
            S9(5)                            | F1 F2 F3 F4 E5    | 12345
            S9(5)                            | F1 F2 F3 F4 B5    | -12345
            S9(3)V99                         | F1 F2 F3 F4 D5    | -123.45
            S9(5)                            | F0 F0 F0 F0 D0    | 0
            S9                               | D7                | -7
            S9(3) SIGN LEADING               | D1 F2 F3          | -123
            S9(3) LEADING                    | C1 F2 F3          | 123
            S9(3) SIGN IS TRAILING           | F1 F2 D3          | -123
            S9(3) SIGN TRAILING SEPARATE     | F1 F2 F3 60       | -123
            S9(3) SIGN TRAILING SEPARATE     | F1 F2 F3 4E       | 123
            S9(3) SIGN LEADING SEPARATE CHARACTER | 60 F1 F2 F3  | -123
            9(3)PP                           | F1 F2 F3          | 12300
            VPP9(3)                          | F1 F2 F3          | 0.00123
            V99                              | F1 F2             | 0.12
            9(5) BLANK WHEN ZERO             | 40 40 40 40 40    | 0
            9(5) BLANK WHEN ZERO             | F0 F0 F0 F0 F7    | 7
            S9(20)                           | F1 F2 F3 F4 F5 F6 F7 F8 F9 F0 F1 F2 F3 F4 F5 F6 F7 F8 F9 D0 | -12345678901234567890
            S9(20) LEADING                   | D1 F2 F3 F4 F5 F6 F7 F8 F9 F0 F1 F2 F3 F4 F5 F6 F7 F8 F9 F0 | -12345678901234567890
            S9(19) LEADING SEPARATE          | 60 F1 F2 F3 F4 F5 F6 F7 F8 F9 F0 F1 F2 F3 F4 F5 F6 F7 F8 F9 | -1234567890123456789
            """)
    void ebcdicDigitsAreAnExactValue(String clauses, String bytes, String value) throws FieldException {
        assertThat(read(clauses, "cp037", bytes)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses                    | bytes       | value
            9(3)                         | 31 32 33    | 123
            S9(3)                        | 31 32 33    | 123
            # p to y: Micro Focus and GnuCOBOL
            S9(3)                        | 31 32 73    | -123
            S9(3)                        | 31 32 70    | -120
            S9(3)                        | 31 32 79    | -129
            # the characters of EBCDIC's overpunch: { A to I, } J to R
            S9(3)                        | 31 32 7B    | 120
            S9(3)                        | 31 32 43    | 123
            S9(3)                        | 31 32 49    | 129
            S9(3)                        | 31 32 7D    | -120
            S9(3)                        | 31 32 4C    | -123
            S9(3)                        | 31 32 52    | -129
            S9(3) LEADING                | 4A 32 33    | -123
            S9(3) TRAILING SEPARATE      | 31 32 33 2D | -123
            S9(3) LEADING SEPARATE       | 2B 31 32 33 | 123
            """)
    void asciiDigitsAreReadInBothDialects(String clauses, String bytes, String value) throws FieldException {
        assertThat(read(clauses, "ascii", bytes)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses                    | bytes          | code     | message
            S9(5)                        | F1 40 F3 F4 C5 | BNK-2005 | expected digits X'F0' to X'F9', found X'40' (a blank) in byte 2 of 5
            9(5)                         | 40 F1 F2 F3 F4 | BNK-2005 | expected digits X'F0' to X'F9', found X'40' (a blank) in byte 1 of 5
            S9(5)                        | F1 C2 F3 F4 F5 | BNK-2005 | expected digits X'F0' to X'F9', found X'C2' in byte 2 of 5
            S9(5)                        | F1 FA F3 F4 F5 | BNK-2005 | expected digits X'F0' to X'F9', found X'FA' in byte 2 of 5
            9(5)                         | F1 F2 F3 F4 40 | BNK-2005 | expected digits X'F0' to X'F9', found X'40' (a blank) in byte 5 of 5
            S9(5)                        | F1 F2 F3 F4 40 | BNK-2006 | expected a digit with zone C, D or F (A, E plus and B minus too) as the sign, found X'40' in byte 5 of 5
            S9(5)                        | F1 F2 F3 F4 CA | BNK-2006 | expected a digit with zone C, D or F (A, E plus and B minus too) as the sign, found X'CA' in byte 5 of 5
            S9(3) LEADING                | 91 F2 F3       | BNK-2006 | expected a digit with zone C, D or F (A, E plus and B minus too) as the sign, found X'91' in byte 1 of 3
            S9(3) LEADING                | F1 F2 D3       | BNK-2005 | expected digits X'F0' to X'F9', found X'D3' in byte 3 of 3
            S9(3) TRAILING SEPARATE      | F1 F2 F3 40    | BNK-2006 | expected a sign X'4E' (+) or X'60' (-), found X'40' in byte 4 of 4
            S9(3) LEADING SEPARATE       | F1 F2 F3 F4    | BNK-2006 | expected a sign X'4E' (+) or X'60' (-), found X'F1' in byte 1 of 4
            9(3)                         | F1 F2 D3       | BNK-2008 | expected no minus, as the PICTURE has no S, found X'D3' in byte 3 of 3
            9(3)                         | F0 F0 D0       | BNK-2008 | expected no minus, as the PICTURE has no S, found X'D0' in byte 3 of 3
            9(3)                         | 40 40 40       | BNK-2002 | 40 40 40 is EBCDIC spaces, not zoned decimal
            S9(3)                        | 00 00 00       | BNK-2003 | 00 00 00 is LOW-VALUES, not zoned decimal
            9(10)                        | FF FF FF FF FF FF FF FF FF FF | BNK-2004 | FF FF FF FF FF FF FF FF … is HIGH-VALUES, not zoned decimal
            9(3)                         | 31 32 33       | BNK-2010 | 31 32 33 is ASCII, not zoned decimal in cp037; was the file sent in text mode instead of binary?
            9(3)                         | 20 20 37       | BNK-2010 | 20 20 37 is ASCII, not zoned decimal in cp037; was the file sent in text mode instead of binary?
            9(3)                         | 5C 5C 5C       | BNK-2005 | expected digits X'F0' to X'F9', found X'5C' in byte 1 of 3
            9(5) BLANK WHEN ZERO         | 40 40 40 40 F7 | BNK-2005 | expected digits X'F0' to X'F9', found X'40' (a blank) in byte 1 of 5
            S9(20)                       | F1 F2 F3 F4 F5 F6 F7 F8 F9 F0 F1 F2 F3 F4 F5 F6 F7 F8 C9 D0 | BNK-2005 | expected digits X'F0' to X'F9', found X'C9' in byte 19 of 20
            9(3)                         | F1 F2          | BNK-2001 | expected 3 bytes from byte 0 of the record, found 2, as the record has 2
            """)
    void illegalEbcdicBytesAreRefused(String clauses, String bytes, String code, String message) {
        assertRefused(OneField.of(clauses, "cp037"), bytes, code, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses | bytes    | code     | message
            9(3)      | F1 F2 F3 | BNK-2010 | F1 F2 F3 is EBCDIC, not zoned decimal in us-ascii; is the encoding cp037 or the like?
            9(3)      | 20 20 20 | BNK-2002 | 20 20 20 is ASCII spaces, not zoned decimal
            9(3)      | 31 2E 33 | BNK-2005 | expected digits X'30' to X'39', found X'2E' in byte 2 of 3
            S9(3)     | 31 32 2D | BNK-2006 | expected a digit with its sign: 0 to 9, p to y, { A to I or } J to R, found X'2D' in byte 3 of 3
            S9(3)     | 31 32 53 | BNK-2006 | expected a digit with its sign: 0 to 9, p to y, { A to I or } J to R, found X'53' in byte 3 of 3
            9(3)      | 31 32 73 | BNK-2008 | expected no minus, as the PICTURE has no S, found X'73' in byte 3 of 3
            """)
    void illegalAsciiBytesAreRefused(String clauses, String bytes, String code, String message) {
        assertRefused(OneField.of(clauses, "us-ascii"), bytes, code, message);
    }

    @Test
    void textShowsEveryDigitThatThePictureHas() throws FieldException {
        assertThat(OneField.of("9(10)", "cp037").text(OneField.frame("F0F0F0F0F0F0F4F7F1F1")))
                .isEqualTo("0000004711");
        assertThat(OneField.of("S9(3)V99", "cp037").text(OneField.frame("F0F0F0F0D5")))
                .isEqualTo("-000.05");
        assertThat(OneField.of("V99", "cp037").text(OneField.frame("F0F5"))).isEqualTo("0.05");
        assertThat(OneField.of("9(2)PP", "cp037").text(OneField.frame("F0F5"))).isEqualTo("0500");
        assertThat(OneField.of("PP9(2)", "cp037").text(OneField.frame("F0F5"))).isEqualTo("0.0005");
        assertThat(OneField.of("S9(3)", "cp037").text(OneField.frame("F0F0D0"))).isEqualTo("000");
    }

    private static String read(String clauses, String encoding, String bytes) throws FieldException {
        return OneField.of(clauses, encoding).decimal(OneField.frame(bytes)).toPlainString();
    }

    private static void assertRefused(FieldReader field, String bytes, String code, String message) {
        FieldException refused = catchThrowableOfType(FieldException.class, () -> field.decimal(OneField.frame(bytes)));

        assertThat(refused).isNotNull().hasMessage(message);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.hex()).isEqualTo(bytes);
    }
}

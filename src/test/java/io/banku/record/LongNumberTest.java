package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields whose greatest value does not fit 64 bits: read as a long where the value fits, refused where it does not. */
class LongNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses                          | bytes                                            | value or code
            S9(19) COMP-3                      | 0000000000000000123C                             | 123
            S9(19) COMP-3                      | 0000000000000000123D                             | -123
            S9(19) COMP-3                      | 9223372036854775807C                             | 9223372036854775807
            S9(19) COMP-3                      | 9223372036854775808D                             | -9223372036854775808
            S9(19) COMP-3                      | 9223372036854775808C                             | BNK-2012
            9(19) COMP-3                       | 0000000000000000123D                             | BNK-2008
            S9(20) COMP-3                      | 000000000000000000123C                           | 123
            S9(20) COMP-3                      | 100000000000000000123C                           | BNK-2007
            S9(19) COMP-3                      | 000000000000000A123C                             | BNK-2005
            S9(19) COMP-3                      | 00000000000000001230                             | BNK-2006
            S9(19)                             | F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F1F2D3           | -123
            9(19)                              | F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F1F2D3           | BNK-2008
            9(19)                              | F9F9F9F9F9F9F9F9F9F9F9F9F9F9F9F9F9F9F9           | BNK-2012
            9(19) BLANK WHEN ZERO              | 40404040404040404040404040404040404040           | 0
            S9(19) LEADING                     | D1F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0           | -1000000000000000000
            S9(19) LEADING SEPARATE            | 60F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F7         | -7
            9(18) COMP-5                       | 7FFFFFFFFFFFFFFF                                 | 9223372036854775807
            9(18) COMP-5                       | 8000000000000000                                 | BNK-2012
            9(18) COMP                         | 8000000000000000                                 | BNK-2009
            9(18) COMP                         | 0DE0B6B3A763FFFF                                 | 999999999999999999
            9(18) COMP                         | 0DE0B6B3A7640000                                 | BNK-2009
            S9(18) COMP                        | F21F494C589C0001                                 | -999999999999999999
            S9(18) COMP                        | F21F494C589C0000                                 | BNK-2009
            COMP-1                             | 42640000                                         | 100
            -9V9E+99                           | 40F1F2C54EF0F1                                   | 12
            -9V9E+99                           | 60F1F2C54EF0F2                                   | -120
            -9V9E+99                           | 40F1F2C54EF0F0                                   | BNK-2012
            -9E+99                             | 40F9C54EF1F9                                     | BNK-2012
            COMP-1                             | 40800000                                         | BNK-2012
            Z(18)9                             | 40404040404040404040404040404040404040F7         | 7
            """)
    void aLongIsExactOrRefused(String clauses, String bytes, String expected) {
        String hex = clauses.startsWith("Z(18)9") ? bytes.substring(2) : bytes;
        FieldReader field = OneField.of(clauses, "cp037");

        assertThat(unscaledOrCode(field, OneField.frame(hex))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses           | fits
            S9(18) COMP-3       | true
            S9(19) COMP-3       | false
            9(18) COMP          | true
            9(18) COMP-5        | false
            S9(18) COMP-5       | true
            9(18) NATIONAL      | true
            9(19) NATIONAL      | false
            COMP-1              | false
            X(3)                | false
            """)
    void whetherEveryValueFitsIsKnownBefore(String clauses, boolean fits) {
        assertThat(OneField.of(clauses, "cp037").fitsLong()).isEqualTo(fits);
    }

    @Test
    void aNationalNumberIsALongATextAndADecimalOfTheSameScale() throws FieldException {
        FieldReader field = OneField.of("S9(3)V99 SIGN LEADING SEPARATE NATIONAL", "cp037");
        Frame frame = OneField.frame("002D 0030 0031 0032 0033 0034");

        assertThat(field.unscaled(frame)).isEqualTo(-1234);
        assertThat(field.text(frame)).isEqualTo("-012.34");
        assertThat(field.decimal(frame)).isEqualTo("-12.34");
        assertThat(field.scale()).isEqualTo(2);
        assertThat(field.mayBeAbsent()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0031 0041 0033 | found X'0041' in byte 3 of 6
            0031 0032 0133 | found X'0133' in byte 5 of 6
            """)
    void aNationalNumberTellsWhereItIsNone(String hex, String told) {
        FieldReader field = OneField.of("9(3) NATIONAL", "cp037");

        FieldException refused = catchThrowableOfType(FieldException.class, () -> field.unscaled(OneField.frame(hex)));

        assertThat(refused).hasMessage("expected characters of a number in UTF-16, " + told);
        assertThat(refused.offset()).isZero();
        assertThat(refused.hex().replace(" ", "")).isEqualTo(hex.replace(" ", ""));
    }

    /** A field with decimals has none as a long; one of 38 digits is exact all the same. */
    @Test
    void thirtyEightDigitsAreExact() throws FieldException {
        FieldReader field = OneField.of("S9(38) COMP-3", "cp037");

        assertThat(field.decimal(OneField.frame("0" + "9".repeat(38) + "D")).unscaledValue())
                .isEqualTo(BigInteger.TEN.pow(38).subtract(BigInteger.ONE).negate());
    }

    private static String unscaledOrCode(FieldReader field, Frame frame) {
        try {
            return Long.toString(field.unscaled(frame));
        } catch (FieldException refused) {
            return refused.code();
        }
    }
}

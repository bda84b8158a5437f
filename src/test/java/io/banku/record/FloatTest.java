package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatTest {

    /** By arithmetic: fraction times 16 to the power of the exponent minus 64. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # usage | bytes                   | value
            COMP-1  | 41 10 00 00             | 1
            COMP-1  | C1 10 00 00             | -1
            COMP-1  | C2 76 A0 00             | -118.625
            COMP-1  | 40 80 00 00             | 0.5
            COMP-1  | 43 14 2E FC             | 322.9365234375
            COMP-1  | 46 10 00 00             | 1048576
            COMP-2  | 41 10 00 00 00 00 00 00 | 1
            COMP-2  | C2 76 A0 00 00 00 00 00 | -118.625
            COMP-2  | 4E 00 00 00 00 00 00 01 | 1
            # not normalised: counts as it stands
            COMP-1  | 42 01 00 00             | 1
            COMP-1  | 45 00 00 10             | 1
            # zero with whatever exponent and sign
            COMP-1  | 00 00 00 00             | 0
            COMP-1  | 80 00 00 00             | 0
            COMP-1  | C5 00 00 00             | 0
            COMP-2  | 7F 00 00 00 00 00 00 00 | 0
            """)
    void hexadecimalFloatingPointIsExact(String usage, String bytes, String value) {
        assertThat(OneField.valueOrCode(OneField.of(usage, "cp037"), OneField.frame(bytes)))
                .isEqualTo(value);
    }

    @Test
    void theGreatestAndTheLeastNumberAreExactToo() throws FieldException {
        FieldReader field = OneField.of("COMP-1", "cp037");

        BigDecimal greatest = field.decimal(OneField.frame("7F FF FF FF"));
        BigDecimal least = field.decimal(OneField.frame("00 00 00 01"));

        BigDecimal sixteen = BigDecimal.valueOf(16);
        assertThat(greatest).isEqualByComparingTo(sixteen.pow(63).subtract(sixteen.pow(57)));
        assertThat(least.multiply(sixteen.pow(70))).isEqualByComparingTo(BigDecimal.ONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # words                 | usage  | bytes                   | value
            float=ieee              | COMP-1 | 3F 80 00 00             | 1
            float=ieee              | COMP-1 | C2 ED 40 00             | -118.625
            float=ieee              | COMP-1 | 3D CC CC CD             | 0.100000001490116119384765625
            float=ieee              | COMP-1 | 80 00 00 00             | 0
            float=ieee              | COMP-2 | 3F F0 00 00 00 00 00 00 | 1
            float=ieee              | COMP-2 | 41 2E 84 80 00 00 00 00 | 1000000
            float=ieee endian=little | COMP-1 | 00 40 ED C2            | -118.625
            float=ieee              | COMP-1 | 7F 80 00 00             | BNK-2016
            float=ieee              | COMP-1 | FF C0 00 00             | BNK-2016
            float=ieee              | COMP-2 | 7F F8 00 00 00 00 00 00 | BNK-2016
            float=ieee high-values=null | COMP-2 | FF FF FF FF FF FF FF FF | null
            float=ibm               | COMP-1 | 41 10 00                | BNK-2001
            """)
    void ieeeFloatingPointIsExactWhereThatIsSaid(String words, String usage, String bytes, String value) {
        assertThat(OneField.valueOrCode(OneField.of(usage, OneField.dialect(words)), OneField.frame(bytes)))
                .isEqualTo(value);
    }

    @Test
    void aWholeNumberCanBeALong() throws FieldException {
        FieldReader field = OneField.of("COMP-1", "cp037");

        assertThat(field.fitsLong()).isFalse();
        assertThat(field.unscaled(OneField.frame("46 10 00 00"))).isEqualTo(1048576);
        assertThatThrownBy(() -> field.unscaled(OneField.frame("40 80 00 00")))
                .hasMessage("expected a whole number, found one with decimals");
    }
}

package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedDecimalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # picture   | bytes                               | value
            S9(5)       | 12 34 5C                            | 12345
            S9(5)       | 12 34 5D                            | -12345
            S9(5)       | 12 34 5F                            | 12345
            S9(5)       | 12 34 5A                            | 12345
            S9(5)       | 12 34 5E                            | 12345
            S9(5)       | 12 34 5B                            | -12345
            S9(5)V99    | 01 23 45 6D                         | -1234.56
            S9(4)       | 01 23 4C                            | 1234
            9(5)        | 12 34 5F                            | 12345
            9(5)        | 12 34 5C                            | 12345
            S9          | 7D                                  | -7
            S9(5)       | 00 00 0D                            | 0
            S9(3)V99    | 00 00 5D                            | -0.05
            S9(18)      | 09 99 99 99 99 99 99 99 99 9D       | -999999999999999999
            S9(3)PP     | 12 3C                               | 12300
            SPP9(3)     | 12 3D                               | -0.00123
            S9(19)      | 12 34 56 78 90 12 34 56 78 9C       | 1234567890123456789
            S9(31)      | 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 9D | -9999999999999999999999999999999
            S9(18)V9(13)| 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 1C | 123456789012345678.9012345678901
            """)
    void legalBytesAreAnExactValue(String picture, String bytes, String value) throws FieldException {
        FieldReader field = OneField.of(picture + " COMP-3", "cp037");

        String decimal = field.decimal(OneField.frame(bytes)).toPlainString();

        assertThat(decimal).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # picture | bytes    | code     | message
            S9(5)     | 12 34 50 | BNK-2006 | expected a sign C, D or F (A, E plus and B minus too) in the last half byte, found X'0'
            S9(5)     | 12 34 59 | BNK-2006 | expected a sign C, D or F (A, E plus and B minus too) in the last half byte, found X'9'
            S9(5)     | 12 A4 5C | BNK-2005 | expected digits 0 to 9, found X'A' in byte 2 of 3
            S9(5)     | 12 34 FC | BNK-2005 | expected digits 0 to 9, found X'F' in byte 3 of 3
            S9(5)     | 1D 34 5C | BNK-2005 | expected digits 0 to 9, found X'D' in byte 1 of 3
            S9(4)     | 91 23 4C | BNK-2007 | expected X'0' in the half byte that 4 digits leave unused, found X'9' in byte 1 of 3
            9(5)      | 12 34 5D | BNK-2008 | expected no minus, as the PICTURE has no S, found X'D'
            9(5)      | 12 34 5B | BNK-2008 | expected no minus, as the PICTURE has no S, found X'B'
            9(5)      | 00 01 0D | BNK-2008 | expected no minus, as the PICTURE has no S, found X'D'
            9(4)      | 31 23 4C | BNK-2007 | expected X'0' in the half byte that 4 digits leave unused, found X'3' in byte 1 of 3
            S9(4)     | 31 23 3D | BNK-2007 | expected X'0' in the half byte that 4 digits leave unused, found X'3' in byte 1 of 3
            S9(4)     | 31 32 33 | BNK-2010 | 31 32 33 is ASCII, not packed decimal in cp037; was the file sent in text mode instead of binary?
            S9(5)     | 40 40 40 | BNK-2002 | 40 40 40 is EBCDIC spaces, not packed decimal
            S9(5)     | 00 00 00 | BNK-2003 | 00 00 00 is LOW-VALUES, not packed decimal
            S9(5)     | FF FF FF | BNK-2004 | FF FF FF is HIGH-VALUES, not packed decimal
            S9(5)     | 20 20 20 | BNK-2010 | 20 20 20 is ASCII, not packed decimal in cp037; was the file sent in text mode instead of binary?
            S9(5)     | 12 34    | BNK-2001 | expected 3 bytes from byte 0 of the record, found 2, as the record has 2
            S9(31)    | 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 10 | BNK-2006 | expected a sign C, D or F (A, E plus and B minus too) in the last half byte, found X'0'
            S9(20)    | 11 34 56 78 90 12 34 56 78 90 1C | BNK-2007 | expected X'0' in the half byte that 20 digits leave unused, found X'1' in byte 1 of 11
            """)
    void illegalBytesAreRefused(String picture, String bytes, String code, String message) {
        FieldReader field = OneField.of(picture + " COMP-3", "cp037");

        FieldException refused = catchThrowableOfType(FieldException.class, () -> field.decimal(OneField.frame(bytes)));

        assertThat(refused).isNotNull().hasMessage(message);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.hex()).isEqualTo(bytes);
        assertThat(refused.field()).isSameAs(field);
    }

    @Test
    void aRefusalHasAPlaceAndAMeaningThatShowsNoBytes() {
        FieldReader field = OneField.of("S9(5) COMP-3", "cp037");

        FieldException refused =
                catchThrowableOfType(FieldException.class, () -> field.unscaled(OneField.frame("12 34 50")));

        assertThat(refused.meaning()).isEqualTo("the sign of a number is none");
        assertThat(refused.offset()).isZero();
        assertThat(DataFault.SPACES.meaning()).isEqualTo("a number consists of spaces only");
    }

    @Test
    void negativeZeroIsZero() throws FieldException {
        FieldReader field = OneField.of("S9(5) COMP-3", "cp037");

        assertThat(field.unscaled(OneField.frame("00000D"))).isZero();
        assertThat(field.text(OneField.frame("00000D"))).isEqualTo("00000");
    }

    @Test
    void nineteenDigitsThatFit64BitsAreReadAsLong() throws FieldException {
        FieldReader field = OneField.of("S9(19) COMP-3", "cp037");

        assertThat(field.unscaled(OneField.frame("92 23 37 20 36 85 47 75 80 7C")))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(field.unscaled(OneField.frame("92 23 37 20 36 85 47 75 80 8D")))
                .isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void aNumberBeyond64BitsIsNoLong() {
        FieldReader field = OneField.of("S9(19) COMP-3", "cp037");

        FieldException refused = catchThrowableOfType(
                FieldException.class, () -> field.unscaled(OneField.frame("92 23 37 20 36 85 47 75 80 8C")));

        assertThat(refused.code()).isEqualTo("BNK-2012");
        assertThat(refused).hasMessage("expected a number that fits 64 bits, found one of 19 digits");
    }

    /** The tables of half bytes against a reading by the definition, for each of the 256 last bytes. */
    @Test
    void everyLastByteMeansWhatTheDefinitionSays() {
        FieldReader field = OneField.of("S9 COMP-3", "cp037");
        for (int b = 0; b < 0x100; b++) {
            String hex = String.format("%02X", b);
            int digit = b >> 4;
            boolean legal = digit <= 9 && (b & 0xF) > 9;
            boolean negative = (b & 0xF) == 0xB || (b & 0xF) == 0xD;

            Long value = valueOrNull(field, OneField.frame(hex));

            assertThat(value).as(hex).isEqualTo(legal ? Long.valueOf(negative ? -digit : digit) : null);
        }
    }

    private static Long valueOrNull(FieldReader field, Frame frame) {
        try {
            return field.unscaled(frame);
        } catch (FieldException refused) {
            return null;
        }
    }
}

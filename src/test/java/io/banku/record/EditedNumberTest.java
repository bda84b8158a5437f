package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditedNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            Z(3)9.99-|   7.50-|-7.50
            Z(3)9.99-|   7.50 |7.50
            Z(3)9.99|1234.56|1234.56
            ZZZ,ZZ9.99|  1,234.50|1234.50
            ZZZ,ZZ9.99|      0.00|0.00
            ZZZ.ZZ|   .05|0.05
            ZZZ.ZZ|      |0.00
            ***,**9.99|**1,234.50|1234.50
            ***.**|***.**|0.00
            $$,$$9.99|   $12.50|12.50
            $$,$$9.99|  $123.00|123.00
            $$,$$9.99-|   $12.50-|-12.50
            $ZZ9.99|$  1.50|1.50
            +++9.99|  +1.50|1.50
            +++9.99|  -1.50|-1.50
            ---9.99|   1.50|1.50
            ---9.99|-123.50|-123.50
            +Z9|+ 5|5
            9(3).99CR|012.50CR|-12.50
            9(3).99CR|012.50  |12.50
            9(3).99DB|012.50DB|-12.50
            9999/99/99|2026/11/22|20261122
            99B99B99|26 11 22|261122
            9990|1230|123
            Z9V99| 150|1.50
            ----|    |0
            ----|  -7|-7
            9.99-|0.00-|0.00
            """)
    void theCharactersAreAnExactNumber(String picture, String characters, String value) throws FieldException {
        FieldReader field = OneField.of(picture, "us-ascii");

        Frame frame = OneField.frame(characters.getBytes(StandardCharsets.US_ASCII));

        assertThat(field.decimal(frame).toPlainString()).isEqualTo(value);
        assertThat(field.text(frame)).isEqualTo(characters);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            Z(3)9.99-|  17.5 -
            Z(3)9.99-|0017.50-
            Z(3)9.99-|  17,50-
            Z(3)9.99-|  17.50+
            Z(3)9.99-|  1 .50-
            $$,$$9.99|  $ 12.50
            ***9|  12
            9(3).99CR|012.50DB
            9(3).99CR|012.50-\s
            ZZ9|\s\s\s
            """)
    void charactersThatEditingWouldNotGiveAreRefused(String picture, String characters) {
        FieldReader field = OneField.of(picture, "us-ascii");
        Frame frame = OneField.frame(characters.getBytes(StandardCharsets.US_ASCII));

        FieldException refused = catchThrowableOfType(FieldException.class, () -> field.decimal(frame));

        assertThat(refused.code()).isIn("BNK-2017", "BNK-2002");
        assertThat(catchThrowableOfType(FieldException.class, () -> field.text(frame))
                        .code())
                .isEqualTo(refused.code());
    }

    @Test
    void inEbcdicTooTheRefusalNamesThePicture() throws FieldException {
        FieldReader field = OneField.of("ZZ9.99", "cp037");

        assertThat(field.decimal(OneField.frame("40 F1 F2 4B F5 F0"))).isEqualByComparingTo("12.5");
        FieldException refused =
                catchThrowableOfType(FieldException.class, () -> field.decimal(OneField.frame("40 F1 F2 6B F5 F0")));
        assertThat(refused).hasMessage("expected a number as PIC ZZ9.99 edits it, found something else");
        assertThat(refused.code()).isEqualTo("BNK-2017");
    }

    @Test
    void blankWhenZeroIsZero() throws FieldException {
        assertThat(OneField.of("ZZ9.99 BLANK WHEN ZERO", "cp037").decimal(OneField.frame("404040404040")))
                .isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            -9.99E+99|-1.25E+03|-1250
            -9.99E+99| 1.25E-03|0.00125
            +9.99E-99|+1.25E 00|1.25
            +9V99E+99|+125E+00|1.25
            -9.99E+99|-1.25E 03|BNK-2017
            -9.99E+99|+1.25E+03|BNK-2017
            -9.99E+99|-1,25E+03|BNK-2017
            """)
    void aNumberWithAnExponentIsExact(String picture, String characters, String value) {
        FieldReader field = OneField.of(picture, "us-ascii");

        Frame frame = OneField.frame(characters.getBytes(StandardCharsets.US_ASCII));

        assertThat(OneField.valueOrCode(field, frame)).isEqualTo(value);
    }
}

package io.banku.copybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.copybook.Picture.Category;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # text          | category     | size | scale | signed
            X               | ALPHANUMERIC | 1    | 0     | false
            X(30)           | ALPHANUMERIC | 30   | 0     | false
            x(03)           | ALPHANUMERIC | 3    | 0     | false
            XX9(2)A         | ALPHANUMERIC | 5    | 0     | false
            A(3)A           | ALPHABETIC   | 4    | 0     | false
            9               | NUMERIC      | 1    | 0     | false
            9(5)            | NUMERIC      | 5    | 0     | false
            99(3)9          | NUMERIC      | 5    | 0     | false
            S9(11)V99       | NUMERIC      | 13   | 2     | true
            s9(3)v9(2)      | NUMERIC      | 5    | 2     | true
            9(3)V           | NUMERIC      | 3    | 0     | false
            V99             | NUMERIC      | 2    | 2     | false
            SV9(4)          | NUMERIC      | 4    | 4     | true
            9(3)PP          | NUMERIC      | 3    | -2    | false
            9(3)P(2)V       | NUMERIC      | 3    | -2    | false
            PP9(3)          | NUMERIC      | 3    | 5     | false
            SVPP9(3)        | NUMERIC      | 3    | 5     | true
            S9(38)          | NUMERIC      | 38   | 0     | true
            XXBXX/9         | ALPHANUMERIC_EDITED | 7 | 0 | false
            A(3)BA          | ALPHANUMERIC_EDITED | 5 | 0 | false
            G(5)            | DBCS         | 5    | 0     | false
            GBG             | DBCS         | 3    | 0     | false
            N(10)           | NATIONAL     | 10   | 0     | false
            NN/NN           | NATIONAL_EDITED | 5 | 0     | false
            +9.99E+99       | EXTERNAL_FLOAT | 9  | 2     | true
            -9(3)V9E-99     | EXTERNAL_FLOAT | 9  | 1     | true
            """)
    void aPictureSaysSizeScaleAndSign(String text, Category category, int size, int scale, boolean signed) {
        Picture picture = PictureParser.parse(text, CompileOptions.DEFAULT);

        assertThat(picture).isEqualTo(new Picture(text.toUpperCase(Locale.ROOT), category, size, scale, signed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # text          | size | scale | signed | symbols
            Z(5)9.99-       | 10   | 2     | true   | ZZZZZ9.99-
            ZZZ,ZZ9         | 7    | 0     | false  | ZZZ,ZZ9
            ZZ.ZZ           | 5    | 2     | false  | ZZ.ZZ
            **,**9.99DB     | 11   | 2     | true   | **,**9.99DB
            $$,$$9.99CR     | 11   | 2     | true   | $$,$$9.99CR
            $9(3)V99        | 6    | 2     | false  | $99999
            -$ZZ9.99        | 8    | 2     | true   | -$ZZ9.99
            +(4)9           | 5    | 0     | true   | ++++9
            --.--           | 5    | 2     | true   | --.--
            99/99/99        | 8    | 0     | false  | 99/99/99
            9(4)B99         | 7    | 0     | false  | 9999B99
            9.9             | 3    | 1     | false  | 9.9
            Z9PPP           | 2    | -3    | false  | Z9
            009             | 3    | 0     | false  | 009
            --              | 2    | 0     | true   | --
            --9             | 3    | 0     | true   | --9
            ++9.99          | 6    | 2     | true   | ++9.99
            -(2)9           | 3    | 0     | true   | --9
            --/9            | 4    | 0     | true   | --/9
            --,9            | 4    | 0     | true   | --,9
            -,-9            | 4    | 0     | true   | -,-9
            --9V9           | 4    | 1     | true   | --99
            --V9            | 3    | 1     | true   | --9
            --9B            | 4    | 0     | true   | --9B
            -.-             | 3    | 1     | true   | -.-
            --PP            | 2    | -2    | true   | --
            $--9.99         | 7    | 2     | true   | $--9.99
            $$              | 2    | 0     | false  | $$
            $$9             | 3    | 0     | false  | $$9
            +$$9            | 4    | 0     | true   | +$$9
            $$$,$$9.99-     | 11   | 2     | true   | $$$,$$9.99-
            $$9DB           | 5    | 0     | true   | $$9DB
            .ZZ             | 3    | 2     | false  | .ZZ
            -V**            | 3    | 2     | true   | -**
            """)
    void anEditedNumberIsWrittenOutPositionByPosition(
            String text, int size, int scale, boolean signed, String symbols) {
        Picture picture = PictureParser.parse(text, CompileOptions.DEFAULT);

        assertThat(picture.category()).isEqualTo(Category.NUMERIC_EDITED);
        assertThat(picture.size()).isEqualTo(size);
        assertThat(picture.scale()).isEqualTo(scale);
        assertThat(picture.signed()).isEqualTo(signed);
        assertThat(picture.editing().symbols()).isEqualTo(symbols);
    }

    @Test
    void theDecimalPointMayBeAComma() {
        Picture picture = PictureParser.parse("Z.ZZ9,99-", CompileOptions.DEFAULT.with(DecimalPoint.COMMA));

        assertThat(picture.scale()).isEqualTo(2);
        assertThat(picture.editing()).isEqualTo(new Editing("Z,ZZ9.99-", ',', '.', ""));
    }

    @Test
    void theCurrencySignMayBeAnotherAndLonger() {
        CompileOptions euro = CompileOptions.DEFAULT.withoutCurrency().withCurrency("#", "EUR");

        Picture picture = PictureParser.parse("##,##9.99", euro);

        assertThat(picture.size()).isEqualTo(11);
        assertThat(picture.editing()).isEqualTo(new Editing("$$,$$9.99", '.', ',', "EUR"));
        assertThatThrownBy(() -> PictureParser.parse("$9", euro)).hasMessageEndingWith("found $9");
    }

    @Test
    void severalCurrencySignsMayStandBesideEachOther() {
        CompileOptions both = CompileOptions.DEFAULT.withCurrency("#", "EUR");

        assertThat(PictureParser.parse("##9", both).editing().currency()).isEqualTo("EUR");
        assertThat(PictureParser.parse("$$9", both).editing().currency()).isEqualTo("$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"E", "9", "+", "b", "z", ",", "", "##", " "})
    void aCurrencySymbolMeansNothingElse(String symbol) {
        assertThatThrownBy(() -> CompileOptions.DEFAULT.withCurrency(symbol, "EUR"))
                .hasMessage("expected one character that means nothing else in a PICTURE, such as $ or #, found '"
                        + symbol + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "E1", "-", "A.", "*"})
    void aCurrencySignCannotBePartOfANumber(String sign) {
        assertThatThrownBy(() -> CompileOptions.DEFAULT.withCurrency("#", sign))
                .hasMessage("expected a currency sign without digits and + - , . *, found '" + sign + "'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9(0)            | expected a repetition from 1 to 134217727, found 9(0)
            X(134217728)    | expected a repetition from 1 to 134217727, found X(134217728)
            X(99999999999999999999) | expected a repetition from 1 to 134217727, found X(99999999999999999999)
            9(5             | expected a repetition such as 9(5), found (5
            9)              | expected a repetition such as 9(5), found )
            9(N)            | expected a repetition such as 9(5), found (N)
            9(39)           | expected at most 38 digits, found 39 in 9(39)
            9(30)P(9)       | expected at most 38 digits, found 39 in 9(30)P(9)
            S               | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found S
            SS9             | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found SS9
            9V9V9           | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found 9V9V9
            9VV9            | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found 9VV9
            S9X             | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found S9X
            9S              | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found 9S
            9P9             | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found 9P9
            99(2)*          | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found 99(2)*
            9Z              | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found 9Z
            Z*9             | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found Z*9
            ZZ.ZZ9          | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found ZZ.ZZ9
            Z9.9.9          | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found Z9.9.9
            +9.99-          | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found +9.99-
            -9.99CR         | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found -9.99CR
            ++9+            | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found ++9+
            --9-            | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found --9-
            ++9CR           | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found ++9CR
            $+9             | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found $+9
            9-B             | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found 9-B
            B$9             | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found B$9
            ZVP9            | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found ZVP9
            .++             | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found .++
            +-9             | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found +-9
            SZ9             | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found SZ9
            +               | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found +
            CR              | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found CR
            B(250)9         | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found B(250)9
            Z(30)9(9)       | expected at most 38 digits, found 39 in Z(30)9(9)
            +9.9E+999       | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found +9.9E+999
            XN              | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found XN
            X(134217727)X   | expected a repetition from 1 to 134217727, found X(134217727)X
            X(134217727)A   | expected at most 134217727 characters, found X(134217727)A
            Q(5)            | expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found Q(5)
            """)
    void whatIsNoPictureIsRefused(String text, String message) {
        assertThatThrownBy(() -> PictureParser.parse(text, CompileOptions.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}

package io.banku.copybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            """)
    void aPictureSaysSizeScaleAndSign(String text, Picture.Category category, int size, int scale, boolean signed) {
        Picture picture = PictureParser.parse(text);

        assertThat(picture).isEqualTo(new Picture(text.toUpperCase(Locale.ROOT), category, size, scale, signed));
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
            S               | expected a PICTURE such as X(30), S9(5)V99 or 9(3)PP, found S
            SS9             | expected a PICTURE such as X(30), S9(5)V99 or 9(3)PP, found SS9
            9V9V9           | expected a PICTURE such as X(30), S9(5)V99 or 9(3)PP, found 9V9V9
            9VV9            | expected a PICTURE such as X(30), S9(5)V99 or 9(3)PP, found 9VV9
            S9X             | expected a PICTURE such as X(30), S9(5)V99 or 9(3)PP, found S9X
            9S              | expected a PICTURE such as X(30), S9(5)V99 or 9(3)PP, found 9S
            9P9             | expected a PICTURE such as X(30), S9(5)V99 or 9(3)PP, found 9P9
            Z(5)9.99-       | the edited PICTURE Z(5)9.99- is not supported yet
            $$,$$9.99CR     | the edited PICTURE $$,$$9.99CR is not supported yet
            99/99/99        | the edited PICTURE 99/99/99 is not supported yet
            +9.9E+99        | the edited PICTURE +9.9E+99 is not supported yet
            XBX             | the edited PICTURE XBX is not supported yet
            N(10)           | PICTURE N(10) (national or DBCS) is not supported yet
            G(5)            | PICTURE G(5) (national or DBCS) is not supported yet
            Q(5)            | expected a PICTURE such as X(30), S9(5)V99 or 9(3)PP, found Q(5)
            """)
    void whatIsNoPictureOrNotSupportedIsRefused(String text, String message) {
        assertThatThrownBy(() -> PictureParser.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}

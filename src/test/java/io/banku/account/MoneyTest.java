package io.banku.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # currency | text                  | minor
            EUR        | 125.00                | 12500
            EUR        | 0.00                  | 0
            EUR        | 0.05                  | 5
            EUR        | -0.05                 | -5
            EUR        | 92233720368547758.07  | 9223372036854775807
            EUR        | -92233720368547758.08 | -9223372036854775808
            JPY        | 70                    | 70
            JPY        | -70                   | -70
            KWD        | 1.250                 | 1250
            """)
    void textWithTheScaleOfItsCurrencyIsAnExactAmountAndBack(String currency, String text, long minor) {
        Money money = Money.parse(text, Currency.getInstance(currency));

        assertThat(money.minor()).isEqualTo(minor);
        assertThat(money.amount()).isEqualTo(text);
        assertThat(money).hasToString(text + " " + currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # currency | text                  | message
            EUR        | 125                   | expected digits with exactly 2 decimals (and a leading - if negative), found '125'
            EUR        | 125.0                 | expected digits with exactly 2 decimals (and a leading - if negative), found '125.0'
            EUR        | 125.000               | expected digits with exactly 2 decimals (and a leading - if negative), found '125.000'
            EUR        | 125,00                | expected digits with exactly 2 decimals (and a leading - if negative), found '125,00'
            EUR        | 1,125.00              | expected digits with exactly 2 decimals (and a leading - if negative), found '1,125.00'
            EUR        | +1.00                 | expected digits with exactly 2 decimals (and a leading - if negative), found '+1.00'
            EUR        | --1.00                | expected digits with exactly 2 decimals (and a leading - if negative), found '--1.00'
            EUR        | .05                   | expected digits with exactly 2 decimals (and a leading - if negative), found '.05'
            EUR        | -.05                  | expected digits with exactly 2 decimals (and a leading - if negative), found '-.05'
            EUR        | 1e2.00                | expected digits with exactly 2 decimals (and a leading - if negative), found '1e2.00'
            EUR        | '1.00 '               | expected digits with exactly 2 decimals (and a leading - if negative), found '1.00 '
            EUR        | ١.٠٠                  | expected digits with exactly 2 decimals (and a leading - if negative), found '١.٠٠'
            EUR        | ''                    | expected digits with exactly 2 decimals (and a leading - if negative), found ''
            JPY        | 70.00                 | expected digits with exactly 0 decimals (and a leading - if negative), found '70.00'
            JPY        | -                     | expected digits with exactly 0 decimals (and a leading - if negative), found '-'
            EUR        | 92233720368547758.08  | expected an amount of at most 64 bits, found 92233720368547758.08
            EUR        | -92233720368547758.09 | expected an amount of at most 64 bits, found -92233720368547758.09
            """)
    void anyOtherTextIsRefused(String currency, String text, String message) {
        assertThatThrownBy(() -> Money.parse(text, Currency.getInstance(currency)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"12.5, EUR, 12.50", "12.5000, EUR, 12.50", "-7E+1, JPY, -70", "0, KWD, 0.000"})
    void aDecimalNumberTakesTheScaleOfItsCurrency(BigDecimal number, Currency currency, String amount) {
        assertThat(Money.of(number, currency).amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"12.505, EUR", "0.5, JPY", "92233720368547758.08, EUR", "-92233720368547758.09, EUR"})
    void aDecimalNumberThatWouldLoseDigitsIsRefused(BigDecimal number, Currency currency) {
        assertThatThrownBy(() -> Money.of(number, currency)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void sumsAndDifferencesAreExact() {
        Money much = new Money(9_007_199_254_740_992L, EUR); // where doubles lose cents
        Money cent = Money.parse("0.01", EUR);

        assertThat(much.plus(cent).minor()).isEqualTo(9_007_199_254_740_993L);
        assertThat(cent.minus(much).minor()).isEqualTo(-9_007_199_254_740_991L);
        assertThat(cent.minus(much).isNegative()).isTrue();
        assertThat(Money.zero(EUR).isNegative()).isFalse();
    }

    @Test
    void whatDoesNotFit64BitsIsAnErrorNotAnotherAmount() {
        Money most = new Money(Long.MAX_VALUE, EUR);
        Money least = new Money(Long.MIN_VALUE, EUR);
        Money cent = new Money(1, EUR);

        assertThatThrownBy(() -> most.plus(cent)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(cent)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void amountsOfTwoCurrenciesAreNeverAdded() {
        Money euro = Money.parse("1.00", EUR);
        Money dollar = Money.parse("1.00", Currency.getInstance("USD"));

        assertThatThrownBy(() -> euro.plus(dollar))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected EUR, found USD");
    }
}

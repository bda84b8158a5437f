package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event.MoneyDeposited;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    @TempDir
    Path directory;

    @ParameterizedTest(name = "[{0}] {1} -> {2}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "'  a B  '   ~ TEXT | trim                       ~ 'a B'",
                "'a B     '  ~ TEXT                              ~ 'a B       '",
                "'a ß'       ~ TEXT | trim | upper               ~ 'A SS'",
                "'        '  ~ TEXT | default none               ~ 'none'",
                "'        '  ~ TEXT | trim | default 'n o''ne'   ~ 'n o'ne'",
                "'x       '  ~ TEXT | default none | trim        ~ 'x'",
                "'        '  ~ TEXT | omit-blank                 ~ null",
                "'        '  ~ TEXT | omit-blank | default none  ~ 'none'",
                "'        '  ~ TEXT | omit-blank | trim | upper  ~ null",
                "'A       '  ~ TEXT | map A=x B=y                ~ 'x'",
                "'B b     '  ~ TEXT | map A=x 'B b'='y y'        ~ 'y y'",
                "'4711    '  ~ TEXT | pad 10                     ~ '0000004711'",
                "'20261121'  ~ TEXT | trim | date yyyyMMdd       ~ '2026-11-21'",
                "'261121  '  ~ TEXT | trim | date yyMMdd         ~ '2026-11-21'",
                "'700101  '  ~ TEXT | trim | date yyMMdd         ~ '1970-01-01'",
                "'691231  '  ~ TEXT | trim | date yyMMdd         ~ '2069-12-31'",
                "'2028366 '  ~ TEXT | trim | date yyyyDDD        ~ '2028-12-31'",
                "'21.11.26'  ~ TEXT | trim | date dd.MM.yy       ~ '2026-11-21'",
                "'261121  '  ~ TEXT | trim | date yyMMdd from 1927  ~ '2026-11-21'",
                "'270101  '  ~ TEXT | trim | date yyMMdd from 1927  ~ '1927-01-01'",
                "'0040118 '  ~ TEXT | trim | date CyyMMdd        ~ '1904-01-18'",
                "'1040118 '  ~ TEXT | trim | date CyyMMdd        ~ '2004-01-18'",
                "'126325  '  ~ TEXT | trim | date CyyDDD         ~ '2026-11-21'",
                "'26325   '  ~ TEXT | trim | date yyDDD          ~ '2026-11-21'",
                "'21112026'  ~ TEXT | trim | date ddMMyyyy       ~ '2026-11-21'",
                "'000000  '  ~ TEXT | trim | date yyMMdd none 000000 999999 ~ null",
                "'999999  '  ~ TEXT | trim | date yyMMdd from 1950 none 000000 999999 ~ null",
                "'261121  '  ~ TEXT | trim | date yyMMdd none 000000 999999 ~ '2026-11-21'",
                "'        '  ~ TEXT | trim | date yyMMdd none '' ~ null",
                "'0915    '  ~ TEXT | trim | time HHmm           ~ '09:15'",
                "'        '  ~ 'A' NUMBER 'B'                    ~ 'A01234B'",
                "'        '  ~ NUMBER                            ~ '01234'",
                "'        '  ~ NUMBER | negate                   ~ '-1234'",
            })
    void aFilterMakesAnotherTextOfIt(String text, String expression, String expected) {
        var read = read(unquoted(text), "text: \"" + expression + "\"");

        assertThat(read.rejects()).isEmpty();
        assertThat(((MoneyDeposited) read.events().get(0)).text())
                .isEqualTo(expected.equals("null") ? null : unquoted(expected));
    }

    @ParameterizedTest(name = "[{0}] {1} -> {2} {3}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "C         ~ TEXT | map A=x B=y             ~ BNK-3007 ~ expected A or B, found 'C'",
                "12345     ~ TEXT | pad 4                   ~ BNK-3008 ~ expected at most 4 characters, found '12345'",
                "20260229  ~ TEXT | trim | date yyyyMMdd    ~ BNK-3005 ~ expected a date as yyyyMMdd, found '20260229'",
                "2026-2-1  ~ TEXT | trim | date yyyyMMdd    ~ BNK-3005 ~ expected a date as yyyyMMdd, found '2026-2-1'",
                "2027366   ~ TEXT | trim | date yyyyDDD     ~ BNK-3005 ~ expected a date as yyyyDDD, found '2027366'",
                "20260201x ~ TEXT | trim | date yyyyMMdd    ~ BNK-3005 ~ expected a date as yyyyMMdd, found '20260201x'",
                "000000    ~ TEXT | trim | date yyMMdd      ~ BNK-3005 ~ expected a date as yyMMdd, found '000000'",
                "260231    ~ TEXT | trim | date yyMMdd none 000000 ~ BNK-3005 ~ expected a date as yyMMdd, found '260231'",
                "26366     ~ TEXT | trim | date yyDDD       ~ BNK-3005 ~ expected a date as yyDDD, found '26366'",
                "2500      ~ TEXT | trim | time HHmm        ~ BNK-3005 ~ expected a time as HHmm, found '2500'",
            })
    void aValueThatAFilterCannotTakeIsAReject(String text, String expression, String code, String reason) {
        var read = read(text, "text: \"" + expression + "\"");

        assertThat(read.events()).isEmpty();
        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo(code);
            assertThat(reject.reason()).isEqualTo(reason);
            assertThat(reject.field()).isEqualTo("TEXT");
        });
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "202611210000, 2026-11-21T00:00+01:00",
        "202606212359, 2026-06-21T23:59+02:00",
        // the clocks go forward at 2 and back at 3
        "202603290159, 2026-03-29T01:59+01:00",
        "202603290300, 2026-03-29T03:00+02:00",
        "202610250159, 2026-10-25T01:59+02:00",
        "202610250230, 2026-10-25T02:30+02:00",
        "202610250300, 2026-10-25T03:00+01:00",
        "202610260000, 2026-10-26T00:00+01:00",
    })
    void aLocalTimeHasTheOffsetOfItsDay(String digits, String expected) {
        var read = read(digits, "bookedAt: TEXT | trim | datetime yyyyMMddHHmm");

        assertThat(((MoneyDeposited) read.events().get(0)).bookedAt()).hasToString(expected);
    }

    @Test
    void aLocalTimeThatTheClocksSkippedIsAReject() {
        var read = read("202603290230", "bookedAt: TEXT | trim | datetime yyyyMMddHHmm");

        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("BNK-3006");
            assertThat(reject.reason()).contains("Europe/Vienna", "2026-03-29T02:30");
        });
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "TEXT | money 'EUR', 12.5, 12.50 EUR",
        "TEXT | money 'EUR', 12.500, 12.50 EUR",
        "TEXT | money 'JPY', 1200, 1200 JPY",
        "TEXT | money 'JPY', 1200.00, 1200 JPY",
        "TEXT | money 'BHD', 1.5, 1.500 BHD",
        "NUMBER | money 'EUR', x, 1234.00 EUR",
        "NUMBER | money TEXT, CHF, 1234.00 CHF",
        "BIG | money 'EUR', x, 12345678901234567.89 EUR",
        "CENTS | money 'JPY', x, 5 JPY",
        "CENTS | money 'EUR', x, 5.00 EUR",
    })
    void anAmountIsExactInItsCurrency(String expression, String text, String expected) {
        var read = readAmount(text, expression);

        assertThat(read.rejects()).isEmpty();
        assertThat(((MoneyDeposited) read.events().get(0)).amount()).hasToString(expected);
    }

    @ParameterizedTest(name = "{0} of {1} -> {2}")
    @CsvSource(
            delimiter = '~',
            value = {
                "TEXT | money \"'EUR'\" ~ 12.505  ~ BNK-3002 ~ expected an amount in EUR with at most 2 decimals",
                "TEXT | money \"'JPY'\" ~ 0.5     ~ BNK-3002 ~ expected an amount in JPY with at most 0 decimals",
                "TEXT | money \"'EUR'\" ~ 12,50   ~ BNK-3002 ~ expected a decimal number, found '12,50'",
                "TEXT | money \"'EUR'\" ~ 1e3     ~ BNK-3002 ~ expected a decimal number, found '1e3'",
                "TEXT | money \"'EUR'\" ~ 0.00    ~ BNK-3003 ~ expected an amount above zero",
                "TEXT | money \"'EUR'\" ~ -5      ~ BNK-3003 ~ expected an amount above zero",
                "NUMBER | money TEXT    ~ EURO    ~ BNK-3004 ~ expected a currency code of ISO 4217, such as EUR, found 'EURO'",
                "NUMBER | money TEXT    ~ eur     ~ BNK-3004 ~ expected a currency code of ISO 4217, such as EUR, found 'eur'",
                "BIG | money \"'BHD'\"  ~ x       ~ BNK-3002 ~ expected an amount in BHD",
            })
    void anAmountThatIsNotExactOrNotPositiveIsAReject(String expression, String text, String code, String reason) {
        var read = readAmount(text, expression.replace("\"", ""));

        assertThat(read.events()).isEmpty();
        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo(code);
            assertThat(reject.reason()).startsWith(reason);
        });
    }

    private FeedFolder.Read read(String text, String property) {
        return read(text, "NUMBER | money 'EUR'", property);
    }

    private FeedFolder.Read readAmount(String text, String amount) {
        return read(text, amount, "reference: TEXT");
    }

    private FeedFolder.Read read(String text, String amount, String property) {
        return new FeedFolder(directory, "feed")
                .with("REC.cpy", """
                               01  REC.
                                   05  NUMBER  PIC 9(05).
                                   05  BIG     PIC 9(17)V99.
                                   05  CENTS   PIC 9(03)V99.
                                   05  TEXT    PIC X(%d).
                        """.formatted(Math.max(10, text.length())))
                .with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: REC.cpy, encoding: iso-8859-1, framing: lines, timezone: Europe/Vienna }
                        records:
                          all:
                            event: MoneyDeposited
                            key: NUMBER
                            data:
                              amount: %s
                              %s
                        """.formatted(amount, property))
                .readLines(
                        "A",
                        "01234" + "1234567890123456789" + "00500"
                                + (text + "          ").substring(0, Math.max(10, text.length())));
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1);
    }
}

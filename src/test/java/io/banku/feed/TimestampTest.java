package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event.MoneyDeposited;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates with times as databases and operating systems of mainframes write them. */
class TimestampTest {
    private static final String DB2 = "yyyy-MM-dd-HH.mm.ss.SSSSSS";

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "2026-11-21-10.15.00.123456,    yyyy-MM-dd-HH.mm.ss.SSSSSS,    2026-11-21T10:15:00.123456+01:00",
        "2026-11-21-10.15.00.000001,    yyyy-MM-dd-HH.mm.ss.SSSSSS,    2026-11-21T10:15:00.000001+01:00",
        "2026-11-21-10.15.00.000000,    yyyy-MM-dd-HH.mm.ss.SSSSSS,    2026-11-21T10:15+01:00",
        "2026-11-21-10.15.00.123456789, yyyy-MM-dd-HH.mm.ss.SSSSSSSSS, 2026-11-21T10:15:00.123456789+01:00",
        "2026-11-21 10:15:00.1,         yyyy-MM-dd HH:mm:ss.S,         2026-11-21T10:15:00.100+01:00",
        "2026-11-21 10:15:00.99,        yyyy-MM-dd HH:mm:ss.SS,        2026-11-21T10:15:00.990+01:00",
        "2026-11-21 10:15:00.123,       yyyy-MM-dd HH:mm:ss.SSS,       2026-11-21T10:15:00.123+01:00",
        "2026325101500123456,           yyyyDDDHHmmssSSSSSS,           2026-11-21T10:15:00.123456+01:00",
        "SS21.11.2026 10:15,            'SSdd.MM.yyyy HH:mm',          ",
    })
    void aFractionHasOneToNineDigits(String text, String pattern, String expected) {
        var read = feed("'" + pattern + "'").readLines("A", line(text));

        if (expected == null) {
            assertThat(read.rejects())
                    .singleElement()
                    .satisfies(reject -> assertThat(reject.code()).isEqualTo("BNK-3005"));
        } else {
            assertThat(read.events())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            MoneyDeposited.class,
                            event -> assertThat(event.bookedAt()).hasToString(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DAY TIME, 20261321101500, DAY",
        "DAY TIME, 20261131101500, DAY",
        "DAY TIME, 2026112X101500, DAY",
        "DAY TIME, 20261121241500, TIME",
        "DAY TIME, 20261121106000, TIME",
        "DAY TIME, 2026112110150X, TIME",
        "DAY '120000', 20261331101500, DAY",
        "'20261331' TIME, 20261121101500, ",
    })
    void aRejectNamesTheFieldInWhichTheDateIsWrong(String terms, String record, String field) {
        var read = new FeedFolder(directory, "feed")
                .with("R.cpy", """
                        01  R.
                            05  DAY  PIC X(8).
                            05  TIME PIC X(6).
                        """)
                .with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: R.cpy, encoding: us-ascii, framing: lines, timezone: Europe/Vienna }
                        records:
                          r:
                            event: MoneyDeposited
                            key: "'1'"
                            data: { amount: "'1' | money 'EUR'", bookedAt: "%s | datetime yyyyMMddHHmmss" }
                        """.formatted(terms))
                .readLines("A", record);

        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("BNK-3005");
            assertThat(reject.field()).isEqualTo(field);
        });
    }

    @ParameterizedTest
    @CsvSource({"yyyyMMddHHmmssSSSSSSSSSS", "yyyyMMddHHmmssSSS.SSS", "SyyyyMMddHHmmssS"})
    void tenDigitsOrTwoFractionsAreNoPattern(String pattern) {
        assertThat(feed(pattern).faults())
                .singleElement()
                .asString()
                .contains("S to SSSSSSSSS (its fraction), each once, found '" + pattern + "'");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "2026-11-21-24.00.00.000000, 2026-11-22T00:00+01:00",
        "2026-12-31-24.00.00.000000, 2027-01-01T00:00+01:00",
        "2028-02-28-24.00.00.000000, 2028-02-29T00:00+01:00",
        "2026-03-28-24.00.00.000000, 2026-03-29T00:00+01:00",
        "2026-03-29-24.00.00.000000, 2026-03-30T00:00+02:00",
        "2026-10-25-24.00.00.000000, 2026-10-26T00:00+01:00",
        "2026-11-21-23.59.59.999999, 2026-11-21T23:59:59.999999+01:00",
        "2026-11-21-00.00.00.000000, 2026-11-21T00:00+01:00",
    })
    void theEndOfADayIsTheBeginningOfTheNextWhereTheFeedSaysSo(String text, String expected) {
        var read = feed(DB2 + " end-of-day").readLines("A", line(text));

        assertThat(read.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        MoneyDeposited.class,
                        event -> assertThat(event.bookedAt()).hasToString(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21-24.00.00.000001",
        "2026-11-21-24.00.01.000000",
        "2026-11-21-24.01.00.000000",
        "2026-11-21-25.00.00.000000",
        "2026-11-31-24.00.00.000000",
        "9999-12-31-24.00.00.000000",
        "2026-11-21-10.15.60.000000",
    })
    void noOtherTimeIsTheEndOfADay(String text) {
        var read = feed(DB2 + " end-of-day").readLines("A", line(text));

        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("BNK-3005");
            assertThat(reject.reason()).isEqualTo("expected a date with time as " + DB2 + ", found '" + text + "'");
        });
    }

    @Test
    void withoutTheWordTheEndOfADayIsARejectThatNamesIt() {
        var read = feed(DB2).readLines("A", line("2026-11-21-24.00.00.000000"));

        assertThat(read.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.reason())
                        .contains("'end-of-day' behind the pattern takes 24:00 as the next day's 00:00"));
    }

    @Test
    void itGoesWithAWindowAndWithTextsThatMeanNone() {
        String form = "yyMMddHHmm from 1950 end-of-day none 9999999999 0000000000";

        var read = feed(form).readLines("A", line("4911212400"), line("9999999999"));

        assertThat(read.events())
                .extracting(event -> String.valueOf(((MoneyDeposited) event).bookedAt()))
                .containsExactly("2049-11-22T00:00+01:00", "null");
    }

    @Test
    void theMidnightThatTheClocksSkippedIsNoTimeByThisNameEither() {
        var read = feed(DB2 + " end-of-day", "America/Sao_Paulo").readLines("A", line("2018-11-03-24.00.00.000000"));

        assertThat(read.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.code()).isEqualTo("BNK-3006"));
    }

    @Test
    void aDateOrATimeOfDayHasNoEndOfDay() {
        assertThat(feed(DB2 + " end-of-day none x end-of-day").faults()).isEmpty();
        assertThat(feed("yyyyMMdd end-of-day", "UTC", "text: TEXT | trim | date")
                        .faults())
                .singleElement()
                .asString()
                .contains("expected nothing more behind 'date PATTERN");
        assertThat(feed("HHmm end-of-day", "UTC", "text: TEXT | trim | time").faults())
                .singleElement()
                .asString()
                .contains("expected nothing more behind 'time PATTERN");
    }

    private static String line(String text) {
        return "1" + "00100" + (text + " ".repeat(40)).substring(0, 40);
    }

    private FeedFolder feed(String form) {
        return feed(form, "Europe/Vienna");
    }

    private FeedFolder feed(String form, String zone) {
        return feed(form, zone, "bookedAt: TEXT | trim | datetime");
    }

    private FeedFolder feed(String form, String zone, String property) {
        return new FeedFolder(directory, "feed").with("REC.cpy", """
                        000100 01  REC.
                        000200     05  ACCT    PIC 9(01).
                        000300     05  AMOUNT  PIC 9(03)V99.
                        000400     05  TEXT    PIC X(40).
                        """).with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: REC.cpy, encoding: us-ascii, framing: lines, timezone: %s }
                        records:
                          all:
                            event: MoneyDeposited
                            key: ACCT
                            data:
                              amount: AMOUNT | money 'EUR'
                              %s %s
                        """.formatted(
                        zone, property, form));
    }
}

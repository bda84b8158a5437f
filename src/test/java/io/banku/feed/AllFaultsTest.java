package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever mends what is told at once has a feed that compiles: no fault hides another one. */
class AllFaultsTest {
    private static final String RECORDS = """
            shared:
              posting: { amount: R-AMUONT | mony R-CCY | trimm, txet: R-TEXT }
            records:
              header: { when: R-TIPE = 'HD' and R-AMOUNT > x, role: haeder }
              first: { whn: R-TYPE = 'A', event: MoneyDeposit, key: R-ACT, data: { amount: R-AMUONT | mony 'EUR' } }
              second: { evnt: MoneyDeposited, key: R-ACCT, data: posting }
              third:
                each: LIEN(*)
                event: MoneyDeposited
                key: R-AMOUNT | trimm
                data: { amount: R-TEXT | pad 0 }
              fourth: { event: MoneyWithdrawn, key: R-ACCT, data: posting }
            controls:
              sums: sum(R-AMUONT) = trailer.R-TIPE
            release: allways
            rejects: { tolerat: 1 }
            private: [R-TXET, R-TEXT, R-TXT]
            """;

    /** What is wrong above, wherever no field has to be known for it. */
    private static final String[] OF_RECORDS = {
        "unknown filter 'mony'; did you mean money?",
        "unknown filter 'trimm'; did you mean trim?",
        "unknown key 'txet' in 'posting'; did you mean text?",
        "expected header, trailer or skip, found 'haeder'",
        "unknown key 'whn' in 'first'; did you mean when?",
        "unknown event 'MoneyDeposit'; did you mean MoneyDeposited?",
        "unknown key 'evnt' in 'second'; did you mean event?",
        "expected one of role, event, events or transfer in rule 'second', found none",
        "expected a number from 1 to 100, found '0'",
        "expected a rule with 'role: trailer' for trailer.R-TIPE, found none",
        "expected when-balanced or when-balanced-or-open, found 'allways'",
        "unknown key 'tolerat' in 'rejects'; did you mean tolerate?",
        "'tolerate' is missing in 'rejects'",
    };

    private static final String[] OF_FIELDS = {
        "found R-AMUONT; did you mean R-AMOUNT?",
        "found R-TIPE; did you mean R-TYPE?",
        "expected a number, found x",
        "found R-ACT; did you mean R-ACCT or R-CCY?",
        "found LIEN",
        "found R-TXET; did you mean R-TEXT?",
        "found R-TXT; did you mean R-TEXT?",
    };

    @TempDir
    Path directory;

    @Test
    void faultsOfRulesControlsAndNamesAreToldTogether() {
        var faults =
                feed("files: A, copybook: R.cpy, encoding: cp037, framing: rdw").faults();

        assertThat(String.join("\n", faults)).contains(OF_RECORDS).contains(OF_FIELDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files: 'A{seq}', copybook: R.cpy, encoding: cp037, framing: rdw",
                "files: A, copybook: R.cpy, encoding: cp007, framing: rdw",
                "files: A, copybook: R.cpy, encoding: cp037, framing: rwd",
                "copybook: R.cpy, encoding: cp037",
            })
    void noFaultOfTheInputHidesThoseOfTheRecords(String input) {
        var faults = feed(input).faults();

        assertThat(String.join("\n", faults)).contains(OF_RECORDS).contains(OF_FIELDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files: A, copybook: NONE.cpy, encoding: cp037, framing: rdw",
                "files: A, copybook: BAD.cpy, encoding: cp037, framing: rdw",
                "files: A, encoding: cp037, framing: rdw",
            })
    void withoutACopybookAllIsToldThatNeedsNone(String input) {
        var faults = feed(input).faults();

        assertThat(String.join("\n", faults)).contains(OF_RECORDS).doesNotContain("R-AMUONT", "R-TXET", "LIEN");
    }

    @Test
    void withoutACopybookTheFramingIsLookedAtAllTheSame() {
        var fixed = feed("files: A, copybook: NONE.cpy, encoding: cp037, framing: { fixed: { lenght: 5 } }");
        assertThat(String.join("\n", fixed.faults())).contains("unknown option 'lenght' of the framing fixed");

        var byType = feed("files: A, copybook: NONE.cpy, encoding: cp037, framing: { by-type: { field: R-TYPE,"
                + " lengths: HD=R-X, longest: x } }");
        assertThat(String.join("\n", byType.faults()))
                .contains("unknown option 'longest' of the framing by-type")
                .doesNotContain("R-X");
    }

    @Test
    void withoutAnInputTheRestIsToldAllTheSame() {
        var faults = folder().with("feed.yaml", "feed: feed\n" + RECORDS).faults();

        assertThat(String.join("\n", faults))
                .contains("'input' is missing in a feed")
                .contains(OF_RECORDS);
    }

    /** One expression is replaced; what it lacks is told where it stands. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "amount: R-AMOUNT | money USD ~ found USD; a text that is always the same stands in quotes: 'USD'",
                "reference: ABC ~ found ABC; a text that is always the same stands in quotes: 'ABC'",
                "reference: 4711 ~ found 4711; a text that is always the same stands in quotes: '4711'",
                "text: R-TEXT trim ~ found TRIM; a filter stands behind a bar: | trim",
                "text: R-TEXT | default not known ~ expected nothing more behind 'default X', found known; a text with blanks or signs stands in quotes: 'not known'",
                "text: R-TEXT | default a+b ~ found +; a text with blanks or signs stands in quotes: 'a+b'",
                "text: R-TEXT | map A B=x ~ expected = behind A, found B; a text with blanks or signs stands in quotes: 'A B'='x y'",
                "text: R-TEXT | map A=x y ~ expected = behind y, found the end; a text with blanks or signs stands in quotes",
                "bookedAt: R-TEXT | datetime yyyy-MM-dd HH:mm:ss ~ a pattern with blanks or signs in it stands in quotes: 'yyyy-MM-dd HH:mm:ss'",
                "bookedAt: R-TEXT | datetime dd MM yyyy HH mm from 1950 ~ a pattern with blanks or signs in it stands in quotes: 'dd MM yyyy HH mm'",
                "text: R-TEXT | date dd MM yyyy none x ~ a pattern with blanks or signs in it stands in quotes: 'dd MM yyyy'",
                "text: \"R-TEXT | time HH:mm:ss,SSS\" ~ a pattern with blanks or signs in it stands in quotes: 'HH:mm:ss,SSS'",
                "bookedAt: R-TEXT | datetime yyyyMMddHHmmss,SSS ~ unknown key 'SSS' in 'data'; expected",
                "bookedAt: R-TEXT | datetime yyyyMMddHHmmss,SSS ~ a value with a comma stands in double quotes here",
                "text: R-TEXT | date yyyyMMdd x ~ expected nothing more behind 'date PATTERN [from YEAR] [none TEXT …]', found x",
                "text: R-TEXT | date YYYY-MM-DD ~ found 'YYYY-MM-DD'; did you mean yyyy-MM-dd?",
                "text: R-TEXT | date yyyymmdd ~ found 'yyyymmdd'; did you mean yyyyMMdd?",
                "text: R-TEXT | date CCYYMMDD ~ found 'CCYYMMDD'; did you mean yyyyMMdd?",
                "text: R-TEXT | date yyddd ~ found 'yyddd'; did you mean yyDDD?",
                "text: R-TEXT | time hh:MM:SS ~ found 'hh:MM:SS'; did you mean HH:mm:ss?",
                "bookedAt: R-TEXT | datetime yyyymmddhhmmssffffff ~ did you mean yyyyMMddHHmmssSSSSSS?",
                "bookedAt: R-TEXT | datetime YYYY-MM-DD-HH.MM.SS.NNNNNN ~ expected a pattern of yyyy",
                "text: (R-TEXT | trim ~ expected ), found the end",
                "text: R-TEXT | trim) ~ expected the end, found )",
                "text: (R-TEXT | trimm) R-TXET | upprr ~ unknown filter 'trimm'; did you mean trim?",
                "text: (R-TEXT | trimm) R-TXET | upprr ~ found R-TXET; did you mean R-TEXT?",
                "text: (R-TEXT | trimm) R-TXET | upprr ~ unknown filter 'upprr'; did you mean upper?",
                "text: R-TEXT | substring 0 ~ expected a number from 1 to 32767, found '0'",
                "text: R-TEXT | substring 1 2 3 ~ expected nothing more behind 'substring FROM [LENGTH]', found 3",
                "text: R-TEXT | substring ~ expected 'substring FROM [LENGTH]', found the end",
            })
    void whatAnExpressionLacksIsTold(String property, String told) {
        String amount = property.startsWith("amount") ? "" : "amount: \"R-AMOUNT | money 'EUR'\", ";

        var faults = folder().with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: R.cpy, encoding: cp037, framing: rdw }
                        records:
                          r: { event: MoneyDeposited, key: R-ACCT, data: { %s%s } }
                        """.formatted(amount, property)).faults();

        assertThat(faults)
                .anySatisfy(
                        fault -> assertThat(fault).startsWith("feed.yaml:4:").contains(told));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "files: *.DAT ~ a value that begins with * stands in double quotes as a whole",
                "files: {date:yyMMdd}.DAT ~ a value that begins with { stands in double quotes as a whole",
                "files: %X ~ a value that begins with % stands in double quotes as a whole",
                "files: 'A' B ~ a value that begins with a quote and goes on behind it stands in double quotes as a whole",
                "title: one: two ~ a value that holds ': ' stands in double quotes as a whole",
            })
    void whatIsNoYamlIsToldWhatItLacks(String line, String told) {
        var faults = folder().with("feed.yaml", "feed: feed\ninput:\n  " + line + "\n")
                .faults();

        assertThat(faults).singleElement().asString().contains("not YAML: ").contains(told);
    }

    @Test
    void aTabIsNoIndentation() {
        var faults =
                folder().with("feed.yaml", "feed: feed\ninput:\n\tfiles: A\n").faults();

        assertThat(faults).singleElement().asString().endsWith(" (a line is indented with blanks, not with tabs)");
    }

    @Test
    void aConditionThatCompilesNotIsToldInAllItsParts() {
        var faults = folder().with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: R.cpy, encoding: cp037, framing: rdw }
                        records:
                          r: { when: "R-TYPE = DP and R-AMOUNT > 'x' and R-TEXT = 'A' or R-TEXT = 'B'", role: skip }
                        """).faults();

        assertThat(faults)
                .hasSize(3)
                .anySatisfy(fault -> assertThat(fault).contains("found DP: write 'DP'"))
                .anySatisfy(fault -> assertThat(fault).contains("expected a number, found x"))
                .anySatisfy(
                        fault -> assertThat(fault).contains("found or; a rule of its own can say what else it may be"));
    }

    private FeedFolder feed(String input) {
        return folder().with("feed.yaml", "feed: feed\ninput: { " + input + " }\n" + RECORDS);
    }

    private FeedFolder folder() {
        return new FeedFolder(directory, "feed")
                .with("BAD.cpy", "000100 01  R.\n000200     05  R-TYPE PIC X(.\n")
                .with("R.cpy", """
                        000100 01  R.
                        000200     05  R-TYPE    PIC X(02).
                        000300     05  R-ACCT    PIC 9(02).
                        000400     05  R-AMOUNT  PIC S9(3)V99.
                        000500     05  R-CCY     PIC X(03).
                        000600     05  R-TEXT    PIC X(20).
                        000700     05  LINE-ITEM OCCURS 2.
                        000800         10 L-AMOUNT PIC 9(3)V99.
                        """);
    }
}

package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event.MoneyDeposited;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What quotes mean where: those of YAML, and those of a literal. */
class QuotesTest {
    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "text: 'SALARY'                 ~ SALARY",
                "text: \"'SALARY'\"             ~ SALARY",
                "text: TEXT 'X'                 ~ ANNAX",
                "text: \"'X' TEXT\"             ~ XANNA",
                "text: \"TEXT\"                 ~ ANNA",
                "text: 'TEXT'                   ~ TEXT",
                "text: 'O''HARA'                ~ O'HARA",
                "text: \"'O''HARA' TEXT\"       ~ O'HARAANNA",
                "text: TEXT '''' TEXT           ~ ANNA'ANNA",
                "text: \"TEXT ' # ' TEXT\"      ~ ANNA # ANNA",
                "text: TEXT ' | ' TEXT          ~ ANNA | ANNA",
                "text: \"TEXT ': ' TEXT\"       ~ ANNA: ANNA",
                "text: \"TEXT '(' TEXT ')'\"    ~ ANNA(ANNA)",
                "text: TEXT '' TEXT             ~ ANNAANNA",
                "text: TEXT | map 'ANNA'='A=B'  ~ A=B",
                "text: NONE | map ''=blank      ~ blank",
                "text: TEXT | default 'not, known' ~ ANNA",
                "text: \"\\u0041 TEXT\"         ~ 2ANNA",
            })
    void aLiteralIsWhatStandsInItsQuotes(String property, String expected) {
        var read = feed(property).readLines("A", "1ANNA 2");

        assertThat(read.rejects()).isEmpty();
        assertThat(((MoneyDeposited) read.events().get(0)).text()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "text: TEXT ' # ' TEXT     ~ expected a closing ', found the end",
                "text: 'X' TEXT            ~ stands in double quotes as a whole",
                "text: TEXT ': ' TEXT      ~ a value that holds ': ' stands in double quotes as a whole",
                "text: TEXT \"X\"          ~ found '\"X\"'; a literal stands in single quotes",
            })
    void whatYamlTakesForItsOwnIsTold(String property, String told) {
        assertThat(feed(property).faults())
                .anySatisfy(fault -> assertThat(fault).contains(told));
    }

    @Test
    void aKeyMayBeALiteralOrHaveOne() {
        assertThat(feedWithKey("'ALL'")
                        .readLines("A", "1ANNA 2")
                        .events()
                        .get(0)
                        .account())
                .isEqualTo("ALL");
        assertThat(feedWithKey("\"'AT-' NUMBER | pad 8\"")
                        .readLines("A", "1ANNA 2")
                        .events()
                        .get(0)
                        .account())
                .isEqualTo("0000AT-1");
        assertThat(feedWithKey("\"'AT-' (NUMBER | pad 8)\"")
                        .readLines("A", "1ANNA 2")
                        .events()
                        .get(0)
                        .account())
                .isEqualTo("AT-00000001");
        assertThat(feedWithKey("NONE | default 'ELSE'")
                        .readLines("A", "1ANNA 2")
                        .events()
                        .get(0)
                        .account())
                .isEqualTo("ELSE");
    }

    @Test
    void aKeyThatAFilterLeavesOutIsAReject() {
        var read = feedWithKey("NONE | omit-blank").readLines("A", "1ANNA 2");

        assertThat(read.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.code()).isEqualTo("BNK-3009"));
    }

    @ParameterizedTest
    @CsvSource({"date yyyyMMdd, a date", "money 'EUR', an amount of money"})
    void aKeyIsNoDateAndNoMoney(String filter, String found) {
        assertThat(feedWithKey("NUMBER | " + filter).faults())
                .singleElement()
                .asString()
                .endsWith("'key': expected digits or text, found " + found);
    }

    private FeedFolder feed(String property) {
        return feed("NUMBER", property);
    }

    private FeedFolder feedWithKey(String key) {
        return feed(key, "text: TEXT");
    }

    private FeedFolder feed(String key, String property) {
        return new FeedFolder(directory, "feed").with("R.cpy", """
                        000100 01  R.
                        000200     05  NUMBER  PIC 9(01).
                        000300     05  TEXT    PIC X(04).
                        000400     05  NONE    PIC X(01).
                        000500     05  A       PIC X(01).
                        """).with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: R.cpy, encoding: us-ascii, framing: lines }
                        records:
                          r:
                            event: MoneyDeposited
                            key: %s
                            data:
                              amount: NUMBER | money 'EUR'
                              %s
                        """.formatted(key, property));
    }
}

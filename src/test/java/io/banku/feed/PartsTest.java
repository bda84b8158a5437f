package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Event.MoneyWithdrawn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of texts, and parts of events. */
class PartsTest {
    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "(FIRST | trim) ' ' (LAST | trim) ~ 'ANNA  B MAYR'",
                "(FIRST | squeeze) ' ' LAST ~ 'ANNA B MAYR    '",
                "FIRST LAST | squeeze ~ 'ANNA B MAYR'",
                "(FIRST | trim) '/' (NUMBER | pad 8) | substring 1 12 ~ 'ANNA  B/0001'",
                "((FIRST | trim) '.' | map 'ANNA  B.'=AB) LAST | trim ~ 'ABMAYR'",
                "(FIRST) ~ 'ANNA  B   '",
                "(FIRST LAST) ~ 'ANNA  B   MAYR    '",
                "'(' (LAST | trim) ')' ~ '(MAYR)'",
                "(TABLE(2) | trim) '-' (TABLE (1)) ~ 'y-x'",
                "(DAY | date yyyyMMdd) ' ' (LAST | trim) ~ '2026-11-21 MAYR'",
                "FIRST | substring 7 1 ~ 'B'",
                "FIRST | substring 7 ~ 'B   '",
                "FIRST | substring 11 ~ ''",
                "NUMBER | substring 3 2 ~ '23'",
                "LAST | trim | substring 4 1 ~ 'R'",
                "(DAY | substring 1 4) '-' (DAY | substring 5 2) ~ '2026-11'",
            })
    void aFilterMayBeAboutAPart(String expression, String expected) {
        var read = feed("text: \"" + expression + "\"").readLines("A", LINE);

        assertThat(read.rejects()).isEmpty();
        assertThat(((MoneyDeposited) read.events().get(0)).text())
                .isEqualTo(expected.substring(1, expected.length() - 1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "LAST | trim | substring 4 2  ~ expected at least 5 characters, found 'MAYR'",
                "LAST | trim | substring 6    ~ expected at least 5 characters, found 'MAYR'",
                "FIRST | substring 10 2       ~ expected at least 11 characters, found 'ANNA  B   '",
            })
    void aPartThatIsNotThereIsAReject(String expression, String reason) {
        var read = feed("text: " + expression).readLines("A", LINE);

        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("BNK-3014");
            assertThat(reject.reason()).isEqualTo(reason);
        });
    }

    @Test
    void aCharacterIsOneHoweverManyBytesItHas() {
        var read = new FeedFolder(directory, "feed")
                .with("R.cpy", """
                        000100 01  R.
                        000200     05  NUMBER  PIC 9(01).
                        000300     05  LAST    PIC X(12).
                        """)
                .with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: R.cpy, encoding: utf-8, framing: fixed }
                        records:
                          r: { event: MoneyDeposited, key: NUMBER, data: { amount: NUMBER | money 'EUR', text: LAST | substring 2 3 } }
                        """)
                .readHex("A", "31 F09F8FA6 F09F8FA7 C3A4 41 20");

        assertThat(read.rejects()).isEmpty();
        assertThat(((MoneyDeposited) read.events().get(0)).text()).isEqualTo("\uD83C\uDFE7äA");
    }

    @Test
    void aPartThatIsLeftOutLeavesOutTheWhole() {
        var read = feed("text: FIRST (BLANK | omit-blank)").readLines("A", LINE);

        assertThat(((MoneyDeposited) read.events().get(0)).text()).isNull();
    }

    @Test
    void aKeyMayHaveFiltersAndParts() {
        var read = definition("""
                        r: { event: MoneyDeposited, key: "'AT' (NUMBER | pad 8) '-' (LAST | trim)", data: { amount: NUMBER | money 'EUR' } }
                        """, "").readLines("A", LINE);

        assertThat(read.events().get(0).account()).isEqualTo("AT00012345-MAYR");
    }

    @Test
    void aSharedPartIsExtendedByWhatStandsBesideIt() {
        String shared = """
                shared:
                  posting: { amount: NUMBER | money 'EUR', text: FIRST | trim }
                  named: { shared: posting, reference: LAST | trim }
                """;

        var read = definition("""
                        r:
                            key: NUMBER
                            events:
                              - { event: MoneyDeposited, data: posting }
                              - { event: MoneyDeposited, data: { shared: posting, reference: "'R'" } }
                              - { event: MoneyDeposited, data: named }
                              - { event: MoneyWithdrawn, data: { shared: named, text: LAST } }
                        """, shared).readLines("A", LINE);

        assertThat(read.events())
                .extracting(each -> each instanceof MoneyDeposited deposit
                        ? deposit.text() + "/" + deposit.reference()
                        : ((MoneyWithdrawn) each).text() + "/" + ((MoneyWithdrawn) each).reference())
                .containsExactly("ANNA  B/null", "ANNA  B/R", "ANNA  B/MAYR", "MAYR    /MAYR");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "a: { shared: b } ~ a ~ 'a' extends itself",
                "a: { shared: a } ~ a ~ 'a' extends itself",
                "a: { text: LAST } ~ { shared: c } ~ unknown shared part 'c'; expected a or b",
                "a: { closedOn: DAY } ~ { shared: a, amount: NUMBER | money 'EUR' } ~ unknown key 'closedOn' in 'a'; expected",
                "a: { text: LAST } ~ { shared: a } ~ 'amount' is missing for MoneyDeposited",
            })
    void whatCannotBeExtendedIsToldOnce(String part, String data, String told) {
        String shared = "shared:\n  " + part + "\n  b: { shared: a, amount: NUMBER | money 'EUR' }\n";

        var faults = definition("""
                        r: { when: LAST = 'A', event: MoneyDeposited, key: NUMBER, data: %s }
                          b: { event: MoneyDeposited, key: NUMBER, data: { amount: NUMBER | money 'EUR', shared: b } }
                        """.formatted(data), shared).faults();

        assertThat(faults).anySatisfy(fault -> assertThat(fault).contains(told)).doesNotHaveDuplicates();
    }

    private static final String LINE = "ANNA  B   MAYR    01234520261121     xy";

    private FeedFolder feed(String property) {
        return definition(
                "r: { event: MoneyDeposited, key: NUMBER, data: { amount: NUMBER | money 'EUR', " + property + " } }",
                "");
    }

    private FeedFolder definition(String rules, String shared) {
        return new FeedFolder(directory, "feed").with("R.cpy", """
                        000100 01  R.
                        000200     05  FIRST   PIC X(10).
                        000300     05  LAST    PIC X(08).
                        000400     05  NUMBER  PIC 9(06).
                        000500     05  DAY     PIC 9(08).
                        000600     05  BLANK   PIC X(05).
                        000700     05  TABLE   PIC X(01) OCCURS 2.
                        """).with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: R.cpy, encoding: us-ascii, framing: lines }
                        %srecords:
                          %s
                        """.formatted(shared, rules));
    }
}

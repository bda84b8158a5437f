package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.calendar.DueTerms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedDefinitionTest {
    private static final String COPYBOOK = """
                   01  REC.
                       05  R-TYPE      PIC X(02).
                           88  R-IS-HEADER  VALUE 'HD'.
                           88  R-IS-DEPOSIT VALUE 'DP'.
                       05  R-ACCT      PIC 9(10).
                       05  R-AMOUNT    PIC S9(7)V99.
                       05  R-CCY       PIC X(03).
                       05  R-TEXT      PIC X(10).
                       05  R-DATE      PIC 9(08).
            """;

    private static final String GOOD = """
            feed: deposits
            title: Deposits of a branch
            input:
              files: DEP.D{date:yyMMdd}.S{sequence}.TXT
              ready: stable 2s
              copybook: REC.cpy
              encoding: us-ascii
              framing: lines
              timezone: Europe/Vienna
              empty: allowed
            shared:
              posting:
                amount: R-AMOUNT | money R-CCY
                text: R-TEXT | trim | omit-blank
            records:
              header: { when: R-IS-HEADER, role: header }
              deposited: { when: R-IS-DEPOSIT, event: MoneyDeposited, key: R-ACCT, data: posting }
            controls:
              date: header.R-DATE = file.date
            release: when-balanced-or-open
            rejects: { tolerate: 3 }
            private: [R-TEXT]
            """;

    @TempDir
    Path directory;

    private FeedFolder folder;

    @BeforeEach
    void aFolderWithACopybook() {
        folder = new FeedFolder(directory, "deposits").with("REC.cpy", COPYBOOK);
    }

    @Test
    void aDefinitionTellsWhatABatchNeeds() {
        Feed feed = folder.with("feed.yaml", GOOD).load();

        assertThat(feed.name()).isEqualTo("deposits");
        assertThat(feed.title()).isEqualTo("Deposits of a branch");
        assertThat(feed.files().text()).isEqualTo("DEP.D{date:yyMMdd}.S{sequence}.TXT");
        assertThat(feed.ready()).isEqualTo(new Readiness.Stable(Duration.ofSeconds(2)));
        assertThat(feed.emptyAllowed()).isTrue();
        assertThat(feed.release()).isEqualTo(Release.WHEN_BALANCED_OR_OPEN);
        assertThat(feed.toleratedRejects()).isEqualTo(3);
        assertThat(feed.sources())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("feed.yaml", "REC.cpy");
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        Feed feed = folder.with("feed.yaml", GOOD.replaceAll("(?m)^(title|release|rejects|  ready|  empty):.*\n", ""))
                .load();

        assertThat(feed.title()).isEqualTo("deposits");
        assertThat(feed.ready()).isEqualTo(new Readiness.Stable(Duration.ofSeconds(10)));
        assertThat(feed.emptyAllowed()).isFalse();
        assertThat(feed.release()).isEqualTo(Release.WHEN_BALANCED);
        assertThat(feed.toleratedRejects()).isZero();
    }

    @Test
    void allFaultsAreToldAtOnceEachWithLineAndColumn() {
        folder.with("feed.yaml", """
                feed: deposits
                input:
                  files: DEP.TXT
                  copybook: REC.cpy
                  encoding: us-ascii
                  framing: lines
                  timezon: Europe/Vienna
                records:
                  deposited:
                    when: R-IS-DEPOSITED
                    event: MoneyDeposit
                    key: R-ACCT
                  withdrawn:
                    event: MoneyWithdrawn
                    key: R-ACCT
                    data: { amount: R-AMOUNT, text: R-TEXT | trimm }
                controls:
                  records: count() = trailer.R-ACCT
                """);

        assertThat(folder.faults())
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .startsWith(
                                        "feed.yaml:7:3: unknown key 'timezon' in 'input'; did you mean timezone? (expected "),
                        fault -> assertThat(fault)
                                .startsWith("feed.yaml:10:11: ")
                                .contains("R-IS-DEPOSIT"),
                        fault -> assertThat(fault)
                                .startsWith(
                                        "feed.yaml:11:12: unknown event 'MoneyDeposit'; did you mean MoneyDeposited? (expected "),
                        fault -> assertThat(fault)
                                .isEqualTo("feed.yaml:16:21: 'amount': expected an amount of money, found a number;"
                                        + " add '| money CCY'"),
                        fault -> assertThat(fault)
                                .startsWith("feed.yaml:16:46: unknown filter 'trimm'; did you mean trim? (expected "),
                        fault -> assertThat(fault)
                                .isEqualTo("feed.yaml:18:22: expected a rule with 'role: trailer' for trailer.R-ACCT,"
                                        + " found none"));
    }

    @Test
    void theFaultsOfTheCopybookAreToldTogetherWithThoseOfTheDefinition() {
        folder.with("REC.cpy", COPYBOOK.replace("9(10)", "9(1Q)"))
                .with("feed.yaml", GOOD.replace("us-ascii", "klingon"));

        assertThat(folder.faults())
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).startsWith("REC.cpy:5:"))
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("feed.yaml:7:13: ").contains("klingon"));
    }

    @Test
    void textThatIsNotYamlIsToldWhereItStops() {
        folder.with("feed.yaml", "feed: deposits\ninput: { files: A\nrecords: 'x' y\n");

        assertThat(folder.faults()).singleElement().asString().contains("feed.yaml:3:8: not YAML: ");
    }

    @Test
    void aFolderWithoutADefinitionIsAFault() {
        assertThat(folder.faults()).singleElement().asString().startsWith("feed.yaml:1:1: expected a feed definition");
    }

    /** One line of the good definition is replaced; the fault stands at that place. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "feed: deposits ~ feed: other ~ 1:7: expected the folder's name, 'deposits'",
                "title: Deposits of a branch ~ title: ~ 2:7: expected text for 'title', found nothing",
                "title: Deposits of a branch ~ feed: deposits ~ 2:1: 'feed' is given twice in a feed",
                "files: DEP.D{date:yyMMdd}.S{sequence}.TXT ~ files: A{date:yyQQ}B ~ 4:10: expected a pattern of yyyy, yy or Cyy",
                "files: DEP.D{date:yyMMdd}.S{sequence}.TXT ~ files: A{serial}B ~ 4:10: expected a file name with *, {date",
                "ready: stable 2s ~ ready: at once ~ 5:10: expected 'stable 2s' (ms, s or m), 'done-file' or 'rename'",
                "copybook: REC.cpy ~ copybook: NONE.cpy ~ 6:13: expected a copybook beside feed.yaml",
                "copybook: REC.cpy ~ copybook: ../REC.cpy ~ 6:13: expected a file in the feed's folder, found '../REC.cpy'",
                "framing: lines ~ framing: vb ~ 8:12: expected the framing fixed, lines, rdw, bdw, length-field or by-type, found vb",
                "framing: lines ~ framing: [lines] ~ 8:12: expected a mapping (name: value) for 'framing', found a list",
                "framing: lines ~ framing: { rdw: {}, bdw: {} } ~ 8:12: expected one framing with its options",
                "framing: lines ~ framing: { rdw: { endain: little } } ~ 8:21: unknown option 'endain' of the framing rdw",
                "framing: lines ~ framing: { rdw: { endian: middle } } ~ 8:29: expected big or little, found 'middle'",
                "framing: lines ~ framing: { rdw: { endian: {} } } ~ 8:29: expected text for 'endian', found a mapping",
                "framing: lines ~ framing: { by-type: { field: R-TYPE } } ~ 8:14: 'lengths' is missing",
                "framing: lines ~ framing: { length-field: { field: R-LENGTH } } ~ 8:37: expected a field of the copybook",
                "timezone: Europe/Vienna ~ timezone: Europe/Wien ~ 9:13: expected a timezone such as Europe/Vienna",
                "empty: allowed ~ empty: maybe ~ 10:10: expected allowed or refused, found 'maybe'",
                "empty: allowed ~ fields: { R-TXET: cp273 } ~ 10:13: ",
                "R-AMOUNT ~ R-AMUONT ~ 13:13: ",
                "money R-CCY ~ money ~ 13:29: expected 'money CCY', found the end",
                "money R-CCY ~ money 'EURO' ~ 13:30: expected a currency code of ISO 4217, found 'EURO'",
                "money R-CCY ~ money R-AMOUNT ~ 13:30: expected a text field or a literal such as 'EUR' for the currency",
                "money R-CCY ~ money R-CCY R-CCY ~ 13:36: expected nothing more behind 'money CCY', found R-CCY",
                "R-TEXT | trim ~ R-TEXT | abs ~ 14:20: 'abs' takes a number, found text",
                "R-TEXT | trim ~ R-TEXT | pad 0 ~ 14:24: expected a number from 1 to 100, found '0'",
                "R-TEXT | trim ~ R-TEXT | date yyyyQQ ~ 14:25: expected a pattern of yyyy, yy or Cyy",
                "R-TEXT | trim ~ R-TEXT | date HHmm ~ 14:25: expected year, month and day",
                "R-TEXT | trim ~ R-TEXT | map A=x A=y ~ 14:28: A is given twice",
                "R-TEXT | trim ~ trailer.R-TEXT | trim ~ 14:11: the trailer comes last and is not known here",
                "R-TEXT | trim ~ file.size | trim ~ 14:11: expected file.name, file.date or file.sequence",
                "text: R-TEXT ~ texte: R-TEXT ~ 14:5: unknown key 'texte' in 'posting'; did you mean text? (expected ",
                "amount: R-AMOUNT | money R-CCY ~ reference: R-TEXT ~ 13:5: 'amount' is missing for MoneyDeposited",
                "amount: R-AMOUNT | money R-CCY ~ amount: R-TEXT | omit-blank | money 'EUR' ~ 13:13: 'amount' is required",
                "when: R-IS-DEPOSIT ~ when: R-TYPE = DP ~ 17:31: expected a 'literal' for the text field R-TYPE, found DP",
                "when: R-IS-DEPOSIT ~ when: R-TYPE = SPACES ~ 17:31: expected a 'literal' for the text field R-TYPE, found SPACES: write ''",
                "when: R-IS-DEPOSIT ~ when: R-TYPE = 'DPX' ~ 17:31: expected at most 2 characters for the text field R-TYPE",
                "when: R-IS-HEADER, ~ ~ 17:3: expected 'when' in rule 'header' before this one, found none: 'deposited'",
                "when: R-IS-DEPOSIT ~ when: R-TYPE > 'DP' ~ 17:22: expected = or <> for the text field R-TYPE",
                "when: R-IS-DEPOSIT ~ when: R-AMOUNT > 'many' ~ 17:33: expected a number, found many",
                "when: R-IS-DEPOSIT ~ when: R-IS-DEPOSIT or R-IS-HEADER ~ 17:35: expected 'and' or the end, found or",
                "role: header ~ role: headline ~ 16:38: expected header, trailer or skip, found 'headline'",
                "role: header ~ event: AccountClosed ~ 16:11: 'key' is missing in 'header'",
                "key: R-ACCT ~ key: R-AMOUNT ~ 17:64: 'key': expected a whole number, found one with 2 decimals",
                "event: MoneyDeposited, key: R-ACCT ~ key: R-ACCT ~ 17:3: expected one of role, event, events or transfer",
                "data: posting ~ data: postings ~ 17:78: unknown shared part 'postings'; did you mean posting?",
                "data: posting ~ data: { amount: 'EUR' } ~ 12:3: expected 'data: posting' in a rule, found none",
                "data: posting ~ data: { amount: 'EUR' } ~ 17:89: 'amount': expected an amount of money, found text",
                "date: header.R-DATE = file.date ~ x: header.R-CCY = file.date ~ 19:19: expected two sides that can be compared",
                "date: header.R-DATE = file.date ~ x: count() ~ 19:13: expected =, found the end",
                "date: header.R-DATE = file.date ~ x: counts() = 3 ~ 19:6: expected count(), count(all), sum(FIELD)",
                "date: header.R-DATE = file.date ~ x: count() when deposit = 3 ~ 19:19: unknown rule 'deposit'; did you mean deposited?",
                "date: header.R-DATE = file.date ~ x: sum(R-ACCT) mod 0 = 3 ~ 19:22: expected a number above zero, found 0",
                "date: header.R-DATE = file.date ~ x: previous + 1 = file.sequence ~ 19:6: expected 'previous + N' on the right",
                "release: when-balanced-or-open ~ release: always ~ 20:10: expected when-balanced or when-balanced-or-open",
                "tolerate: 3 ~ tolerate: some ~ 21:22: expected a number of records, found 'some'",
                "private: [R-TEXT] ~ private: [R-TXET] ~ 22:11: ",
                "private: [R-TEXT] ~ four-eyes: [release, excuse] ~ 22:22: expected release or refuse, found 'excuse'",
                "private: [R-TEXT] ~ four-eyes: [release, release] ~ 22:22: expected each action once, found release again",
                "private: [R-TEXT] ~ after-gap: asks ~ 22:12: expected goes-on or waits, found 'asks'",
                "private: [R-TEXT] ~ identity: arrival-date ~ 22:11: expected name or header.FIELD beside arrival-date",
                "private: [R-TEXT] ~ identity: name, size ~ 22:17: expected name, arrival-date or header.FIELD",
                "private: [R-TEXT] ~ identity: header.R-TXET ~ 22:",
                "private: [R-TEXT] ~ unique: R-TXET ~ 22:9: ",
                "private: [R-TEXT] ~ unique: { key: R-TEXT, days: 0 } ~ 22:30: expected a number of days from 1 to 99999",
                "private: [R-TEXT] ~ unique: { key: R-TEXT, when: header } ~ 22:30: expected names of rules that make events",
                "private: [R-TEXT] ~ due: 2.30 ~ 22:6: expected a time of day such as 02:30",
                "private: [R-TEXT] ~ due: [02:30] ~ 22:6: expected text for 'due', found a list",
                "private: [R-TEXT] ~ grace: 30m ~ 22:1: expected 'due' beside 'grace'",
                "title: Deposits of a branch ~ days: mon-fri ~ 2:1: expected 'due' beside 'days'",
                "title: Deposits of a branch ~ calendar: target2 ~ 2:1: expected 'due' beside 'calendar'",
                "date: header.R-DATE = file.date ~ x: file.sequence = previous + 0 ~ 19:33: expected a whole number from 1 on",
            })
    void aFaultStandsWhereItWasWritten(String good, String bad, String fault) {
        assertThat(GOOD).contains(good);
        folder.with("feed.yaml", GOOD.replace(good, bad == null ? "" : bad));

        assertThat(folder.faults()).anySatisfy(told -> assertThat(told).startsWith("feed.yaml:" + fault));
    }

    @Test
    void whenItsFilesAreDueIsToldWithTheZoneOfItsClocks() {
        String due = "due: 02:30 next-day\ndays: mon-fri\ncalendar: target2\ngrace: 30m\n";

        assertThat(folder.with("feed.yaml", GOOD + due).load().due())
                .contains(new DueTerms(
                        "02:30 next-day",
                        "mon-fri",
                        "target2",
                        List.of(),
                        List.of(),
                        "30m",
                        "Europe/Vienna",
                        "DEP.D{date:yyMMdd}.S{sequence}.TXT"));
    }

    @Test
    void whatIsLeftOutBesideDueHasItsDefault() {
        assertThat(folder.with("feed.yaml", GOOD).load().due()).isEmpty();
        assertThat(folder.with("feed.yaml", GOOD + "due: 02:30\n").load().due())
                .hasValueSatisfying(
                        terms -> assertThat(terms.told()).isEqualTo("02:30, daily, Europe/Vienna, late after 0m"));
        assertThat(folder.with("feed.yaml", GOOD + "due: 02:30\ncalendar: target2\n")
                        .load()
                        .due())
                .hasValueSatisfying(terms -> assertThat(terms.days()).isEqualTo("mon-fri"));
    }

    @Test
    void aFileOfDaysIsAPartOfTheDefinition() {
        Feed feed = folder.with("holidays.txt", "2026-12-24 # bank holiday\n+2026-12-27\n")
                .with("feed.yaml", GOOD + "due: 02:30\ncalendar: holidays.txt\n")
                .load();

        assertThat(feed.due()).hasValueSatisfying(terms -> {
            assertThat(terms.closed()).containsExactly(LocalDate.of(2026, 12, 24));
            assertThat(terms.added()).containsExactly(LocalDate.of(2026, 12, 27));
        });
        assertThat(feed.sources())
                .extracting(path -> path.getFileName().toString())
                .contains("holidays.txt");
    }

    @Test
    void aFaultInAFileOfDaysStandsThere() {
        folder.with("holidays.txt", "2026-12-24\nChristmas\n")
                .with("feed.yaml", GOOD + "due: 02:30\ndays: weekdays\ncalendar: holidays.txt\n");

        assertThat(folder.faults())
                .anyMatch(fault -> fault.startsWith("feed.yaml:24:7: expected days such as mon-fri"))
                .contains("holidays.txt:2:1: expected a day such as 2026-12-24, or +2026-12-27, found 'Christmas'");
        folder.with("feed.yaml", GOOD + "due: 02:30\ncalendar: ../holidays.txt\n");
        assertThat(folder.faults())
                .singleElement()
                .asString()
                .startsWith(
                        "feed.yaml:24:11: expected target2 or a file in the feed's folder, found '../holidays.txt'");
        folder.with("feed.yaml", GOOD + "due: 02:30\ncalendar: target\n");
        assertThat(folder.faults()).singleElement().asString().contains("found no file 'target'");
    }
}

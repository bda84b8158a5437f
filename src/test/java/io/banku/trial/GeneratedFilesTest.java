package io.banku.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.account.Event;
import io.banku.account.Money;
import io.banku.batch.Check;
import io.banku.batch.CheckResult;
import io.banku.batch.Finding;
import io.banku.feed.BatchInput;
import io.banku.feed.BatchReader;
import io.banku.feed.Breakage;
import io.banku.feed.Entry;
import io.banku.feed.Feed;
import io.banku.feed.FileMaker;
import io.banku.feed.FileName;
import io.banku.feed.Pass;
import io.banku.feed.Reject;
import io.banku.feed.Sink;
import io.banku.record.FramingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were made up for a feed pass its own check; what was broken in them is found, and told as what it is. */
class GeneratedFilesTest {
    private static final Path SAMPLES = Path.of("sample-mainframe-files");

    @TempDir
    Path parent;

    @ParameterizedTest
    @ValueSource(strings = {"account-master", "branch-deposits", "daily-transactions"})
    void aGoodFileWouldBePublished(String name) throws IOException {
        Feed feed = Feed.load(SAMPLES.resolve(name));

        CheckResult result = checked(feed, 500, Optional.empty());

        assertThat(result.findings()).isEmpty();
        assertThat(result.rejects()).isEmpty();
        assertThat(result.balanced()).isTrue();
        assertThat(result.controls()).hasSize(feed.controls().size());
        assertThat(result.counts().read()).isGreaterThanOrEqualTo(500);
        assertThat(result.counts().events()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "account-master, hash, control hash",
        "account-master, count, control records",
        "account-master, packed, ",
        "account-master, encoding, BNK-4005",
        "account-master, cut, after record 50",
        "daily-transactions, hash, control hash",
        "daily-transactions, count, control records",
        "daily-transactions, packed, control",
        "daily-transactions, encoding, BNK-4005",
        "daily-transactions, cut, after record 50",
        "branch-deposits, encoding, BNK-2116",
        "branch-deposits, cut, ",
    })
    void whatIsBrokenIsFound(String name, String way, String told) throws IOException {
        Breakage breakage = Breakage.of(way);

        CheckResult result = checked(Feed.load(SAMPLES.resolve(name)), 100, Optional.of(breakage));

        boolean isTold = told == null
                || result.findings().stream().map(Finding::toString).anyMatch(each -> each.contains(told));
        assertThat(isTold).as(result.findings().toString()).isTrue();
        assertThat(result.balanced() && !result.unreadable() && result.rejects().isEmpty())
                .as("as if it were good")
                .isFalse();
        if (breakage == Breakage.PACKED) {
            assertThat(result.rejects()).singleElement().asString().contains("BNK-2006");
        }
        if (breakage == Breakage.HASH || breakage == Breakage.COUNT) {
            assertThat(result.findings()).as("and nothing else").hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"account-master", "daily-transactions"})
    void aFileThatIsNotTheNextOneIsNotInTurn(String name) throws IOException {
        Feed feed = Feed.load(SAMPLES.resolve(name));

        assertThat(checked(feed, 10, Optional.empty())
                        .turn()
                        .orElseThrow()
                        .place()
                        .isInTurn())
                .isTrue();
        assertThat(checked(feed, 10, Optional.of(Breakage.SEQUENCE))
                        .turn()
                        .orElseThrow()
                        .place()
                        .isInTurn())
                .isFalse();
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws IOException {
        Feed feed = Feed.load(SAMPLES.resolve("daily-transactions"));

        assertThat(bytes(feed, 50, 7, Optional.empty())).isEqualTo(bytes(feed, 50, 7, Optional.empty()));
        assertThat(bytes(feed, 50, 7, Optional.empty())).isNotEqualTo(bytes(feed, 50, 8, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "branch-deposits, hash",
        "branch-deposits, count",
        "branch-deposits, sequence",
        "branch-deposits, packed"
    })
    void whatAFeedDoesNotHaveCannotBeBroken(String name, String way) {
        Feed feed = Feed.load(SAMPLES.resolve(name));

        assertThatThrownBy(() -> bytes(feed, 10, 1, Optional.of(Breakage.of(way))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found none");
    }

    @Test
    void occurrencesAndWhatRecordsCarryAreMadeToo() throws IOException {
        Feed feed = feed("framing: lines", "L-COUNT >= 1");

        CheckResult result = checked(feed, 40, Optional.empty());

        assertThat(result.rejects()).isEmpty();
        assertThat(result.findings()).isEmpty();
        assertThat(result.counts().events()).isGreaterThan(result.counts().published());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ lines: { skip-first: 3, skip-last: 2 } }",
                "{ lines: { width: 40 } }",
                "{ lines: { blocked: 1012+2 } }",
                "{ rdw: { zero-word: ends-file } }",
                "{ rdw: { blocked: 1012+2 } }",
                "{ rdw: { skip-last: 5 } }",
                "bdw",
                "{ bdw: { word: 00LL, endian: little, inclusive: false } }",
                "{ bdw: { block-inclusive: false } }",
            })
    void everyFramingThatIsReadIsWrittenToo(String framing) throws IOException {
        Feed feed = feed("framing: " + framing, "L-COUNT >= 1");

        CheckResult result = checked(feed, 60, Optional.empty());
        CheckResult cut = checked(feed, 20, Optional.of(Breakage.CUT));

        assertThat(result.unreadable()).isFalse();
        assertThat(result.balanced()).isTrue();
        assertThat(result.rejects()).isEmpty();
        assertThat(result.counts().read()).isEqualTo(60);
        assertThat(cut.findings().isEmpty() && cut.rejects().isEmpty())
                .as("cut")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ length-field: { field: LEN } }",
                "{ length-field: { field: LEN, add: 4 } }",
                "{ by-type: { field: KIND, lengths: P=24 S=30 } }",
            })
    void recordsThatTellTheirLengthTellTheRightOne(String framing) throws IOException {
        Feed feed = money(framing, "'EUR'", "'EUR'");

        CheckResult result = checked(feed, 100, Optional.empty());

        assertThat(result.findings()).isEmpty();
        assertThat(result.rejects()).isEmpty();
        assertThat(result.counts().read()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "'JPY', 'JPY', '[0-9]+'",
        "'KWD', 'KWD', '[0-9]+\\.[0-9]{2}[1-9]'",
        "CCY, 'CHF', '[0-9]+\\.[0-9]{2}'",
    })
    void amountsHaveTheDecimalsOfTheirCurrency(String ofOne, String ofOther, String amount) throws IOException {
        String one = ofOne.length() == 3 && !ofOne.equals("CCY") ? "'" + ofOne + "'" : ofOne;
        Feed feed = money("lines", one, "'" + ofOther + "'");

        List<String> amounts = events(feed, 80).stream()
                .filter(event -> event instanceof Event.MoneyDeposited)
                .map(event -> ((Event.MoneyDeposited) event).amount())
                .map(Money::amount)
                .toList();

        assertThat(checked(feed, 80, Optional.empty()).rejects()).isEmpty();
        assertThat(amounts).isNotEmpty().allSatisfy(each -> assertThat(each).matches(amount));
    }

    private static List<Event> events(Feed feed, long records) throws IOException {
        List<Event> events = new ArrayList<>();
        byte[] bytes = bytes(feed, records, 1, Optional.empty());
        FileName name = maker(feed, records, 1, Optional.empty()).name();
        Sink sink = new Sink() {
            @Override
            public void event(Event event, int index) {
                events.add(event);
            }

            @Override
            public void entry(Entry entry) {
                throw new AssertionError(entry);
            }

            @Override
            public void rejected(Reject reject) {
                throw new AssertionError(reject.reason());
            }
        };
        try (BatchReader reader =
                feed.read(new BatchInput(name, OptionalLong.empty()), new ByteArrayInputStream(bytes), Pass.PUBLISH)) {
            boolean isThere = reader.next(sink);
            while (isThere) {
                isThere = reader.next(sink);
            }
        } catch (FramingException none) {
            throw new AssertionError(none);
        }
        return events;
    }

    /** Two kinds of records: deposits in one currency, withdrawals in another one. */
    private Feed money(String framing, String ofDeposits, String ofWithdrawals) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("m"));
        Files.writeString(folder.resolve("R.cpy"), """
                 01  R.
                     05  LEN   PIC 9(4).
                     05  KIND  PIC X.
                     05  ACCT  PIC 9(6).
                     05  CCY   PIC X(3).
                     05  AMT   PIC 9(7)V999.
                """);
        Files.writeString(folder.resolve("feed.yaml"), """
                feed: m
                input: { files: "F{sequence}-*", copybook: R.cpy, encoding: us-ascii, framing: %s }
                records:
                  in:  { when: KIND = 'P', event: MoneyDeposited, key: ACCT, data: { amount: "AMT | money %s" } }
                  out: { when: KIND = 'S', event: MoneyWithdrawn, key: ACCT, data: { amount: "AMT | money %s" } }
                """.formatted(framing, ofDeposits, ofWithdrawals));
        return Feed.load(folder);
    }

    @Test
    void aConditionThatCannotBeBroughtAboutIsAnError() throws IOException {
        Feed feed = feed("framing: lines", "L-COUNT = 1 and L-COUNT = 2");

        assertThatThrownBy(() -> bytes(feed, 10, 1, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected to make a record of the rule 'lines'");
    }

    private Feed feed(String framing, String when) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("f"));
        Files.writeString(folder.resolve("R.cpy"), """
                 01  R.
                     05  R-TYPE           PIC X.
                     05  R-BODY           PIC X(30).
                     05  R-BRANCH REDEFINES R-BODY.
                         10  B-CCY        PIC X(3).
                         10  B-SIGN       PIC 9.
                     05  R-LINES REDEFINES R-BODY.
                         10  L-ACCT       PIC X(8).
                         10  L-COUNT      PIC 9.
                         10  L-LINE OCCURS 1 TO 3 DEPENDING ON L-COUNT.
                             15  L-AMOUNT PIC 9(3)V99.
                             15  L-KIND   PIC X.
                """);
        Files.writeString(folder.resolve("feed.yaml"), """
                feed: f
                input: { files: "F{sequence}-*", copybook: R.cpy, encoding: us-ascii, %s }
                records:
                  branch: { when: R-TYPE <> 'L' and B-SIGN < 5, carry: [B-CCY], role: skip }
                  lines:
                    when: R-TYPE = 'L' and %s
                    each: L-LINE(*)
                    event: MoneyDeposited
                    key: L-ACCT
                    data: { amount: L-AMOUNT(*) | money B-CCY, text: L-KIND(*) | map A=alpha B=beta }
                """.formatted(framing, when));
        return Feed.load(folder);
    }

    private static CheckResult checked(Feed feed, long records, Optional<Breakage> broken) throws IOException {
        byte[] bytes = bytes(feed, records, 1, broken);
        FileName name = maker(feed, records, 1, broken).name();
        BatchInput input = new BatchInput(name, OptionalLong.of(0));
        return Check.of(feed, input, new ByteArrayInputStream(bytes), () -> new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(Feed feed, long records, long seed, Optional<Breakage> broken) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        maker(feed, records, seed, broken).write(bytes);
        return bytes.toByteArray();
    }

    private static FileMaker maker(Feed feed, long records, long seed, Optional<Breakage> broken) {
        return feed.maker(new FileMaker.Wish(records, 20, seed, LocalDate.of(2026, 11, 28), 1, broken));
    }
}

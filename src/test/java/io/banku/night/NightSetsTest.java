package io.banku.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.feed.FeedCatalog;
import io.banku.feed.FeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nights.yaml} is read as strictly as a feed's definition. */
class NightSetsTest {
    private static FeedCatalog feeds;

    @TempDir
    private Path folder;

    @BeforeAll
    static void loadFeeds() {
        feeds = FeedCatalog.load(Path.of("sample-mainframe-files"));
    }

    @Test
    void aNightIsItsFeedsFromADayOn() throws IOException {
        write("""
                nights:
                  core:
                    from: 2026-11-20
                    feeds: [account-master, daily-transactions]
                """);

        assertThat(NightSets.load(folder, feeds))
                .containsExactly(new NightSet(
                        "core", LocalDate.parse("2026-11-20"), List.of("account-master", "daily-transactions")));
    }

    @Test
    void withoutTheFileThereIsNoNight() {
        assertThat(NightSets.load(folder, feeds)).isEmpty();
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithLineAndColumn() throws IOException {
        write("""
                night: x
                nights:
                  Core:
                    from: 20.11.2026
                    feeds: [account-mastr, daily-transactions, daily-transactions]
                    fedes: []
                  empty:
                    from:  2026-13-20
                    feeds: []
                  none:
                    feeds: daily-transactions
                """);

        assertThatThrownBy(() -> NightSets.load(folder, feeds))
                .isInstanceOf(FeedException.class)
                .satisfies(refused -> assertThat(((FeedException) refused).faults())
                        .extracting(fault ->
                                fault.file() + ":" + fault.line() + ":" + fault.column() + ": " + fault.message())
                        .containsExactly(
                                "nights.yaml:1:1: unknown key 'night' in nights; did you mean nights? (expected nights)",
                                "nights.yaml:3:3: expected a night's name, of a-z, 0-9 and -, 64 at most, found 'Core'",
                                "nights.yaml:4:11: expected the first business date that is closed, as 2026-11-20, found"
                                        + " '20.11.2026'",
                                "nights.yaml:5:13: BNK-3065 expected a feed, found 'account-mastr', of which there is no"
                                        + " folder; did you mean account-master? (expected account-master, branch-deposits"
                                        + " or daily-transactions)",
                                "nights.yaml:5:48: 'daily-transactions' is given twice in the night",
                                "nights.yaml:6:5: unknown key 'fedes' in 'Core'; did you mean feeds? (expected from or"
                                        + " feeds)",
                                "nights.yaml:8:12: expected the first business date that is closed, as 2026-11-20, found"
                                        + " '2026-13-20'",
                                "nights.yaml:9:12: expected feeds in the night, found none",
                                "nights.yaml:11:5: 'from' is missing in 'none'",
                                "nights.yaml:11:12: expected a list for 'feeds', found the text 'daily-transactions'"));
    }

    @Test
    void aFeedWhoseFilesHaveNoDateIsInNoNight() throws IOException {
        Path undated = Files.createDirectories(folder.resolve("undated"));
        Files.writeString(undated.resolve("U.cpy"), "       01  U.\n           05  U-ACCT    PIC 9(4).\n");
        Files.writeString(undated.resolve("feed.yaml"), """
                feed: undated
                input: { files: U.*, copybook: U.cpy, encoding: us-ascii, framing: fixed }
                records:
                  in: { event: AccountClosed, key: U-ACCT }
                """);
        write("""
                nights:
                  core: { from: 2026-11-20, feeds: [undated] }
                """);

        assertThatThrownBy(() -> NightSets.load(folder, FeedCatalog.load(folder)))
                .hasMessage(
                        "nights.yaml:2:37: BNK-3066 expected a feed whose files' names have a {date:PATTERN}, which is the"
                                + " business date, found undated (U.*)");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("nights.yaml"), text);
    }
}

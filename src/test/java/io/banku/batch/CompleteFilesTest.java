package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.feed.FeedCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a file in the inbox is complete. The clock moves when a test says so. */
class CompleteFilesTest {

    @TempDir
    Path folder;

    private final SteppingClock clock = new SteppingClock();
    private CompleteFiles files;

    @BeforeEach
    void makeAFeedOfEachKind() throws IOException {
        feed("keeps-still", "KEEP*", "ready: stable 2s");
        feed("done-file", "DONE*", "ready: done-file");
        feed("renamed", "NAME*", "ready: rename");
        feed("half-of-a-pair", "PAIR*", "ready: rename");
        feed("other-half", "*PAIR", "ready: rename");
        feed("says-nothing", "PAUSE*", "");
        files = new CompleteFiles(FeedCatalog.load(folder.resolve("feeds")), clock);
    }

    private void feed(String name, String pattern, String ready) throws IOException {
        Path feed = Files.createDirectories(folder.resolve("feeds").resolve(name));
        Files.writeString(feed.resolve("LINE.cpy"), "       01  LINE-RECORD.\n           05  L-ACCT  PIC 9(10).\n");
        Files.writeString(feed.resolve("feed.yaml"), """
                feed: %s
                input:
                  files:    "%s"
                  %s
                  copybook: LINE.cpy
                  encoding: us-ascii
                  framing:  lines
                records:
                  closed: { event: AccountClosed, key: L-ACCT, data: {} }
                """.formatted(name, pattern, ready));
    }

    @Test
    void aFileIsCompleteWhenItHasKeptStillForAsLongAsItsFeedSays() throws IOException {
        Path file = written("KEEP.1");
        assertThat(files.isComplete(file)).isFalse();

        clock.advance(Duration.ofMillis(1_999));
        assertThat(files.isComplete(file)).isFalse();

        clock.advance(Duration.ofMillis(1));
        assertThat(files.isComplete(file)).isTrue();
    }

    @Test
    void aFileThatGrowsIsWatchedFromTheBeginningAgain() throws IOException {
        Path file = written("KEEP.1");
        files.isComplete(file);
        clock.advance(Duration.ofSeconds(2));
        FileTime written = Files.getLastModifiedTime(file);
        Files.writeString(file, "more", StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, written);
        assertThat(files.isComplete(file)).isFalse();

        clock.advance(Duration.ofSeconds(1));
        assertThat(files.isComplete(file)).isFalse();

        clock.advance(Duration.ofSeconds(1));
        assertThat(files.isComplete(file)).isTrue();
    }

    @Test
    void aFileThatIsRewrittenWithTheSameSizeIsWatchedFromTheBeginningAgain() throws IOException {
        Path file = written("KEEP.1");
        files.isComplete(file);
        clock.advance(Duration.ofSeconds(2));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-20T23:00:00Z")));

        assertThat(files.isComplete(file)).isFalse();
    }

    @Test
    void anotherFileInItsPlaceIsWatchedFromTheBeginning() throws IOException {
        Path file = written("KEEP.1");
        FileTime written = Files.getLastModifiedTime(file);
        files.isComplete(file);
        clock.advance(Duration.ofSeconds(2));
        Path other = Files.copy(file, folder.resolve("other"));
        Files.setLastModifiedTime(other, written);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertThat(files.isComplete(file)).isFalse();
    }

    @Test
    void aWriterMayPauseForNineSecondsWhereTheFeedSaysNothing() throws IOException {
        Path file = written("PAUSE.1");
        assertThat(files.isComplete(file)).isFalse();

        clock.advance(Duration.ofMillis(9_999));
        assertThat(files.isComplete(file)).isFalse();

        clock.advance(Duration.ofMillis(1));
        assertThat(files.isComplete(file)).isTrue();
    }

    @Test
    void aFileOfTheSameNameThatComesLaterIsWatchedFromTheBeginning() throws IOException {
        Path file = written("KEEP.1");
        files.isComplete(file);
        clock.advance(Duration.ofSeconds(2));
        assertThat(files.isComplete(file)).isTrue();
        Files.delete(file);
        assertThat(files.isComplete(written("KEEP.1"))).isFalse();
    }

    @Test
    void aFileThatIsGoneIsNotComplete() throws IOException {
        Path file = written("KEEP.1");
        files.isComplete(file);
        Files.delete(file);
        clock.advance(Duration.ofSeconds(2));

        assertThat(files.isComplete(file)).isFalse();
    }

    @Test
    void aFileWithADoneFileIsCompleteWhenThatLiesBesideIt() throws IOException {
        Path file = written("DONE.1");
        clock.advance(Duration.ofHours(1));
        assertThat(files.isComplete(file)).isFalse();

        Path done = written("DONE.1.done");

        assertThat(files.isComplete(file)).isTrue();
        assertThat(files.isComplete(done)).isFalse();
    }

    @Test
    void aFileThatIsRenamedIntoPlaceIsCompleteAtOnce() throws IOException {
        assertThat(files.isComplete(written("NAME.1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {".NAME.1", "NAME.1.tmp", "NAME.1.part", "NAME.1.filepart"})
    void aNameThatSaysThatItIsStillWrittenIsNeverComplete(String name) throws IOException {
        Path file = written(name);
        assertThat(files.isComplete(file)).isFalse();

        clock.advance(Duration.ofDays(1));

        assertThat(files.isComplete(file)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAYROLL.XYZ", "PAIR.PAIR"})
    void aFileThatNoFeedOrMoreThanOneClaimsHasToKeepStillForThreeSeconds(String name) throws IOException {
        Path file = written(name);
        assertThat(files.isComplete(file)).isFalse();

        clock.advance(Duration.ofMillis(2_999));
        assertThat(files.isComplete(file)).isFalse();

        clock.advance(Duration.ofMillis(1));
        assertThat(files.isComplete(file)).isTrue();
    }

    private Path written(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "0000004711\n");
    }

    private static final class SteppingClock implements LongSupplier {
        private long now = Long.MAX_VALUE - 1_000_000;

        void advance(Duration time) {
            now += time.toNanos();
        }

        @Override
        public long getAsLong() {
            return now;
        }
    }
}

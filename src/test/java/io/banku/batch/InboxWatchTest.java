package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.banku.feed.FeedCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies in the inbox and is no file that a feed can have. The clock moves when a test says so. */
class InboxWatchTest {
    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();
    private Path inbox;
    private InboxWatch watch;

    @BeforeEach
    void makeAFeedWithDoneFiles() throws IOException {
        Path feed = Files.createDirectories(folder.resolve("feeds/paired"));
        Files.writeString(feed.resolve("LINE.cpy"), "       01  LINE-RECORD.\n           05  L-ACCT  PIC 9(10).\n");
        Files.writeString(feed.resolve("feed.yaml"), """
                feed: paired
                input:
                  files:    "PAIR*"
                  ready:    done-file
                  copybook: LINE.cpy
                  encoding: us-ascii
                  framing:  lines
                records:
                  closed: { event: AccountClosed, key: L-ACCT, data: {} }
                """);
        FeedCatalog feeds = FeedCatalog.load(folder.resolve("feeds"));
        Directories directories = new Directories(folder.resolve("data"), folder.resolve("inbox"));
        inbox = directories.inbox();
        Intake intake = new Intake(feeds, directories, clock, new BatchObserver() {}, arrived -> {});
        watch = new InboxWatch(directories, feeds, intake, clock);
    }

    @Test
    void linksAndPipesArePutAsideAndNeverOpened() throws Exception {
        Path precious = Files.writeString(folder.resolve("precious"), "of somebody else");
        Files.createSymbolicLink(inbox.resolve("PAIR.link"), precious);
        Files.createSymbolicLink(inbox.resolve("dangling"), folder.resolve("nowhere"));
        Files.createSymbolicLink(inbox.resolve("to-a-directory"), folder);
        run("mkfifo", inbox.resolve("pipe").toString());
        written("PAIR.link.done");

        lookAfter(Duration.ZERO, Duration.ofSeconds(10));

        assertThat(watch.isReady(inbox.resolve("PAIR.link"))).isFalse();
        assertThat(aside()).hasSize(4).allSatisfy(put -> assertThat(note(put)).contains("BNK-4051"));
        assertThat(precious).hasContent("of somebody else");
    }

    @Test
    void aNameOfBytesThatAreNoCharactersIsPutAside() throws Exception {
        run("sh", "-c", "cd \"$0\" && printf x > \"$(printf 'PAIR\\351')\"", inbox.toString());

        lookAfter(Duration.ZERO, Duration.ofSeconds(3));
        Files.list(inbox).forEach(file -> assertThat(watch.isReady(file)).isFalse());
        run("sh", "-c", "cd \"$0\" && printf x > \"$(printf 'unclaimed\\351')\"", inbox.toString());
        lookAfter(Duration.ZERO, Duration.ofSeconds(10));

        assertThat(aside()).hasSize(2).allSatisfy(put -> assertThat(note(put)).contains("BNK-4053"));
    }

    @Test
    void aDirectoryIsToldForAsLongAsItLiesThere() throws Exception {
        Path directory = Files.createDirectory(inbox.resolve("20261120"));

        watch.look();

        assertThat(watch.standing()).singleElement().satisfies(standing -> {
            assertThat(standing.code()).isEqualTo("BNK-4052");
            assertThat(standing.file()).isEqualTo("20261120");
        });
        Files.delete(directory);
        watch.look();
        assertThat(watch.standing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PAIR.1, , BNK-4058, paired",
        "PAIR.1, PAIR.1.Done, BNK-4058, paired",
        "PAIR.2.done, , BNK-4059, paired",
        "PAIR.3.done.TMP, , BNK-4061, paired",
        "OTHER.PART, , BNK-4061, ",
    })
    void whatWaitsIsToldWithWhy(String file, String beside, String code, String feed) throws Exception {
        written(file);
        if (beside != null) {
            written(beside);
        }

        lookAfter(Duration.ZERO, Duration.ofSeconds(60));

        assertThat(watch.isReady(inbox.resolve(file))).isFalse();
        assertThat(watch.standing()).anySatisfy(standing -> {
            assertThat(standing.file()).isEqualTo(file);
            assertThat(standing.code()).isEqualTo(code);
            assertThat(standing.feed()).isEqualTo(feed);
            assertThat(standing.since()).isEqualTo(clock.instant().minusSeconds(60));
        });
    }

    @Test
    void aDoneFileThatIsOlderThanItsFileDoesNotCount() throws Exception {
        Path file = written("PAIR.1");
        Path done = written("PAIR.1.done");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-20T22:00:00Z")));
        Files.setLastModifiedTime(done, FileTime.from(Instant.parse("2026-11-20T21:59:59Z")));

        lookAfter(Duration.ZERO, Duration.ofSeconds(60));

        assertThat(watch.isReady(file)).isFalse();
        assertThat(watch.standing())
                .anySatisfy(standing -> assertThat(standing.code()).isEqualTo("BNK-4060"));
        Files.setLastModifiedTime(done, Files.getLastModifiedTime(file));
        assertThat(watch.isReady(file)).isTrue();
    }

    @Test
    void aDoneFileInCapitalsCountsAndGoesWithItsFile() throws Exception {
        Path file = written("PAIR.1");
        written("PAIR.1.DONE");

        assertThat(watch.isReady(file)).isTrue();
        watch.take(file);

        assertThat(inbox).isEmptyDirectory();
        assertThat(folder.resolve("data/arrived/paired")).isDirectoryRecursivelyContaining("glob:**/PAIR.1");
    }

    @Test
    void whatArrivedForAFeedThatIsNoMoreIsTold() throws Exception {
        Files.createDirectories(folder.resolve("data/arrived/closed-branch/20261120T000000.000-00000001"));

        watch.look();

        assertThat(watch.standing()).singleElement().satisfies(standing -> {
            assertThat(standing.code()).isEqualTo("BNK-4062");
            assertThat(standing.feed()).isEqualTo("closed-branch");
        });
    }

    @Test
    void whatNobodyTakesFromTheArrivalsForAMinuteIsTold() throws Exception {
        Path arrival = folder.resolve("data/arrived/paired/20261120T221500.000-00000001");
        Files.writeString(Files.createDirectories(arrival).resolve("PAIR.1"), "0000000001\n");
        Files.setLastModifiedTime(arrival, FileTime.from(clock.instant()));

        lookAfter(Duration.ofSeconds(59));
        assertThat(watch.standing()).isEmpty();
        lookAfter(Duration.ofSeconds(2));

        assertThat(watch.standing()).singleElement().satisfies(standing -> {
            assertThat(standing.code()).isEqualTo("BNK-4064");
            assertThat(standing.feed()).isEqualTo("paired");
            assertThat(standing.why()).contains("1 that wait in arrived/paired");
        });
    }

    @Test
    void aFileThatTwoFeedsClaimIsPutAside() throws Exception {
        Path other = Files.createDirectories(folder.resolve("feeds/pairs"));
        for (String file : List.of("LINE.cpy", "feed.yaml")) {
            String text = Files.readString(folder.resolve("feeds/paired").resolve(file));
            Files.writeString(
                    other.resolve(file),
                    text.replace("feed: paired", "feed: pairs").replace("PAIR*", "PAIR.1*"));
        }
        FeedCatalog both = FeedCatalog.load(folder.resolve("feeds"));
        Directories directories = new Directories(folder.resolve("data"), folder.resolve("inbox"));

        new Intake(both, directories, clock, new BatchObserver() {}, arrived -> {}).take(written("PAIR.1"));

        assertThat(aside())
                .singleElement()
                .satisfies(put -> assertThat(note(put)).contains("BNK-4011", "paired", "pairs"));
    }

    @Test
    void theInboxMayNotLieOnAnotherFileSystem() throws Exception {
        Path elsewhere = Path.of("/dev/shm");
        assumeThat(elsewhere).isWritable();
        assumeThat(Files.getFileStore(elsewhere)).isNotEqualTo(Files.getFileStore(folder));
        Path other = Files.createTempDirectory(elsewhere, "inbox");
        try {
            assertThatThrownBy(() -> new Directories(folder.resolve("data"), other))
                    .hasMessageContaining("BNK-4001 expected banku.inbox and banku.data on one file system")
                    .hasMessageContaining(other.toString());
        } finally {
            Files.delete(other);
        }
    }

    @Test
    void aFileWithTheNameOfItsOwnNoteKeepsItsBytes() throws Exception {
        Path file = Files.writeString(inbox.resolve("report.json"), "the mainframe's");

        watch.take(file);

        Path put = aside().get(0);
        assertThat(put.resolve("report.json")).hasContent("the mainframe's");
        assertThat(put.resolve("banku-report.json")).content().contains("BNK-4010");
    }

    @Test
    void whatCannotBeTakenIsLeftAloneForAWhileAndTold() throws Exception {
        Path file = written("PAIR.1");
        written("PAIR.1.done");
        Files.createDirectories(folder.resolve("data"));
        Path inTheWay = Files.writeString(folder.resolve("data/arrived"), "a file where a folder belongs");

        watch.take(file);
        watch.look();

        assertThat(watch.isReady(file)).isFalse();
        assertThat(watch.standing())
                .anySatisfy(standing -> assertThat(standing.code()).isEqualTo("BNK-4054"));
        Files.delete(inTheWay);
        clock.advance(Duration.ofSeconds(1));
        assertThat(watch.isReady(file)).isTrue();
        watch.take(file);
        watch.look();
        assertThat(watch.standing()).isEmpty();
    }

    private void lookAfter(Duration... pauses) throws IOException {
        for (Duration pause : pauses) {
            clock.advance(pause);
            watch.look();
        }
    }

    private Path written(String name) throws IOException {
        return Files.writeString(inbox.resolve(name), "0000000001\n");
    }

    private List<Path> aside() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("data/refused/unclaimed"))) {
            return folders.toList();
        }
    }

    private static String note(Path put) {
        try (Stream<Path> files = Files.list(put)) {
            Path report = files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> file.endsWith("report.json"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(report);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}

package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.feed.FeedCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed that does not compile at the start: its files wait, and all others are taken. */
class BrokenFeedTest {
    private static final String DEFINITION = """
            feed: %s
            input: { files: "%s*", ready: rename, copybook: R.cpy, encoding: us-ascii, framing: lines }
            %s:
              closed: { event: AccountClosed, key: ACCT }
            """;

    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();

    @BeforeEach
    void makeAGoodFeed() throws IOException {
        feed("good", DEFINITION.formatted("good", "GOOD", "records"));
    }

    @Test
    void aFileThatMayBeOfABrokenFeedWaitsInTheInboxAndIsTold() throws IOException {
        feed("bad", DEFINITION.formatted("bad", "BAD", "record"));
        InboxWatch watch = watch();
        Path good = arrived("GOOD1");
        Path bad = arrived("BAD1");
        Path nobodys = arrived("OTHER1");

        clock.advance(Duration.ofSeconds(20));
        watch.look();

        assertThat(watch.isReady(good)).isTrue();
        assertThat(watch.isReady(bad)).isFalse();
        assertThat(told(watch)).contains("feed bad null BNK-3108").doesNotContain("inbox null OTHER1 BNK-3108");
        clock.advance(Duration.ofSeconds(20));
        watch.look();
        assertThat(told(watch)).contains("inbox null BAD1 BNK-3108");
        assertThat(watch.standing())
                .filteredOn(standing -> "BAD1".equals(standing.file()))
                .singleElement()
                .satisfies(standing -> assertThat(standing.why())
                        .contains(
                                "expected a definition of feed bad that compiles", "bad/feed.yaml:3:1", "BAD1 may be"));
        assertThat(nobodys).exists();
    }

    @Test
    void whereItsFilesCannotBeKnownNoFileIsRefusedThatMightBeOne() throws IOException {
        feed("bad", "feed: [");
        InboxWatch watch = watch();
        Path good = arrived("GOOD1");
        Path nobodys = arrived("OTHER1");

        watch.look();
        clock.advance(Duration.ofSeconds(20));
        watch.look();

        assertThat(watch.isReady(good)).isTrue();
        assertThat(watch.isReady(nobodys)).isFalse();
        assertThat(told(watch)).contains("inbox null OTHER1 BNK-3108");
    }

    private static List<String> told(InboxWatch watch) {
        return watch.standing().stream()
                .map(standing ->
                        standing.where() + " " + standing.feed() + " " + standing.file() + " " + standing.code())
                .toList();
    }

    private InboxWatch watch() throws IOException {
        FeedCatalog feeds = FeedCatalog.loadGood(folder.resolve("feeds"));
        Directories directories = new Directories(folder.resolve("data"), folder.resolve("inbox"));
        Intake intake = new Intake(feeds, directories, clock, new BatchObserver() {}, arrived -> {});
        return new InboxWatch(directories, feeds, intake, clock);
    }

    private Path arrived(String name) throws IOException {
        return Files.writeString(folder.resolve("inbox").resolve(name), "1\n");
    }

    private void feed(String name, String definition) throws IOException {
        Path feed = Files.createDirectories(folder.resolve("feeds").resolve(name));
        Files.writeString(feed.resolve("R.cpy"), "       01  R.\n           05  ACCT  PIC 9(10).\n");
        Files.writeString(feed.resolve("feed.yaml"), definition);
    }
}

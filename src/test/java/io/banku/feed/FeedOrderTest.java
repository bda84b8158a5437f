package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code after}: what is wrong with it is told at the load, with line and column, and stops no other feed. */
class FeedOrderTest {
    @TempDir
    Path feeds;

    @Test
    void oneOrSeveralFeedsAreBeforeIt() throws IOException {
        feed("a", "A.{date:yyyyMMdd}", "");
        feed("b", "B.{date:yyyyMMdd}", "after: a");
        feed("c", "C.{date:yyyyMMdd}", "after: [b, a]");

        FeedCatalog all = FeedCatalog.load(feeds);

        assertThat(all.feed("c").orElseThrow().terms().feedsBefore()).containsExactly("b", "a");
    }

    @Test
    void whatCannotBeIsAFaultOfTheFeedThatSaysIt() throws IOException {
        feed("good", "G.{date:yyyyMMdd}", "");
        feed("itself", "I.{date:yyyyMMdd}", "after: itself");
        feed("one", "ONE.{date:yyyyMMdd}", "after: two");
        feed("two", "TWO.{date:yyyyMMdd}", "after: [good, three]");
        feed("three", "THREE.{date:yyyyMMdd}", "after: one");
        feed("unknown", "U.{date:yyyyMMdd}", "after: goood");
        feed("undated", "N.TXT", "");
        feed("behind-undated", "B.{date:yyyyMMdd}", "after: undated");
        feed("dateless", "D.TXT", "after: good");
        feed("twice", "T.{date:yyyyMMdd}", "after: [good, good]");
        feed("behind-broken", "X.{date:yyyyMMdd}", "after: twice");

        FeedCatalog all = FeedCatalog.loadGood(feeds);

        assertThat(all.feeds()).extracting(Feed::name).containsExactly("behind-broken", "good", "undated");
        assertThat(all.broken().stream().flatMap(feed -> feed.faults().stream()).map(Object::toString))
                .containsExactlyInAnyOrder(
                        "itself/feed.yaml:7:8: expected another feed in 'after', found itself itself",
                        "one/feed.yaml:7:8: expected no circle in 'after', found one after two after three after one",
                        "two/feed.yaml:7:15: expected no circle in 'after', found two after three after one after two",
                        "three/feed.yaml:7:8: expected no circle in 'after', found three after one after two after three",
                        "unknown/feed.yaml:7:8: expected a feed in 'after', one of [behind-broken, behind-undated, good,"
                                + " itself, one, three, two, undated], found goood",
                        "behind-undated/feed.yaml:7:8: expected a feed in 'after' with {date:PATTERN} in its 'files',"
                                + " found undated (N.TXT)",
                        "dateless/feed.yaml:7:8: expected {date:PATTERN} in 'files' of a feed that is after another, which"
                                + " is of the same date, found D.TXT",
                        "twice/feed.yaml:7:15: expected each feed once, found good again");
    }

    /** On the first day of both, each would wait for the other. */
    @Test
    void aReferenceIsNotAfterAFeedThatLooksItUp() throws IOException {
        reference("cards", "after: postings");
        feed(
                "postings",
                "P.{date:yyyyMMdd}",
                "",
                "posted: { event: AccountClosed, key: R-ACCT | lookup cards, data: {} }");

        FeedCatalog all = FeedCatalog.loadGood(feeds);

        assertThat(all.broken().stream().flatMap(feed -> feed.faults().stream()).map(Object::toString))
                .contains(
                        "cards/feed.yaml:7:8: expected no circle in 'after', found cards after postings, which looks up"
                                + " cards");
    }

    private void reference(String name, String after) throws IOException {
        feed(name, "C.{date:yyyyMMdd}", after, "card: { key: R-ACCT, value: R-ACCT }");
        Path yaml = feeds.resolve(name).resolve("feed.yaml");
        Files.writeString(yaml, Files.readString(yaml) + "role: reference\n");
    }

    private void feed(String name, String files, String after) throws IOException {
        feed(name, files, after, "header: { when: R-ACCT = '0000000000', role: skip }");
    }

    private void feed(String name, String files, String after, String rule) throws IOException {
        Path folder = Files.createDirectories(feeds.resolve(name));
        Files.writeString(folder.resolve("R.cpy"), "       01  R.\n           05  R-ACCT PIC 9(10).\n");
        Files.writeString(folder.resolve("feed.yaml"), """
                feed: %s
                input:
                  files:    %s
                  copybook: R.cpy
                  encoding: us-ascii
                  framing:  lines
                %s
                records:
                  %s
                """.formatted(name, files, after, rule));
    }
}

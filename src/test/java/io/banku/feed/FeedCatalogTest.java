package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.copybook.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedCatalogTest {
    @TempDir
    Path directory;

    @Test
    void theFeedWhosePatternMatchesClaimsTheFile() {
        feed("deposits", "DEP*.TXT");
        feed("transactions", "TXN*.TXT");

        FeedCatalog catalog = FeedCatalog.load(directory);

        assertThat(catalog.feeds()).extracting(Feed::name).containsExactly("deposits", "transactions");
        assertThat(catalog.claim("TXN1.TXT").orElseThrow().feed().name()).isEqualTo("transactions");
        assertThat(catalog.claim("OTHER")).isEmpty();
        assertThat(catalog.patterns()).containsExactly("deposits (DEP*.TXT)", "transactions (TXN*.TXT)");
        assertThat(catalog.feed("deposits")).isPresent();
    }

    @Test
    void aFileThatTwoFeedsClaimBelongsToNeither() {
        feed("deposits", "DEP*.TXT");
        feed("everything", "*.TXT");
        FeedCatalog catalog = FeedCatalog.load(directory);

        assertThatThrownBy(() -> catalog.claim("DEP1.TXT"))
                .isInstanceOf(FeedCatalog.AmbiguousFileException.class)
                .hasMessage("expected one feed that claims DEP1.TXT, found deposits (DEP*.TXT) and everything (*.TXT)");
        assertThat(catalog.claim("OTHER.TXT")).isPresent();
    }

    @Test
    void theFaultsOfAllFeedsAreToldAtOnce() {
        feed("deposits", "{");
        feed("everything", "*.TXT");
        feed("transactions", "}");

        assertThatThrownBy(() -> FeedCatalog.load(directory))
                .asInstanceOf(InstanceOfAssertFactories.type(FeedException.class))
                .satisfies(broken -> assertThat(broken.faults())
                        .extracting(Fault::file)
                        .containsExactly("deposits/feed.yaml", "transactions/feed.yaml"));
    }

    @Test
    void aFeedThatDoesNotCompileStopsNoOtherOne() {
        feed("deposits", "DEP*.TXT");
        feed("transactions", "TXN*.TXT");
        broken("transactions", "records", "record");

        FeedCatalog catalog = FeedCatalog.loadGood(directory);

        assertThat(catalog.feeds()).extracting(Feed::name).containsExactly("deposits");
        assertThat(catalog.broken()).singleElement().satisfies(broken -> {
            assertThat(broken.name()).isEqualTo("transactions");
            assertThat(broken.faults()).isNotEmpty();
        });
        assertThat(catalog.mayBelongTo("TXN1.TXT")).isPresent();
        assertThat(catalog.mayBelongTo("OTHER.TXT")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"files: \"TXN*.TXT\"", "input", "{"})
    void whereTheFilesOfABrokenFeedCannotBeKnownAnyFileMayBeOne(String spoilt) {
        feed("deposits", "DEP*.TXT");
        feed("transactions", "TXN*.TXT");
        broken("transactions", spoilt, "}");

        FeedCatalog catalog = FeedCatalog.loadGood(directory);

        assertThat(catalog.claim("DEP1.TXT")).isPresent();
        assertThat(catalog.mayBelongTo("OTHER.TXT")).isPresent();
    }

    @Test
    void aDefinitionThatCannotBeReadIsABrokenFeedAndNone() throws IOException {
        feed("deposits", "DEP*.TXT");
        Files.createDirectories(directory.resolve("folder").resolve("feed.yaml"));
        Files.createSymbolicLink(
                Files.createDirectories(directory.resolve("dangling")).resolve("feed.yaml"), directory.resolve("gone"));
        Files.write(
                Files.createDirectories(directory.resolve("bytes")).resolve("feed.yaml"),
                new byte[] {(byte) 0xC3, 0, 1});
        Files.writeString(Files.createDirectories(directory.resolve("deep")).resolve("feed.yaml"), "[".repeat(200_000));
        Files.createDirectories(directory.resolve("no-feed"));
        Files.writeString(directory.resolve("README.md"), "no feed");

        FeedCatalog catalog = FeedCatalog.loadGood(directory);

        assertThat(catalog.broken())
                .extracting(FeedCatalog.Broken::name)
                .containsExactly("bytes", "dangling", "deep", "folder");
    }

    @Test
    void whereNoFeedCompilesThereIsNoCatalog() {
        feed("deposits", "{");

        assertThatThrownBy(() -> FeedCatalog.loadGood(directory)).isInstanceOf(FeedException.class);
    }

    @Test
    void whatAFeedWasCompiledFromStaysWhateverBecomesOfItsFolder() throws IOException {
        feed("deposits", "DEP*.TXT");
        Feed feed = FeedCatalog.load(directory).feeds().get(0);
        byte[] before = Files.readAllBytes(feed.sources().get(0));

        Files.writeString(feed.sources().get(0), "nonsense: {");
        Files.delete(feed.sources().get(1));

        assertThat(feed.content(feed.sources().get(0))).isEqualTo(before);
        assertThat(feed.content(feed.sources().get(1))).isNotEmpty();
    }

    @Test
    void aDirectoryWithoutAnyFeedIsAFault() {
        assertThatThrownBy(() -> FeedCatalog.load(directory.resolve("none")))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("expected folders with a feed.yaml, found none");
    }

    private void broken(String name, String from, String to) {
        Path definition = directory.resolve(name).resolve("feed.yaml");
        try {
            String good = Files.readString(definition);
            assertThat(good).contains(from);
            Files.writeString(definition, good.replace(from, to));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void feed(String name, String files) {
        new FeedFolder(directory, name)
                .with("REC.cpy", "       01  REC.\n           05  A PIC 9(10).\n")
                .with("feed.yaml", """
                        feed: %s
                        input: { files: "%s", copybook: REC.cpy, encoding: us-ascii, framing: lines }
                        records:
                          all: { event: AccountClosed, key: A }
                        """.formatted(name, files));
    }
}

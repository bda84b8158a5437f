package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.copybook.Fault;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void aDirectoryWithoutAnyFeedIsAFault() {
        assertThatThrownBy(() -> FeedCatalog.load(directory.resolve("none")))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("expected folders with a feed.yaml, found none");
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

package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed's copybook may copy members that lie beside it. */
class CopyMembersTest {
    private static final String FEED = """
            feed: f
            input: { files: F.TXT, copybook: REC.cpy, encoding: us-ascii, framing: lines }
            records:
              all: { role: skip }
            """;

    @TempDir
    Path parent;

    private FeedFolder folder(String member) {
        return new FeedFolder(parent, "f")
                .with("feed.yaml", FEED)
                .with("REC.cpy", "01 REC.\n COPY KEY REPLACING ==:T:== BY ==R==.\n")
                .with("key.cpy", member);
    }

    @Test
    void theyArePartOfTheDefinition() {
        Feed feed = folder("05 :T:-KEY PIC X(4).\n").load();

        assertThat(feed.sources())
                .extracting(source -> source.getFileName().toString())
                .containsExactly("feed.yaml", "REC.cpy", "key.cpy");
        assertThat(feed.sources()).allSatisfy(source -> assertThat(source).isRegularFile());
    }

    @Test
    void theirFaultsAreToldWithTheirOwnNameAndLine() {
        assertThat(folder("05 :T:-KEY PIC X(4).\n05 B PIC X SIGN LEADING.\n").faults())
                .containsExactly("key.cpy:2:17: expected SIGN on a DISPLAY number with S in its PICTURE, found PIC X");
    }
}

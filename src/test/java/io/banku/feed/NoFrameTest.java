package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file without header and trailer: what can be held against it all the same. */
class NoFrameTest {
    @TempDir
    Path directory;

    @Test
    void theSequenceInItsNameIsHeldAgainstTheOneBefore() {
        var folder = feed("files: 'A{sequence}'", "next: file.sequence = previous + 1");
        byte[] bytes = "1\n2\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(folder.read("A7", OptionalLong.of(6), bytes).control("next").state())
                .isEqualTo(ControlRow.State.CLOSED);
        assertThat(folder.read("A7", OptionalLong.of(5), bytes).control("next").state())
                .isEqualTo(ControlRow.State.BROKEN);
    }

    @Test
    void aNumberOfRecordsThatIsAlwaysTheSameIsHeldAgainstIt() {
        var folder = feed("files: A", "some: count() = 2");

        assertThat(folder.readLines("A", "1", "2").control("some").state()).isEqualTo(ControlRow.State.CLOSED);
        assertThat(folder.readLines("A", "1").control("some").state()).isEqualTo(ControlRow.State.BROKEN);
    }

    @Test
    void withoutControlsEveryFileThatDecodesCloses() {
        var read = feed("files: A", "").readLines("A", "1", "2");

        assertThat(read.reconciliation().controls()).isEmpty();
        assertThat(read.reconciliation().faults()).isEmpty();
        assertThat(read.events()).hasSize(2);
    }

    private FeedFolder feed(String files, String control) {
        return new FeedFolder(directory, "feed").with("R.cpy", """
                        000100 01  R.
                        000200     05  ACCT    PIC 9(01).
                        """).with("feed.yaml", """
                        feed: feed
                        input: { %s, copybook: R.cpy, encoding: us-ascii, framing: lines }
                        records:
                          r: { event: AccountClosed, key: ACCT }
                        %s
                        """.formatted(
                        files, control.isEmpty() ? "" : "controls: { " + control + " }"));
    }
}

package io.banku.batch;

import static io.banku.batch.Decision.Action.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file is written to after it was taken: what was not checked is not published, and it is told for ever. */
@Tag("long")
class WriterThatGoesOnTest extends DayFeedTest {
    /** 286,000 bytes: more than the block that is read and compared at once. */
    private static final DayFile LONG = DayFile.of("20261120", 7, 10_998);

    private static final String MORE = "D000000471100000000100   \n";

    @Test
    void recordsWrittenBeforeTheFirstChunkKeepAllOfItBack() throws Exception {
        Batch held = heldAfter(Steps.Point.CHECKED, this::append);

        assertThat(held.done()).isZero();
        assertThat(feed.published(held)).isEmpty();
        isCompletedWithItsOwnRecords(held);
    }

    @Test
    void recordsWrittenWhileItIsPublishedAreNotPublished() throws Exception {
        Batch held = heldAfter(Steps.Point.FIRST_CHUNK_IN_LOG, this::append);

        assertThat(feed.published(held)).isEqualTo(DayFeed.expected(LONG).subList(0, (int) held.done() - 1));
        isCompletedWithItsOwnRecords(held);
    }

    @Test
    void aFileThatIsCutWhileItIsPublishedIsHeld() throws Exception {
        Batch held = heldAfter(
                Steps.Point.FIRST_CHUNK_IN_LOG,
                file -> Files.writeString(
                        file, LONG.text().substring(0, LONG.text().length() - 26)));

        isCompletedWithItsOwnRecords(held);
    }

    @Test
    void aChangeOfWhatIsReadAlreadyIsFoundBeforeItIsSealed() throws Exception {
        Batch held = heldAfter(
                Steps.Point.FIRST_CHUNK_IN_LOG,
                file -> Files.writeString(file, LONG.withAmount(3, 1).text()));

        assertThat(held.done()).isBetween(50L, 10_999L);
        isCompletedWithItsOwnRecords(held);
    }

    @Test
    void aChangeBehindTheReaderIsFoundBeforeItIsSealed() throws Exception {
        Batch held = heldAfter(
                Steps.Point.BEFORE_LAST_CHUNK,
                file -> Files.writeString(file, LONG.withAmount(3, 1).text()));

        assertThat(held.done()).isEqualTo(10_950);
        isCompletedWithItsOwnRecords(held);
    }

    private interface Writer {
        void write(Path file) throws IOException;
    }

    private void append(Path file) throws IOException {
        for (int i = 0; i < 200; i++) {
            Files.writeString(file, MORE, StandardOpenOption.APPEND);
        }
    }

    private Batch heldAfter(Steps.Point point, Writer writer) throws IOException {
        StandStill there = new StandStill(point);
        feed.start(there);
        feed.arrives(LONG);
        there.awaitReached();
        writer.write(feed.fileOf(LONG));
        there.goOn();
        Batch held = feed.awaitsHeld(LONG.name(), HoldReason.FILE_CHANGED);
        assertThat(held.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("BNK-4003"));
        return held;
    }

    private void isCompletedWithItsOwnRecords(Batch held) throws Exception {
        feed.overwrite(LONG, LONG.text());
        feed.decide(held, RELEASE);
        Batch sealed = feed.awaits(LONG.name(), BatchState.SEALED);
        assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(LONG));
        assertThat(sealed.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("BNK-4003");
            assertThat(finding.released()).isNotNull();
        });
    }
}

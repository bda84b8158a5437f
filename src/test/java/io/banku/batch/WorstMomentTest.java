package io.banku.batch;

import static io.banku.batch.Decision.Action.REFUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.batch.Steps.Point;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * At every moment of a batch somebody changes its file or takes it away, the owner dies, an operator refuses what is held, and
 * the mainframe sends the file again: in the end each of its records is in the log once, and nothing of a refused batch is.
 */
@Tag("long")
class WorstMomentTest extends DayFeedTest {
    private static final DayFile FILE = DayFile.of("20261120", 1, 220);

    @ParameterizedTest
    @EnumSource
    void aFileThatIsChangedRefusedAndSentAgainIsPublishedOnce(Point point) throws Exception {
        isPublishedOnce(
                point, file -> Files.writeString(file, FILE.withAmount(3, 999).text()));
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsTakenAwayRefusedAndSentAgainIsPublishedOnce(Point point) throws Exception {
        isPublishedOnce(point, Files::delete);
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatGrowsIsRefusedAndSentAgainIsPublishedOnce(Point point) throws Exception {
        isPublishedOnce(point, file -> Files.writeString(file, FILE.text() + "D000000471100000000100   \n"));
    }

    private interface Mischief {
        void with(Path file) throws IOException;
    }

    private void isPublishedOnce(Point point, Mischief mischief) throws Exception {
        StandStill dead = new StandStill(point);
        feed.start(dead);
        feed.arrives(FILE);
        dead.awaitReached();
        mischief.with(feed.fileOf(FILE));
        feed.close();
        feed.start();

        await().atMost(DayFeed.PATIENCE)
                .until(() -> feed.places(FILE.name()).stream().noneMatch(place -> place.startsWith("arrived/"))
                        && feed.batches().stream()
                                .noneMatch(batch -> batch.state().isUnderWay()));
        for (Batch batch : held()) {
            feed.decide(batch, REFUSE);
            feed.awaitsAfter(batch);
        }
        feed.arrives(FILE);

        String id = Fingerprint.batchId(feed.name(), FILE.name(), sha256());
        await().atMost(DayFeed.PATIENCE)
                .until(() -> feed.batches().stream()
                        .anyMatch(batch -> batch.id().equals(id) && batch.state() == BatchState.SEALED));
        feed.close();
        holds(id);
    }

    private List<Batch> held() {
        return feed.batches().stream()
                .filter(batch -> batch.state() == BatchState.HELD)
                .toList();
    }

    private static String sha256() {
        return Fingerprint.hex(digestOf(FILE.text()));
    }

    private static MessageDigest digestOf(String text) {
        MessageDigest digest = Fingerprint.sha256();
        digest.update(text.getBytes(StandardCharsets.US_ASCII));
        return digest;
    }

    /** What has to be so whatever happened. */
    private void holds(String id) {
        assertThat(feed.batches()).allSatisfy(batch -> {
            if (batch.id().equals(id)) {
                assertThat(feed.published(batch)).isEqualTo(DayFeed.expected(FILE));
                assertThat(batch.counts()).isEqualTo(new Counts(222, 220, 0, 2, 220));
                assertThat(batch.done()).isEqualTo(222);
            } else {
                assertThat(batch.state()).isEqualTo(BatchState.REFUSED);
                assertThat(feed.published(batch)).isEmpty();
            }
        });
    }
}

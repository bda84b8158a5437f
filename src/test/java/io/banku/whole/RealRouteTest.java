package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.batch.Batch;
import io.banku.batch.BatchObserver;
import io.banku.batch.BatchState;
import io.banku.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in the middle of {@code a-batch-becomes-events} reaches the owner of the feed as what it is. */
class RealRouteTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path FILE = Path.of("sample-mainframe-files/branch-deposits/BRANCH0042.TXT");
    private static final Map<Setting<?>, String> SMALL_CHUNKS = Map.of(Setting.CHUNK_RECORDS, "10");

    @TempDir
    Path folder;

    private final AtomicBoolean happened = new AtomicBoolean();
    private Servers servers;

    @BeforeEach
    void startServers() {
        servers = Servers.start(folder);
    }

    @AfterEach
    void stopServers() {
        servers.close();
    }

    @Test
    void aFileThatIsChangedAfterItsCheckIsHeldAndNothingIsPublished() throws Exception {
        BatchObserver changer = new BatchObserver() {
            @Override
            public void moved(Batch batch) {
                if (batch.state() == BatchState.CHECKED) {
                    changeTheStagedFile();
                }
            }
        };
        try (RunningBanku banku = RunningBanku.start(servers.settings(SMALL_CHUNKS), changer)) {
            banku.drop(FILE, "BRANCH0042.TXT");

            Batch held = awaitBatch(banku, BatchState.HELD);
            assertThat(held.heldFor().text()).isEqualTo("file-changed");
            assertThat(PublishedEvent.all(servers.connection())).isEmpty();
        }
    }

    @Test
    void aFailureBetweenTwoChunksIsOvercomeAndEveryEventIsThereOnce() throws Exception {
        BatchObserver failing = new BatchObserver() {
            @Override
            public void published(Batch batch, int events) {
                if (happened.compareAndSet(false, true)) {
                    throw new IllegalStateException("failed on purpose after the first chunk");
                }
            }
        };
        try (RunningBanku banku = RunningBanku.start(servers.settings(SMALL_CHUNKS), failing)) {
            banku.drop(FILE, "BRANCH0042.TXT");

            Batch sealed = awaitBatch(banku, BatchState.SEALED);
            assertThat(PublishedEvent.ofBatch(servers.connection(), sealed.id()))
                    .extracting(PublishedEvent::record)
                    .containsExactlyElementsOf(
                            Stream.iterate(1L, record -> record + 1).limit(25).toList());
            assertThat(happened).isTrue();
        }
    }

    @Test
    void aProgramThatIsClosedLeavesNoOwnerBehind() throws Exception {
        RunningBanku banku = RunningBanku.start(servers, Map.of());
        await().atMost(PATIENCE).until(() -> owners() == 3);

        banku.close();

        assertThat(owners()).isZero();
    }

    private static long owners() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("feed-"))
                .count();
    }

    /** One digit of the first amount, as an editor would write it. */
    private void changeTheStagedFile() {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            Path staged = files.filter(file -> file.endsWith("BRANCH0042.TXT"))
                    .findFirst()
                    .orElseThrow();
            String text = Files.readString(staged);
            Path edited = Files.writeString(folder.resolve("edited"), text.replaceFirst("119000", "919000"));
            Files.move(edited, staged, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Batch awaitBatch(RunningBanku banku, BatchState state) {
        return await().atMost(PATIENCE)
                .until(() -> banku.batch(batch -> batch.state() == state), found -> found.isPresent())
                .orElseThrow();
    }
}

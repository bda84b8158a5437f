package io.banku.batch;

import static io.banku.batch.Decision.Action.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One file that cannot go on, and those behind it, which do. The ledger and the log are real. */
@Tag("long")
class OneBadFileTest extends DayFeedTest {
    private static final DayFile FRIDAY = DayFile.of("20261120", 7, 120);
    /** Its number is the one before, so that each may come without the other. */
    private static final DayFile SATURDAY = DayFile.of("20261121", 6, 3);

    @Test
    void aFileWhoseNameAloneFillsAFoldersNameIsSealed() throws IOException {
        String name = FRIDAY.name() + "ü".repeat((255 - FRIDAY.name().length()) / 2);
        feed.start();

        feed.arrives(name, FRIDAY.text());

        Batch sealed = feed.awaits(name, BatchState.SEALED);
        assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(FRIDAY));
        assertThat(sealed.folderName().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
        assertThat(sealed.folderName()).endsWith("-" + sealed.id().substring(0, 12));
    }

    @Test
    void aLedgerThatLacksWhatItsReaderAsksForIsToldForAsLongAsItDoes() throws Exception {
        IngestMember member = feed.start();
        await().until(() -> member.has(feed.name()));

        member.lacks(feed.name(), "expected records from 17, found the first at 40");

        assertThat(member.standing()).singleElement().satisfies(standing -> {
            assertThat(standing.code()).isEqualTo("BNK-5011");
            assertThat(standing.why()).contains("cannot be read on", "records from 17", "banku.batches deleted");
        });
    }

    @Test
    void aDefinitionThatNoLongerCompilesHoldsItsBatchAndNoOther() throws Exception {
        StandStill checked = new StandStill(Steps.Point.CHECKED);
        feed.start(checked);
        feed.arrives(FRIDAY);
        checked.awaitReached();
        Path definition =
                whereItLies(FRIDAY).resolve("definition").resolve(feed.name()).resolve("feed.yaml");
        String good = Files.readString(definition);
        feed.close();
        Files.writeString(definition, "feed: [");

        feed.start();
        feed.arrives(SATURDAY);

        Batch held = feed.awaitsHeld(FRIDAY.name(), HoldReason.DEFINITION_CHANGED);
        assertThat(held.findings().toString()).contains("BNK-4034", "put its files back, then release");
        feed.awaits(SATURDAY.name(), BatchState.SEALED);

        Files.writeString(
                feed.folderOf(held).resolve("definition").resolve(feed.name()).resolve("feed.yaml"), good);
        feed.decide(held, RELEASE);
        await().atMost(DayFeed.PATIENCE)
                .until(() ->
                        feed.batches().stream().noneMatch(batch -> batch.heldFor() == HoldReason.DEFINITION_CHANGED));
    }

    @Test
    void aFolderThatIsGoneHoldsItsBatchUntilItIsPutBack() throws Exception {
        StandStill firstChunk = new StandStill(Steps.Point.BEFORE_LAST_CHUNK);
        feed.start(firstChunk);
        feed.arrives(FRIDAY);
        firstChunk.awaitReached();
        feed.close();
        Path elsewhere = Files.move(whereItLies(FRIDAY), folder.resolve("elsewhere-" + feed.name()));

        feed.start();
        feed.arrives(SATURDAY);

        Batch held = await().atMost(DayFeed.PATIENCE)
                .until(
                        () -> feed.batches().stream()
                                .filter(batch -> batch.heldFor() == HoldReason.FILE_CHANGED)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
        assertThat(held.findings().toString()).contains("BNK-4002", "put it back, then release");
        assertThat(held.done()).isEqualTo(100);
        await().atMost(DayFeed.PATIENCE)
                .until(() -> feed.batches().stream()
                        .anyMatch(batch -> batch.file().equals(SATURDAY.name())
                                && !batch.state().isUnderWay()));

        Files.createDirectories(feed.folderOf(held).getParent());
        Files.move(elsewhere, feed.folderOf(held));
        feed.decide(held, RELEASE);

        Batch sealed = feed.awaits(FRIDAY.name(), BatchState.SEALED);
        assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(FRIDAY));
    }

    @Test
    void aDuplicateWhoseMoveWasCutOffAfterItsNoteIsPutAside() throws Exception {
        DayFile next = DayFile.of("20261121", 8, 3);
        feed.start();
        feed.arrives(FRIDAY);
        feed.awaits(FRIDAY.name(), BatchState.SEALED);

        Path arrival = arrival("20261120T000000.000-00000001");
        Files.writeString(arrival.resolve("report.json"), "{\"file\": \"" + FRIDAY.name() + "\"}");
        Files.writeString(arrival.resolve(FRIDAY.name()), FRIDAY.text());
        feed.arrives(next);

        feed.awaits(next.name(), BatchState.SEALED);
        Path aside = feed.data().resolve("duplicates").resolve(feed.name()).resolve(arrival.getFileName());
        await().atMost(DayFeed.PATIENCE).until(() -> Files.exists(aside.resolve(FRIDAY.name())));
        assertThat(Files.readString(aside.resolve("report.json"))).contains("BNK-4012");
        await().atMost(DayFeed.PATIENCE).until(() -> Files.notExists(arrival));
    }

    @Test
    void anArrivalWithoutARegularFileIsPutAsideWithACode() throws Exception {
        Path link = arrival("20261120T000000.000-00000001");
        Files.createSymbolicLink(link.resolve("DAY.20261119.A"), folder.resolve("nowhere"));
        Path deep =
                Files.createDirectories(arrival("20261120T000000.000-00000002").resolve("DAY.20261118.A"));
        Path foreign = arrival("20261120T000000.000-00000003");
        Files.writeString(foreign.resolve("NIGHT.A"), "claimed once");
        Path empty = arrival("20261120T000000.000-00000004");
        feed.start();
        feed.arrives(SATURDAY);

        feed.awaits(SATURDAY.name(), BatchState.SEALED);
        assertThat(noteOf(link)).contains("BNK-4051");
        assertThat(noteOf(deep.getParent())).contains("BNK-4051");
        assertThat(noteOf(foreign)).contains("BNK-4010", "NIGHT.A");
        await().atMost(DayFeed.PATIENCE).until(() -> Files.notExists(empty));
    }

    @Test
    void anArrivalThatCannotBeOpenedIsToldAndTheOthersGoOn() throws Exception {
        Path none = feed.data().resolve("arrived").resolve(feed.name()).resolve("20261120T000000.000-00000001");
        Files.createDirectories(none.getParent());
        Files.writeString(none, "a file where a folder belongs");
        feed.start();
        feed.arrives(SATURDAY);

        feed.awaits(SATURDAY.name(), BatchState.SEALED);
        assertThat(feed.standing()).anySatisfy(standing -> {
            assertThat(standing.code()).isEqualTo("BNK-4054");
            assertThat(standing.where()).isEqualTo("arrived");
            assertThat(standing.tries()).isGreaterThan(2);
            assertThat(standing.why()).contains("NotDirectoryException");
        });

        Files.delete(none);
        await().atMost(DayFeed.PATIENCE).until(() -> feed.standing().isEmpty());
    }

    @Test
    void aFileOfAnotherUserIsTriedAgainUntilItIsOursAndTheOthersGoOn() throws Exception {
        Denied denied = new Denied(FRIDAY.name());
        feed.arrives(FRIDAY);
        feed.arrives(SATURDAY);

        feed.start(denied);

        feed.awaits(SATURDAY.name(), BatchState.SEALED);
        assertThat(feed.standing()).singleElement().satisfies(standing -> {
            assertThat(standing.file()).isEqualTo(FRIDAY.name());
            assertThat(standing.where()).isEqualTo("staged");
            assertThat(standing.why()).contains("no permission for " + FRIDAY.name());
        });
        denied.give();
        await().atMost(DayFeed.PATIENCE)
                .until(() -> feed.batches().stream()
                        .filter(batch -> batch.file().equals(FRIDAY.name()))
                        .noneMatch(batch -> batch.state().isUnderWay()));
        await().atMost(DayFeed.PATIENCE).until(() -> feed.standing().isEmpty());
    }

    private Path whereItLies(DayFile file) throws IOException {
        return feed.data().resolve(feed.places(file.name()).get(0)).getParent();
    }

    private Path arrival(String name) throws IOException {
        return Files.createDirectories(
                feed.data().resolve("arrived").resolve(feed.name()).resolve(name));
    }

    private String noteOf(Path arrival) throws IOException {
        Path aside = feed.data().resolve("refused/unclaimed").resolve(arrival.getFileName());
        await().atMost(DayFeed.PATIENCE).until(() -> Files.exists(aside));
        try (Stream<Path> files = Files.list(aside)) {
            Path report = files.filter(file -> file.endsWith("report.json"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(report);
        }
    }
}

package io.banku.batch;

import static io.banku.batch.Decision.Action.REFUSE;
import static io.banku.batch.Decision.Action.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A batch of which something is in the log can only be completed, whatever becomes of its file and whoever decides. */
@Tag("long")
class PartlyInTest extends DayFeedTest {
    private static final DayFile FRIDAY = DayFile.of("20261120", 7, 120);
    private static final DayFile MENDED = FRIDAY.withAmount(2, 1);
    /** Two chunks of 50 records. */
    private static final int IN = 100;

    @Test
    void itIsNotRefusedAndTheSameFileGoesOnWhereTheLogStands() throws Exception {
        Batch held = heldInTheMiddle();

        feed.decide(held, REFUSE);

        Batch still = feed.awaitsAfter(held);
        assertThat(still.state()).isEqualTo(BatchState.HELD);
        assertThat(still.heldFor()).isEqualTo(HoldReason.FILE_CHANGED);
        assertThat(codes(still)).containsExactly("BNK-4003", "BNK-4032");

        feed.arrives(FRIDAY);

        Batch sealed = sealedOnce();
        assertThat(sealed.id()).isEqualTo(held.id());
        assertThat(sealed.attempt()).isEqualTo(2);
        assertThat(codes(sealed)).containsExactly("BNK-4003", "BNK-4032");
        assertThat(feed.places(FRIDAY.name()))
                .containsExactlyInAnyOrder(
                        "archive/" + feed.name() + "/" + sealed.folderName() + "/" + FRIDAY.name(),
                        "refused/" + feed.name() + "/" + held.folderName() + "/" + FRIDAY.name());
    }

    @Test
    void whatAnEarlierVersionRefusedGoesOnWhereTheLogStands() throws Exception {
        Batch held = heldInTheMiddle();
        feed.close();
        feed.write(refusedByAnEarlierVersion(held));
        feed.start();

        feed.arrives(FRIDAY);

        assertThat(sealedOnce().attempt()).isEqualTo(2);
    }

    @Test
    void aReleaseWithoutItsFileHoldsItAgainUntilTheFileIsThere() throws Exception {
        Batch held = heldInTheMiddle();
        Files.delete(feed.fileOf(FRIDAY));

        feed.decide(held, RELEASE);

        Batch missing = feed.awaitsAfter(held);
        assertThat(missing.heldFor()).isEqualTo(HoldReason.FILE_CHANGED);
        assertThat(codes(missing)).containsExactly("BNK-4003", "BNK-4033");
        assertThat(missing.done()).isEqualTo(IN);
        await().atMost(DayFeed.PATIENCE).until(() -> Files.isDirectory(feed.folderOf(missing)));
        Files.writeString(feed.folderOf(missing).resolve(FRIDAY.name()), FRIDAY.text());
        feed.decide(missing, RELEASE);
        sealedOnce();
    }

    @Test
    void aReleaseWithoutItsFolderHoldsItAgainAndTheSameFileGoesOn() throws Exception {
        Batch held = heldInTheMiddle();
        Files.move(feed.folderOf(held), folder.resolve(feed.name()).resolve("carried-away"));

        feed.decide(held, RELEASE);

        Batch missing = feed.awaitsAfter(held);
        assertThat(codes(missing)).containsExactly("BNK-4003", "BNK-4002");
        feed.arrives(FRIDAY);
        sealedOnce();
    }

    @Test
    void aReleaseOfAFileThatFallsIntoNoRecordsHoldsItAgain() throws Exception {
        Batch held = heldInTheMiddle();
        feed.overwrite(FRIDAY, "");

        feed.decide(held, RELEASE);

        Batch again = feed.awaitsAfter(held);
        assertThat(again.state()).isEqualTo(BatchState.HELD);
        assertThat(again.counts()).isEqualTo(held.counts());
        await().atMost(DayFeed.PATIENCE).until(() -> Files.isDirectory(feed.folderOf(again)));
        feed.overwrite(FRIDAY, FRIDAY.text());
        feed.decide(again, RELEASE);
        sealedOnce();
    }

    @Test
    void aDirectoryInPlaceOfItsFileHoldsIt() throws Exception {
        Batch held = heldInTheMiddle();
        Path file = feed.fileOf(FRIDAY);
        Files.delete(file);
        Files.createDirectory(file);

        feed.decide(held, RELEASE);

        assertThat(codes(feed.awaitsAfter(held))).containsExactly("BNK-4003", "BNK-4033");
    }

    @Test
    void aFileThatMayNotBeReadHoldsItAndOtherBatchesGoOn() throws Exception {
        Batch held = heldInTheMiddle();
        Path file = feed.fileOf(FRIDAY);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        boolean isRoot = Files.isReadable(file);

        feed.decide(held, RELEASE);
        Batch again = feed.awaitsAfter(held);

        assertThat(again.state()).isEqualTo(BatchState.HELD);
        assertThat(codes(again)).contains(isRoot ? "BNK-4003" : "BNK-4033");
        DayFile saturday = DayFile.of("20261121", 8, 3);
        feed.arrives(saturday);
        feed.awaits(saturday.name(), BatchState.SEALED);
    }

    @Test
    void aMendedFileSaysWhatIsInAndIsReleasedOnlyByWhoNamesTheOther() throws Exception {
        Batch held = heldInTheMiddle();
        feed.arrives(MENDED);
        Batch mended = feed.awaitsHeld(FRIDAY.name(), HoldReason.NAME_CONFLICT);
        assertThat(mended.conflicts()).containsExactly(held.id());
        assertThat(mended.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .contains(
                                "BNK-4035",
                                "100 records of DAY.20261120.A",
                                "--despite " + held.id().substring(0, 12)));

        feed.decide(mended, RELEASE);

        Batch still = feed.awaitsAfter(mended);
        assertThat(still.heldFor()).isEqualTo(HoldReason.NAME_CONFLICT);
        assertThat(feed.published(mended)).isEmpty();

        feed.decide(still, RELEASE, held);

        Batch outOfBalance = feed.awaitsHeld(FRIDAY.name(), HoldReason.OUT_OF_BALANCE);
        assertThat(outOfBalance.named()).containsExactly(held.id());
        assertThat(feed.published(held)).hasSize(IN - 1);
    }

    @Test
    void aReleaseBeforeTheOtherWasInIsNoReleaseFromWhatCameIntoTheLogSince() throws Exception {
        Batch held = heldInTheMiddle();
        feed.arrives("DAY.20261120.B", FRIDAY.text());
        Batch copy = feed.awaitsHeld("DAY.20261120.B", HoldReason.SUSPECTED_DUPLICATE);
        assertThat(copy.conflicts()).containsExactly(held.id());

        feed.decide(copy, RELEASE);

        Batch still = feed.awaitsAfter(copy);
        assertThat(still.state()).isEqualTo(BatchState.HELD);
        assertThat(feed.published(copy)).isEmpty();
    }

    @Test
    void theNextAttemptIsReadByTheDefinitionOfTheFirst() throws Exception {
        Batch held = heldInTheMiddle();
        feed.close();
        feed.redefine("text: H-DATE", "text: D-ACCT");
        feed.start();

        feed.arrives(FRIDAY);

        Batch sealed = sealedOnce();
        assertThat(sealed.definition()).isEqualTo(held.definition());
        assertThat(feed.texts(sealed)).containsOnly("20261120");
    }

    @Test
    void whatAnotherVersionReadAsMoreRecordsIsHeldForThatVersion() throws Exception {
        Batch held = heldInTheMiddle();
        feed.close();
        Files.writeString(feed.fileOf(FRIDAY), FRIDAY.text());
        Batch larger = heldByAnotherVersion(held);
        feed.write(larger);
        feed.start();

        feed.decide(larger, RELEASE);

        Batch still = feed.awaitsAfter(larger);
        assertThat(still.heldFor()).isEqualTo(HoldReason.FILE_CHANGED);
        assertThat(still.findings().get(still.findings().size() - 1).toString())
                .contains("BNK-4037", "expected the 123 records of which 100 are in the log, found 122");
        assertThat(feed.published(still)).hasSize(99);
    }

    private Batch heldInTheMiddle() throws IOException {
        StandStill beforeLast = new StandStill(Steps.Point.BEFORE_LAST_CHUNK);
        feed.start(beforeLast);
        feed.arrives(FRIDAY);
        beforeLast.awaitReached();
        feed.close();
        feed.overwrite(FRIDAY, FRIDAY.withAmount(2, 999).text());
        feed.start();
        Batch held = feed.awaits(FRIDAY.name(), BatchState.HELD);
        assertThat(held.done()).isEqualTo(IN);
        return held;
    }

    private Batch sealedOnce() throws IOException {
        Batch sealed = feed.awaits(FRIDAY.name(), BatchState.SEALED);
        assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(FRIDAY));
        assertThat(sealed.counts()).isEqualTo(new Counts(122, 120, 0, 2, 120));
        assertThat(sealed.done()).isEqualTo(122);
        return sealed;
    }

    private static List<String> codes(Batch batch) {
        return batch.findings().stream().map(Finding::code).toList();
    }

    /** That one read what lay there, and made the counts of it the batch's own. */
    private static Batch refusedByAnEarlierVersion(Batch held) {
        return written(held, BatchState.REFUSED, null, new Counts(17, 16, 0, 1, 16));
    }

    /** It cut the same bytes into one record more. */
    private static Batch heldByAnotherVersion(Batch held) {
        return written(held, BatchState.HELD, held.heldFor(), new Counts(123, 121, 0, 2, 121));
    }

    private static Batch written(Batch held, BatchState state, HoldReason reason, Counts counts) {
        List<Batch.Step> history = new java.util.ArrayList<>(held.history());
        history.add(new Batch.Step(state, Instant.EPOCH, "by another version"));
        return new Batch(
                held.id(),
                1,
                held.revision() + 1,
                held.feed(),
                held.file(),
                null,
                held.size(),
                held.sha256(),
                null,
                held.definition(),
                held.arrival(),
                state,
                reason,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                held.references(),
                held.date(),
                null,
                counts,
                null,
                List.of(),
                List.of(),
                List.of(),
                held.done(),
                held.durations(),
                history);
    }
}

package io.banku.batch;

import static io.banku.batch.Decision.Action.REFUSE;
import static io.banku.batch.Decision.Action.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.feed.ControlRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which way a file goes, and what moves it on. The ledger and the log are real, the steps are called one after another. */
@Tag("long")
class BatchLifeTest extends DayFeedTest {
    private static final DayFile FRIDAY = DayFile.of("20261120", 7, 120);
    /** Longer than the block that is read and compared at once; its 11,000 records fill 220 chunks. */
    private static final DayFile LONG = DayFile.of("20261120", 7, 10_998);

    private static final DayFile SATURDAY = DayFile.of("20261121", 8, 3);
    private static final DayFile SUNDAY = DayFile.of("20261122", 9, 3);

    @Test
    void theReportSaysWhatWasCheckedAndPublished() throws IOException {
        feed.start();

        feed.arrives(FRIDAY);

        Batch sealed = feed.awaits(FRIDAY.name(), BatchState.SEALED);
        JsonNode report = feed.report(sealed);
        assertThat(report.get("feed").asText()).isEqualTo(feed.name());
        assertThat(report.get("file").asText()).isEqualTo("DAY.20261120.A");
        assertThat(report.get("size").asLong()).isEqualTo(FRIDAY.text().length());
        assertThat(report.get("sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(report.get("date").asText()).isEqualTo("2026-11-20");
        assertThat(report.get("sequence").asLong()).isEqualTo(7);
        assertThat(report.get("counts").toString())
                .isEqualTo("{\"read\":122,\"published\":120,\"rejected\":0,\"skipped\":2,\"events\":120}");
        assertThat(report.get("controls").findValuesAsText("name"))
                .containsExactly("records", "sum", "date", "sequence");
        assertThat(report.get("controls").findValuesAsText("state")).containsOnly("CLOSED");
        assertThat(report.get("history").findValuesAsText("state"))
                .containsExactly("STAGED", "CHECKED", "PUBLISHING", "SEALED");
        assertThat(feed.folderOf(sealed).resolve("definition").resolve(feed.name()))
                .isDirectoryContaining("glob:**feed.yaml")
                .isDirectoryContaining("glob:**DAY.cpy");
    }

    @Test
    void aGzipFileIsPublishedAsItsContentAndKnownByItsOwnBytes() throws Exception {
        feed.start();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(FRIDAY.text().getBytes(StandardCharsets.US_ASCII));
        }
        String name = FRIDAY.name() + ".gz";

        feed.arrives(name, packed.toByteArray());

        Batch sealed = feed.awaits(name, BatchState.SEALED);
        assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(FRIDAY));
        assertThat(sealed.size()).isEqualTo(packed.size());
        assertThat(sealed.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(packed.toByteArray())));
    }

    @Test
    void aGzipFileThatIsCutOffIsRefused() throws Exception {
        feed.start();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(FRIDAY.text().getBytes(StandardCharsets.US_ASCII));
        }
        String name = FRIDAY.name() + ".gz";

        feed.arrives(name, Arrays.copyOf(packed.toByteArray(), packed.size() - 9));

        Batch refused = feed.awaits(name, BatchState.REFUSED);
        assertThat(refused.findings())
                .anySatisfy(finding -> assertThat(finding.code()).isEqualTo("BNK-2111"));
        assertThat(feed.published(refused)).isEmpty();
    }

    @Test
    void theSameFileAgainIsPutAsideAndNothingOfItIsPublished() throws IOException {
        feed.start();
        feed.arrives(FRIDAY);
        Batch sealed = feed.awaits(FRIDAY.name(), BatchState.SEALED);

        feed.arrives(FRIDAY);

        await().atMost(DayFeed.PATIENCE)
                .until(() -> feed.places(FRIDAY.name()).stream().anyMatch(place -> place.startsWith("duplicates/")));
        assertThat(feed.places(FRIDAY.name())).hasSize(2);
        assertThat(feed.batches()).containsExactly(sealed);
        assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(FRIDAY));
    }

    @Test
    void theSameBytesUnderAnotherNameAreHeldAsASuspectedDuplicate() throws Exception {
        feed.start();
        feed.arrives(FRIDAY);
        Batch sealed = feed.awaits(FRIDAY.name(), BatchState.SEALED);

        feed.arrives("DAY.20261120.B", FRIDAY.text());

        Batch held = feed.awaits("DAY.20261120.B", BatchState.HELD);
        assertThat(held.heldFor()).isEqualTo(HoldReason.SUSPECTED_DUPLICATE);
        assertThat(held.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .contains("BNK-4013", "DAY.20261120.A", sealed.id().substring(0, 12)));
        assertThat(feed.published(held)).isEmpty();
    }

    @Test
    void ofTwoFilesOfOneNameTheOperatorRefusesOneAndReleasesTheOther() throws Exception {
        feed.start();
        feed.arrives(SATURDAY.outOfBalance());
        Batch first = feed.awaits(SATURDAY.name(), BatchState.HELD);
        feed.arrives(SATURDAY);
        Batch second = feed.awaitsHeld(SATURDAY.name(), HoldReason.NAME_CONFLICT);
        assertThat(second.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .contains("BNK-4014", first.id().substring(0, 12)));

        feed.decide(first, REFUSE);
        feed.awaits(SATURDAY.name(), BatchState.REFUSED);
        feed.decide(second, RELEASE);

        Batch sealed = feed.awaits(SATURDAY.name(), BatchState.SEALED);
        assertThat(sealed.id()).isEqualTo(second.id());
        assertThat(feed.published(second)).isEqualTo(DayFeed.expected(SATURDAY));
        assertThat(feed.published(first)).isEmpty();
    }

    @Test
    void aRefusedFileMayComeAgainAndIsAnotherAttempt() throws Exception {
        feed.start();
        feed.arrives(SATURDAY.outOfBalance());
        feed.decide(feed.awaits(SATURDAY.name(), BatchState.HELD), REFUSE);
        Batch refused = feed.awaits(SATURDAY.name(), BatchState.REFUSED);

        feed.arrives(SATURDAY.outOfBalance());

        Batch again = feed.awaits(SATURDAY.name(), BatchState.HELD);
        assertThat(again.id()).isEqualTo(refused.id());
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(feed.places(SATURDAY.name())).hasSize(2);
    }

    @Test
    void filesAreTakenInTheOrderOfTheirDates() throws IOException {
        feed.arrives(SUNDAY);
        feed.arrives(FRIDAY);
        feed.arrives(SATURDAY);

        feed.start();

        feed.awaits(SUNDAY.name(), BatchState.SEALED);
        assertThat(feed.batches())
                .extracting(Batch::file)
                .containsExactly(SUNDAY.name(), SATURDAY.name(), FRIDAY.name());
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        feed.start();

        feed.arrives("DAY.20261120.A", "");

        Batch refused = feed.awaits("DAY.20261120.A", BatchState.REFUSED);
        assertThat(refused.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).contains("BNK-3107", "empty: allowed"));
    }

    @Test
    void anEmptyFileIsADayWithoutRecordsWhereTheFeedSaysSo() throws IOException {
        try (DayFeed quiet = DayFeed.withEmptyDays(servers, folder)) {
            quiet.start();

            quiet.arrives("DAY.20261120.A", "");

            Batch sealed = quiet.awaits("DAY.20261120.A", BatchState.SEALED);
            assertThat(sealed.counts()).isEqualTo(Counts.NONE);
            assertThat(quiet.published(sealed)).isEmpty();
        }
    }

    @Test
    void headerAndTrailerAloneAreADayThatIsSealedWithoutEvents() throws IOException {
        feed.start();
        DayFile quiet = DayFile.of("20261120", 7, 0);

        feed.arrives(quiet);

        Batch sealed = feed.awaits(quiet.name(), BatchState.SEALED);
        assertThat(sealed.counts()).isEqualTo(new Counts(2, 0, 0, 2, 0));
        assertThat(sealed.controls()).allMatch(row -> row.state() == ControlRow.State.CLOSED);
        assertThat(feed.published(sealed)).isEmpty();
    }

    @Test
    void aFileWithoutItsTrailerIsHeldAndNothingOfItIsPublished() throws IOException {
        feed.start();

        feed.arrives(FRIDAY.name(), FRIDAY.withoutTrailer());

        Batch held = feed.awaits(FRIDAY.name(), BatchState.HELD);
        assertThat(finding("BNK-3104", held)).contains("expected a trailer as the last record, found none");
        assertThat(feed.published(held)).isEmpty();
    }

    @Test
    void aFileThatWasSentInTextModeIsToldWithWhatItHasBecome() throws IOException {
        byte[] file = FRIDAY.text().replace('\n', '\u0085').getBytes(Charset.forName("IBM1047"));
        byte[] ascii = FRIDAY.text().getBytes(StandardCharsets.US_ASCII);
        byte[] utf8 = new String(file, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        try (DayFeed ebcdic = DayFeed.inEbcdic(servers, folder)) {
            ebcdic.start();

            ebcdic.arrives("DAY.20261120.ASCII", ascii);
            ebcdic.arrives("DAY.20261120.UTF8", utf8);
            ebcdic.arrives("DAY.20261120.BINARY", file);

            ebcdic.awaits("DAY.20261120.BINARY", BatchState.SEALED);
            assertThat(finding("BNK-4005", ebcdic.awaits("DAY.20261120.ASCII", BatchState.HELD)))
                    .startsWith("expected EBCDIC, found blanks, digits and letters of ASCII");
            assertThat(finding("BNK-4005", ebcdic.awaits("DAY.20261120.UTF8", BatchState.HELD)))
                    .startsWith("expected EBCDIC, found characters of UTF-8");
        }
    }

    @Test
    void aFileThatIsEbcdicAndShouldNotBeIsToldSo() throws IOException {
        feed.start();

        feed.arrives(FRIDAY.name(), FRIDAY.text().replace('\n', '\u0085').getBytes(Charset.forName("IBM1047")));

        assertThat(finding("BNK-2116", feed.awaits(FRIDAY.name(), BatchState.HELD)))
                .startsWith("the file's blanks, digits and letters are EBCDIC");
    }

    @Test
    void rejectsAreHeldAndReleasingPublishesTheRest() throws Exception {
        feed.start();
        feed.arrives(FRIDAY.withBadAmount(60));
        Batch outOfBalance = feed.awaits(FRIDAY.name(), BatchState.HELD);
        assertThat(outOfBalance.heldFor()).isEqualTo(HoldReason.OUT_OF_BALANCE);
        assertThat(outOfBalance.findings())
                .extracting(Finding::code)
                .as("the difference may be the reject's amount")
                .containsExactly("BNK-4031");
        feed.decide(outOfBalance, RELEASE);

        feed.decide(feed.awaitsHeld(FRIDAY.name(), HoldReason.REJECTS), RELEASE);

        Batch sealed = feed.awaits(FRIDAY.name(), BatchState.SEALED);
        assertThat(sealed.counts()).isEqualTo(new Counts(122, 119, 1, 2, 119));
        assertThat(feed.rejects(sealed)).containsExactly(sealed.id() + "/60");
        assertThat(feed.published(sealed)).hasSize(119).doesNotContain("0000000060 0.60");
    }

    @Test
    void aDecisionIsCarriedOutOnceHoweverOftenTheLedgerIsRead() throws Exception {
        IngestMember first = feed.start();
        feed.arrives(FRIDAY.withBadAmount(60));
        feed.decide(feed.awaits(FRIDAY.name(), BatchState.HELD), RELEASE);
        Batch heldAgain = feed.awaitsHeld(FRIDAY.name(), HoldReason.REJECTS);
        first.close();

        feed.start();
        feed.arrives(SATURDAY);

        feed.awaits(SATURDAY.name(), BatchState.SEALED);
        assertThat(feed.batch(FRIDAY.name(), BatchState.HELD)).isEqualTo(heldAgain);
        assertThat(feed.published(heldAgain)).isEmpty();
    }

    @Test
    void aDecisionGivenTwiceDoesNotReleaseWhatTheOperatorHasNotSeen() throws Exception {
        StandStill beforeTheCheck = new StandStill(Steps.Point.STAGED);
        feed.arrives(FRIDAY.withBadAmount(60));
        IngestMember first = feed.start();
        Batch held = feed.awaits(FRIDAY.name(), BatchState.HELD);
        first.close();
        feed.decide(held, RELEASE);
        feed.start(beforeTheCheck);
        beforeTheCheck.awaitReached();

        feed.decide(held, RELEASE);
        beforeTheCheck.goOn();
        feed.awaitsHeld(FRIDAY.name(), HoldReason.REJECTS);
        feed.close();
        feed.start();
        feed.arrives(SATURDAY);

        feed.awaits(SATURDAY.name(), BatchState.SEALED);
        assertThat(feed.batch(FRIDAY.name(), BatchState.HELD).heldFor()).isEqualTo(HoldReason.REJECTS);
        assertThat(feed.published(held)).isEmpty();
    }

    @Test
    void aFileThatIsChangedAfterItsCheckIsHeldAndNothingOfItIsPublished() throws Exception {
        StandStill checked = new StandStill(Steps.Point.CHECKED);
        feed.start(checked);
        feed.arrives(FRIDAY);
        checked.awaitReached();

        overwrite(FRIDAY.withAmount(2, 999));
        checked.goOn();

        Batch held = feed.awaits(FRIDAY.name(), BatchState.HELD);
        assertThat(held.heldFor()).isEqualTo(HoldReason.FILE_CHANGED);
        assertThat(held.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .containsOnlyOnce("BNK-4003")
                        .contains(held.sha256()));
        assertThat(feed.published(held)).isEmpty();

        overwrite(FRIDAY);
        feed.decide(held, RELEASE);

        Batch sealed = feed.awaits(FRIDAY.name(), BatchState.SEALED);
        assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(FRIDAY));
    }

    @Test
    void aFileThatIsChangedBetweenTwoOwnersIsHeldAndGoesOnWhereItStoodWhenItIsPutBack() throws Exception {
        StandStill firstChunk = new StandStill(Steps.Point.BEFORE_LAST_CHUNK);
        feed.start(firstChunk);
        feed.arrives(FRIDAY);
        firstChunk.awaitReached();
        long before = feed.batch(FRIDAY.name(), BatchState.PUBLISHING).done();
        feed.close();
        overwrite(FRIDAY.withAmount(2, 999));
        feed.start();

        Batch held = feed.awaits(FRIDAY.name(), BatchState.HELD);
        assertThat(held.heldFor()).isEqualTo(HoldReason.FILE_CHANGED);
        assertThat(held.done()).isEqualTo(before).isEqualTo(100);

        overwrite(FRIDAY);
        feed.decide(held, RELEASE);

        Batch sealed = feed.awaits(FRIDAY.name(), BatchState.SEALED);
        assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(FRIDAY));
    }

    @Test
    void aFileThatIsChangedWhileItIsReadIsHeldBeforeItIsSealed() throws Exception {
        StandStill firstChunk = new StandStill(Steps.Point.FIRST_CHUNK_IN_LOG);
        feed.start(firstChunk);
        feed.arrives(LONG);
        firstChunk.awaitReached();
        feed.overwrite(LONG, LONG.withAmount(10_999, 999).text());
        firstChunk.goOn();

        Batch held = feed.awaits(LONG.name(), BatchState.HELD);
        assertThat(held.heldFor()).isEqualTo(HoldReason.FILE_CHANGED);
        assertThat(held.done()).isEqualTo(10_050);

        feed.overwrite(LONG, LONG.text());
        feed.decide(held, RELEASE);

        Batch sealed = feed.awaits(LONG.name(), BatchState.SEALED);
        assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(LONG));
    }

    @Test
    void aReleasedFileThatWasNotPutBackIsHeldAgain() throws Exception {
        StandStill checked = new StandStill(Steps.Point.CHECKED);
        feed.start(checked);
        feed.arrives(FRIDAY);
        checked.awaitReached();
        overwrite(FRIDAY.withAmount(2, 999));
        checked.goOn();
        Batch held = feed.awaits(FRIDAY.name(), BatchState.HELD);

        feed.decide(held, RELEASE);

        await().atMost(DayFeed.PATIENCE)
                .until(() -> feed.batches().get(0).revision() > held.revision()
                        && feed.batches().get(0).state() == BatchState.HELD);
        assertThat(feed.batches().get(0).heldFor()).isEqualTo(HoldReason.FILE_CHANGED);
        assertThat(feed.published(held)).isEmpty();
    }

    @Test
    void aZombiesCommitIsFenced() throws Exception {
        StandStill zombie = new StandStill(Steps.Point.BEFORE_LAST_CHUNK);
        feed.start(zombie);
        feed.arrives(FRIDAY);
        zombie.awaitReached();
        feed.start();
        Batch sealed = feed.awaits(FRIDAY.name(), BatchState.SEALED);

        zombie.goOn();

        await().atMost(DayFeed.PATIENCE).until(() -> feed.claims() == 3);
        assertThat(feed.batches()).containsExactly(sealed);
        assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(FRIDAY));
    }

    private static String finding(String code, Batch batch) {
        return batch.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .map(Finding::message)
                .collect(Collectors.joining());
    }

    private void overwrite(DayFile content) throws IOException {
        feed.overwrite(FRIDAY, content.text());
    }

    /** The clock stands at 20 November 2026, 23:15. */
    @Test
    void aFileThatIsDueIsLateUntilItComesOrIsExcused() throws Exception {
        feed = DayFeed.with(servers, folder, "due: 23:00 next-day\ngrace: 1h\n");
        MovedClock clock = new MovedClock();
        IngestMember member = feed.start(new Steps(), clock);
        await().until(() -> states(member, clock), List.of("2026-11-20 EXPECTED")::equals);

        clock.advance(Duration.ofHours(48));
        assertThat(states(member, clock))
                .containsExactly("2026-11-20 LATE", "2026-11-21 EXPECTED", "2026-11-22 EXPECTED");
        feed.close();
        IngestMember next = feed.start(new Steps(), clock);
        assertThat(states(next, clock)).as("of a ledger that was just begun").hasSize(3);
        await().until(() -> next.has(feed.name()));

        feed.arrives(DayFile.of("20261121", 1, 3));
        feed.awaits("DAY.20261121.A", BatchState.SEALED);
        feed.write(new Excuse(feed.name(), LocalDate.of(2026, 11, 20), "holiday", "anna", clock.instant()));

        await().until(() -> states(next, clock), List.of("2026-11-20 EXCUSED", "2026-11-22 EXPECTED")::equals);
    }

    private List<String> states(IngestMember member, MovedClock clock) {
        return member.missing(clock.instant()).stream()
                .filter(file -> file.feed().equals(feed.name()))
                .map(file -> file.date() + " " + file.state())
                .toList();
    }
}

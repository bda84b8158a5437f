package io.banku.batch;

import static io.banku.batch.Repair.Action.CORRECT;
import static io.banku.batch.Repair.Action.DISMISS;
import static io.banku.batch.Repair.Action.RESUBMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.feed.ControlRow;
import io.banku.whole.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rejects that were corrected are in the log once, under their own records, whoever crashes meanwhile. */
@Tag("long")
class ResubmittedTest {
    private static final DayFile GOOD = DayFile.of("20261120", 1, 5);
    private static final DayFile FILE = GOOD.withBadAmount(3).withBadAmount(5);
    private static final String THIRD = GOOD.deposits().get(1);
    private static final String FIFTH = GOOD.deposits().get(3);

    @TempDir
    static Path folder;

    private static Servers servers;

    @BeforeAll
    static void startServers() {
        servers = Servers.start(folder);
    }

    @AfterAll
    static void stopServers() {
        servers.close();
    }

    private static DayFeed tolerant() throws IOException {
        return DayFeed.with(servers, folder, "release: when-balanced-or-open\nrejects: { tolerate: 5 }\n");
    }

    @Test
    void countsAndControlsMoveWithEachRejectThatIsResubmitted() throws Exception {
        try (DayFeed feed = tolerant()) {
            feed.start();
            feed.arrives(FILE);
            Batch sealed = feed.awaits(FILE.name(), BatchState.SEALED);
            assertThat(sealed.counts()).isEqualTo(new Counts(7, 3, 2, 2, 3));

            feed.repair(sealed, 3, CORRECT, THIRD);
            feed.repair(sealed, 3, RESUBMIT, null);
            Batch once = feed.awaitsAfter(sealed);

            assertThat(once.counts()).isEqualTo(new Counts(7, 4, 1, 2, 4));
            assertThat(once.rejects()).extracting(RejectSummary::record).containsExactly(5L);
            assertThat(control(once, "sum").state().name()).isEqualTo("OPEN");
            assertThat(control(once, "sum").difference()).isEqualTo("-0.05");

            feed.repair(once, 5, CORRECT, FIFTH);
            feed.repair(once, 5, RESUBMIT, null);
            feed.repair(once, 3, RESUBMIT, null);
            feed.repair(once, 3, RESUBMIT, null);
            Batch all = feed.awaitsAfter(once);

            assertThat(all.counts()).isEqualTo(new Counts(7, 5, 0, 2, 5));
            assertThat(all.turnover())
                    .extracting(sum -> sum.credits().toPlainString())
                    .containsExactly(control(all, "sum").actual());
            assertThat(all.controls()).allMatch(row -> row.state().name().equals("CLOSED"));
            assertThat(all.findings()).allMatch(finding -> finding.released() != null);
            assertThat(feed.published(all)).containsExactlyInAnyOrderElementsOf(DayFeed.expected(GOOD));
            assertThat(feed.texts(all)).containsOnly("20261120");
            assertThat(all.history())
                    .extracting(Batch.Step::why)
                    .contains("resubmitted record 3 by anna: because: 1 published");
            await().atMost(DayFeed.PATIENCE)
                    .until(() -> feed.report(all).get("revision").asInt() == all.revision());
        }
    }

    /** Where a process can be lost that resubmits. */
    enum Moment {
        BEFORE_THE_TRANSACTION,
        BEFORE_THE_REPORT
    }

    @ParameterizedTest
    @EnumSource
    void aSuccessorFinishesItOnceAndAZombieThatGoesOnBesideItDoublesNothing(Moment moment) throws Exception {
        try (DayFeed feed = tolerant()) {
            Lost zombie = new Lost(moment);
            Batch sealed = resubmittedBy(zombie, feed);

            feed.start();
            await().atMost(DayFeed.PATIENCE).until(() -> feed.claims() >= 2);
            zombie.goOn();

            isThereOnce(feed, sealed);
        }
    }

    @Test
    void whatIsAskedForAgainWhileItIsPublishedIsPublishedOnce() throws Exception {
        try (DayFeed feed = tolerant()) {
            Lost owner = new Lost(Moment.BEFORE_THE_TRANSACTION);
            Batch sealed = resubmittedBy(owner, feed);

            feed.repair(sealed, 3, RESUBMIT, null);
            owner.goOn();
            Batch once = feed.awaitsAfter(sealed);
            feed.repair(once, 5, CORRECT, FIFTH);
            feed.repair(once, 5, RESUBMIT, null);
            Batch all = feed.awaitsAfter(once);

            assertThat(all.counts()).isEqualTo(new Counts(7, 5, 0, 2, 5));
            assertThat(feed.published(all)).containsOnlyOnce("0000000003 0.03").hasSize(5);
        }
    }

    private static Batch resubmittedBy(Lost owner, DayFeed feed) throws Exception {
        feed.start(owner);
        feed.arrives(FILE);
        Batch sealed = feed.awaits(FILE.name(), BatchState.SEALED);
        feed.repair(sealed, 3, CORRECT, THIRD);
        feed.repair(sealed, 3, RESUBMIT, null);
        owner.reached.await();
        return sealed;
    }

    private static void isThereOnce(DayFeed feed, Batch sealed) {
        Batch after = feed.awaitsAfter(sealed);
        assertThat(after.counts()).isEqualTo(new Counts(7, 4, 1, 2, 4));
        await().atMost(DayFeed.PATIENCE)
                .untilAsserted(() -> assertThat(
                                feed.report(after).get("revision").asInt())
                        .isEqualTo(feed.batch(FILE.name(), BatchState.SEALED).revision()));
        assertThat(feed.published(after)).containsOnlyOnce("0000000003 0.03").hasSize(4);
        assertThat(feed.report(after).get("controls")).hasSize(4);
    }

    @Test
    void aHeldBatchThatWasCorrectedGoesInOnePiece() throws Exception {
        try (DayFeed feed = DayFeed.in(servers, folder)) {
            feed.start();
            feed.arrives(FILE);
            Batch held = feed.awaitsHeld(FILE.name(), HoldReason.OUT_OF_BALANCE);

            feed.repair(held, 3, CORRECT, THIRD);
            feed.repair(held, 5, CORRECT, FIFTH);
            feed.decide(held, Decision.Action.RELEASE);
            Batch sealed = feed.awaits(FILE.name(), BatchState.SEALED);

            assertThat(sealed.counts()).isEqualTo(new Counts(7, 5, 0, 2, 5));
            assertThat(sealed.controls()).allMatch(row -> row.state().name().equals("CLOSED"));
            assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(GOOD));
            assertThat(feed.rejects(sealed)).isEmpty();
        }
    }

    @Test
    void whatTakesTwoIsDoneWhenAnotherApprovesOfTheBatchAsItWasAskedFor() throws Exception {
        try (DayFeed feed = DayFeed.with(servers, folder, "four-eyes: [release]\n")) {
            feed.start();
            feed.arrives(FILE);
            Batch held = feed.awaitsHeld(FILE.name(), HoldReason.OUT_OF_BALANCE);

            feed.decide(held, Decision.Action.RELEASE);
            Batch alone = feed.awaitsAfter(held);
            assertThat(why(alone)).endsWith("(not carried out: BNK-5059 it takes a second person)");

            feed.write(release(alone, null).approvedBy(says("anna")));
            Batch same = feed.awaitsAfter(alone);
            assertThat(why(same))
                    .endsWith("approved by anna: seen (not carried out: BNK-5059 it takes another person)");

            feed.repair(same, 3, CORRECT, THIRD);
            feed.write(release(same, null).approvedBy(says("greta")));
            Batch changed = feed.awaitsAfter(same);
            assertThat(why(changed)).endsWith("(not carried out: BNK-5061 a reject was decided about since)");

            String lastRepair = feed.repair(changed, 5, CORRECT, FIFTH);
            feed.write(release(changed, lastRepair).approvedBy(says("greta")));
            Batch sealed = feed.awaits(FILE.name(), BatchState.SEALED);
            assertThat(sealed.corrections()).isEqualTo(lastRepair);
            assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(GOOD));
        }
    }

    private static String why(Batch batch) {
        return batch.history().get(batch.history().size() - 1).why();
    }

    private static Grounds says(String by) {
        return new Grounds(by, "seen", Instant.now());
    }

    private static Decision release(Batch batch, String corrections) {
        return new Decision(
                UUID.randomUUID().toString(),
                batch.id(),
                batch.revision(),
                batch.feed(),
                Decision.Action.RELEASE,
                "because",
                "anna",
                Instant.now(),
                null,
                corrections,
                null);
    }

    /** Whoever released it had seen a total that rejects may explain, and not one that a slip of the hand breaks. */
    @Test
    void aCorrectionThatBreaksAControlHoldsItsBatchAgainUntilThatIsReleased() throws Exception {
        try (DayFeed feed = DayFeed.in(servers, folder)) {
            feed.start();
            feed.arrives(FILE);
            Batch held = feed.awaitsHeld(FILE.name(), HoldReason.OUT_OF_BALANCE);

            feed.repair(held, 3, CORRECT, FIFTH);
            feed.repair(held, 5, CORRECT, FIFTH);
            feed.decide(held, Decision.Action.RELEASE);
            Batch again = feed.awaitsAfter(held);
            assertThat(again.state()).isEqualTo(BatchState.HELD);
            assertThat(again.heldFor()).isEqualTo(HoldReason.OUT_OF_BALANCE);
            assertThat(control(again, "sum").state()).isEqualTo(ControlRow.State.BROKEN);

            feed.decide(again, Decision.Action.RELEASE);
            Batch sealed = feed.awaits(FILE.name(), BatchState.SEALED);
            assertThat(sealed.counts()).isEqualTo(new Counts(7, 5, 0, 2, 5));
        }
    }

    @Test
    void aCorrectionThatWasDismissedIsNotReadAndARestartLeavesTheReportWhole() throws Exception {
        try (DayFeed feed = DayFeed.in(servers, folder)) {
            feed.start();
            feed.arrives(FILE);
            Batch held = feed.awaitsHeld(FILE.name(), HoldReason.OUT_OF_BALANCE);

            feed.repair(held, 3, CORRECT, THIRD);
            feed.repair(held, 5, CORRECT, FIFTH);
            feed.repair(held, 3, DISMISS, null);
            feed.decide(held, Decision.Action.RELEASE);
            Batch again = feed.awaitsHeld(FILE.name(), HoldReason.REJECTS);
            assertThat(again.counts()).isEqualTo(new Counts(7, 4, 1, 2, 4));
            feed.decide(again, Decision.Action.RELEASE);
            Batch sealed = feed.awaits(FILE.name(), BatchState.SEALED);
            JsonNode report = feed.report(sealed);

            feed.start();
            DayFile next = DayFile.of("20261121", 2, 1);
            await().atMost(DayFeed.PATIENCE).until(() -> feed.claims() == 2);
            feed.arrives(next);
            feed.awaits(next.name(), BatchState.SEALED);

            assertThat(feed.report(sealed)).isEqualTo(report);
            assertThat(report.get("controls")).hasSize(4);
        }
    }

    @Test
    void whatCannotBePublishedIsAnsweredWithWhyAndMovesNothing() throws Exception {
        try (DayFeed feed = tolerant()) {
            feed.start();
            feed.arrives(FILE);
            Batch sealed = feed.awaits(FILE.name(), BatchState.SEALED);

            feed.repair(sealed, 3, RESUBMIT, null);
            Batch still = feed.awaitsAfter(sealed);
            assertThat(last(still)).contains("1 still rejected");
            feed.repair(still, 4, CORRECT, THIRD);
            feed.repair(still, 4, RESUBMIT, null);
            Batch inLog = feed.awaitsAfter(still);
            assertThat(last(inLog)).contains("BNK-5052").contains("record 4");
            Files.writeString(feed.folderOf(sealed).resolve(FILE.name()), GOOD.text());
            feed.repair(inLog, 5, CORRECT, FIFTH);
            feed.repair(inLog, 5, RESUBMIT, null);
            Batch changed = feed.awaitsAfter(inLog);

            assertThat(last(changed)).contains("nothing published").contains("BNK-4003");
            assertThat(List.of(still, inLog, changed)).extracting(Batch::counts).containsOnly(sealed.counts());
            assertThat(feed.published(changed)).hasSize(3);
        }
    }

    private static String last(Batch batch) {
        return batch.history().get(batch.history().size() - 1).why();
    }

    private static ControlRow control(Batch batch, String name) {
        return batch.controls().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Stands still in the middle of a resubmission, once. */
    private static final class Lost extends Steps {
        private final Moment moment;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);
        private volatile boolean isResubmitting;

        Lost(Moment moment) {
            this.moment = moment;
        }

        void goOn() {
            goesOn.countDown();
        }

        @Override
        public void resubmits(Batch batch) {
            isResubmitting = true;
            at(Moment.BEFORE_THE_TRANSACTION);
        }

        @Override
        public void published(Batch batch, int events) {
            if (isResubmitting) {
                at(Moment.BEFORE_THE_REPORT);
            }
        }

        private void at(Moment now) {
            if (now == moment && reached.getCount() > 0) {
                reached.countDown();
                try {
                    goesOn.await();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}

package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What takes two people is not done by one, whatever else becomes of the batch meanwhile. */
class TakesTwoTest extends DayFeedTest {
    private static final DayFile FRIDAY = DayFile.of("20261120", 7, 3);
    private static final DayFile SATURDAY = DayFile.of("20261121", 8, 3);

    /** A decision by one, of a feed that takes two, about a batch that waits: the feed is to go on. */
    @Test
    void oneAloneAboutABatchThatWaits() throws Exception {
        try (DayFeed master = DayFeed.withoutControls(servers, folder, "");
                DayFeed two = DayFeed.withoutControls(servers, folder, "four-eyes: [release]\n")) {
            two.isAfter(master);
            two.start();
            two.arrives(FRIDAY);
            Batch waiting = two.awaits(FRIDAY.name(), BatchState.WAITING);
            two.decide(waiting, Decision.Action.RELEASE);
            master.start();
            master.arrives(SATURDAY);
            master.awaits(SATURDAY.name(), BatchState.SEALED);
            two.arrives(SATURDAY);
            two.awaits(SATURDAY.name(), BatchState.SEALED);
        }
    }

    /** It goes on by itself when the one before it is in; nobody has seen the correction but who made it. */
    @Test
    void correctedByOneAndReleasedByNobody() throws Exception {
        try (DayFeed two = DayFeed.with(
                servers, folder, "release: when-balanced-or-open\nrejects: { tolerate: 1 }\nfour-eyes: [release]\n")) {
            two.start();
            two.arrives(DayFile.of("20261120", 1, 5));
            two.awaits("DAY.20261120.A", BatchState.SEALED);
            DayFile good = DayFile.of("20261122", 3, 5);
            two.arrives(good.withBadAmount(3));
            Batch held = two.awaitsHeld(good.name(), HoldReason.MISSING_PREDECESSOR);
            two.repair(held, 3, Repair.Action.CORRECT, good.deposits().get(1));
            two.arrives(DayFile.of("20261121", 2, 5));

            Batch sealed = two.awaits(good.name(), BatchState.SEALED);

            assertThat(sealed.corrections()).isNull();
            assertThat(sealed.counts().rejected()).isEqualTo(1);
        }
    }

    /** What was approved had no correction; one that one person made since is not to be read. */
    @Test
    void approvedWithoutCorrectionsAndCorrectedSince() throws Exception {
        try (DayFeed two = DayFeed.with(servers, folder, "release: when-balanced-or-open\nfour-eyes: [release]\n")) {
            two.start();
            DayFile first = DayFile.of("20261120", 1, 5);
            DayFile good = DayFile.of("20261122", 3, 5);
            DayFile third = good.withBadAmount(3);
            two.arrives(first);
            two.awaits(first.name(), BatchState.SEALED);
            two.arrives(third);
            Batch held = two.awaitsHeld(third.name(), HoldReason.REJECTS);
            Decision asked = new Decision(
                    UUID.randomUUID().toString(),
                    held.id(),
                    held.revision(),
                    held.feed(),
                    Decision.Action.RELEASE,
                    "because",
                    "anna",
                    Instant.now(),
                    null,
                    null,
                    null);
            two.write(asked.approvedBy(new Grounds("greta", "seen", Instant.now())));
            Batch again = two.awaitsHeld(third.name(), HoldReason.MISSING_PREDECESSOR);
            two.repair(again, 3, Repair.Action.CORRECT, good.deposits().get(1));
            DayFile second = DayFile.of("20261121", 2, 5);
            two.arrives(second);
            two.awaits(second.name(), BatchState.SEALED);
            Batch sealed = two.awaits(third.name(), BatchState.SEALED);
            assertThat(sealed.corrections()).isNull();
        }
    }
}

package io.banku.batch;

import static io.banku.batch.Decision.Action.REFUSE;
import static io.banku.batch.Decision.Action.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.banku.feed.ControlRow;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers of a feed's files: none is posted twice, and one that is missing is missing until it comes. */
@Tag("long")
class SequenceTest extends DayFeedTest {
    private static final DayFile SEVEN = DayFile.of("20261120", 7, 3);
    private static final DayFile EIGHT = DayFile.of("20261121", 8, 3);
    private static final DayFile NINE = DayFile.of("20261122", 9, 3);
    private static final DayFile TEN = DayFile.of("20261123", 10, 3);

    @Test
    void batchesThatWaitForTheOneBeforeThemGoOnByThemselvesInTheirOrder() throws Exception {
        feed.start();
        sealed(SEVEN);
        Batch ten = waiting(TEN);
        Batch nine = waiting(NINE);
        assertThat(nine.findings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message()).startsWith("control sequence: expected 8, found 9"));

        feed.arrives(EIGHT);

        Batch sealed = feed.awaits(TEN.name(), BatchState.SEALED);
        assertThat(sealed.id()).isEqualTo(ten.id());
        assertThat(feed.batches())
                .extracting(Batch::file)
                .containsExactly(TEN.name(), NINE.name(), EIGHT.name(), SEVEN.name());
        assertThat(feed.batches())
                .allSatisfy(
                        batch -> assertThat(batch.controls()).allMatch(row -> row.state() == ControlRow.State.CLOSED));
        assertThat(sealed.history()).anySatisfy(step -> assertThat(step.why()).isEqualTo("the batch before it is in"));
    }

    @Test
    void whereTheFeedSaysSoAPersonReleasesThem() throws Exception {
        feed = DayFeed.with(servers, folder, "after-gap: waits\n");
        feed.start();
        sealed(SEVEN);
        Batch nine = waiting(NINE);

        sealed(EIGHT);
        waiting(DayFile.of("20261225", 25, 3)); // the owner has looked again

        assertThat(feed.batch(NINE.name(), BatchState.HELD)).isEqualTo(nine);
        feed.decide(nine, RELEASE);
        feed.awaits(NINE.name(), BatchState.SEALED);
    }

    @Test
    void oneThatIsHeldForMoreThanTheOneBeforeItWaitsForAPerson() throws Exception {
        feed.start();
        sealed(SEVEN);
        feed.arrives(NINE.outOfBalance());
        Batch nine = feed.awaitsHeld(NINE.name(), HoldReason.OUT_OF_BALANCE);

        sealed(EIGHT);
        waiting(DayFile.of("20261225", 25, 3));

        assertThat(feed.batch(NINE.name(), BatchState.HELD)).isEqualTo(nine);
    }

    @Test
    void afterAReleaseOutOfOrderTheMissingOneClosesTheGapAndNoNumberIsAcceptedTwice() throws Exception {
        feed.start();
        sealed(SEVEN);
        feed.decide(waiting(NINE), RELEASE);
        feed.awaits(NINE.name(), BatchState.SEALED);

        sealed(TEN);
        sealed(EIGHT);
        feed.close();
        feed.start();

        for (int number : List.of(8, 9, 10)) {
            DayFile again = DayFile.of("202612" + (10 + number), number, 4);
            feed.arrives(again);
            Batch held = feed.awaitsHeld(again.name(), HoldReason.NUMBER_TAKEN);
            assertThat(held.findings())
                    .last()
                    .satisfies(finding -> assertThat(finding.toString()).startsWith("BNK-4036"));
            feed.decide(held, RELEASE);
            assertThat(feed.awaitsAfter(held).heldFor()).isEqualTo(HoldReason.NUMBER_TAKEN);
            assertThat(feed.published(held)).isEmpty();
        }
        sealed(DayFile.of("20261224", 11, 3));
    }

    @Test
    void aMissingOneWaitsForTheMissingOneBeforeIt() throws Exception {
        feed.start();
        sealed(SEVEN);
        feed.decide(waiting(TEN), RELEASE);
        feed.awaits(TEN.name(), BatchState.SEALED);

        waiting(NINE);
        sealed(EIGHT);

        feed.awaits(NINE.name(), BatchState.SEALED);
    }

    @Test
    void theNumbersOfARefusedBatchAreFree() throws Exception {
        feed.start();
        sealed(SEVEN);
        feed.arrives(EIGHT.outOfBalance());
        feed.decide(feed.awaits(EIGHT.name(), BatchState.HELD), REFUSE);
        feed.awaits(EIGHT.name(), BatchState.REFUSED);

        sealed(EIGHT);
        sealed(NINE);
    }

    @Test
    void numbersThatBeginAnewAreReleasedByNameAndGoOnFromThere() throws Exception {
        feed.start();
        sealed(SEVEN);
        sealed(EIGHT);
        DayFile seven = DayFile.of("20270101", 7, 4);
        DayFile eight = DayFile.of("20270102", 8, 4);
        feed.arrives(seven);
        Batch taken = feed.awaitsHeld(seven.name(), HoldReason.NUMBER_TAKEN);
        Batch first = feed.batch(SEVEN.name(), BatchState.SEALED);
        assertThat(taken.conflicts()).containsExactly(first.id());

        feed.decide(taken, RELEASE, first);

        feed.awaits(seven.name(), BatchState.SEALED);
        sealed(eight);
    }

    @Test
    void whereTheFeedSaysSoGapsAndRepeatsAreOnlyTold() throws Exception {
        feed = DayFeed.with(servers, folder, "sequence: { gap: told, repeat: told }\n");
        feed.start();
        sealed(SEVEN);

        Batch nine = sealed(NINE);
        Batch again = sealed(DayFile.of("20261224", 9, 4));
        Batch five = sealed(DayFile.of("20261118", 5, 3));

        assertThat(told(nine))
                .containsExactly(
                        "BNK-3060 expected number 8 in the sequence, found 9; the feed says that it is" + " only told");
        assertThat(told(again))
                .containsExactly(
                        "BNK-3061 expected a number that no batch in the log has, found 9, that of " + NINE.name()
                                + " (batch " + nine.id().substring(0, 12) + "); the feed says that it is only told");
        assertThat(told(five))
                .containsExactly("BNK-3060 expected number 10 in the sequence, found 5; the feed says that it"
                        + " is only told");
        assertThat(nine.controls()).anyMatch(row -> row.state() == ControlRow.State.BROKEN);
    }

    @Test
    void generationsAreTakenInTheirOrderAcrossTheWrapAndAMissingOneIsWaitedFor() throws Exception {
        feed = DayFeed.withoutControls(servers, folder, "");
        feed.redefine("DAY.{date:yyyyMMdd}.*", "DAY\n  generation: gdg");
        for (String generation : List.of("G0001V00", "G9998V00", "G0003V00", "G9999V00")) {
            feed.arrives(
                    "DAY." + generation,
                    DayFile.of("20261120", 1, generation.charAt(4) - '0').text());
        }

        feed.start();

        Batch three = feed.awaitsHeld("DAY.G0003V00", HoldReason.MISSING_PREDECESSOR);
        assertThat(feed.batches())
                .extracting(Batch::file, Batch::sequence)
                .containsExactly(
                        tuple("DAY.G0003V00", 10_002L),
                        tuple("DAY.G0001V00", 10_000L),
                        tuple("DAY.G9999V00", 9_999L),
                        tuple("DAY.G9998V00", 9_998L));
        Awaited missing = Awaited.before(three, List.of(three));
        assertThat(missing.number()).isEqualTo("G0002");
        assertThat(missing.file()).isEqualTo("DAY.G0002V00");
        assertThat(missing.state()).isEqualTo(Awaited.State.MISSING);
        feed.arrives("DAY.G0002V00", DayFile.of("20261120", 1, 11).text());
        feed.awaits("DAY.G0003V00", BatchState.SEALED);

        feed.arrives("DAY.G0002V01", DayFile.of("20261120", 1, 12).text());
        Batch version = feed.awaitsHeld("DAY.G0002V01", HoldReason.NUMBER_TAKEN);
        assertThat(version.findings())
                .last()
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith(
                                "expected a number that no batch in the log has, found G0002, that of DAY.G0002V00 (batch")
                        .contains("the mainframe has replaced that version"));
        feed.decide(version, RELEASE, feed.batch("DAY.G0002V00", BatchState.SEALED));
        assertThat(feed.awaits("DAY.G0002V01", BatchState.SEALED).sequence()).isNull();
        feed.arrives("DAY.G0004V00", DayFile.of("20261120", 1, 13).text());
        feed.awaits("DAY.G0004V00", BatchState.SEALED);
    }

    private static List<String> told(Batch batch) {
        return batch.findings().stream()
                .filter(Finding::isOnlyTold)
                .map(Finding::toString)
                .toList();
    }

    private Batch sealed(DayFile file) throws IOException {
        feed.arrives(file);
        return feed.awaits(file.name(), BatchState.SEALED);
    }

    private Batch waiting(DayFile file) throws IOException {
        feed.arrives(file);
        return feed.awaitsHeld(file.name(), HoldReason.MISSING_PREDECESSOR);
    }
}

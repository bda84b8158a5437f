package io.banku.batch;

import static io.banku.batch.Decision.Action.REFUSE;
import static io.banku.batch.Decision.Action.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.banku.feed.FilePattern;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches that are behind those of another feed, which another process has. */
class WaitingTest extends DayFeedTest {
    private static final DayFile FRIDAY = DayFile.of("20261120", 7, 3);
    private static final DayFile SATURDAY = DayFile.of("20261121", 8, 3);

    private DayFeed master;

    @BeforeEach
    void makeTheFeedBeforeIt() throws IOException {
        master = DayFeed.withoutControls(servers, folder, "");
        feed = DayFeed.withoutControls(servers, folder, "");
        feed.isAfter(master);
    }

    @AfterEach
    void stopTheMembersOfTheOther() {
        master.close();
    }

    @Test
    void aBatchWaitsUntilThatOfTheSameDateIsSealedAndOthersGoOn() throws Exception {
        feed.start();
        master.start();
        Batch waiting = waiting(FRIDAY);
        assertThat(waiting.waitsFor()).containsExactly(master.name());
        assertThat(waiting.history())
                .last()
                .satisfies(step ->
                        assertThat(step.why()).isEqualTo("for " + master.name() + " of 2026-11-20, which is missing"));

        sealed(master, SATURDAY);
        sealed(feed, SATURDAY);
        assertThat(feed.batch(FRIDAY.name(), BatchState.WAITING)).isEqualTo(waiting);
        assertThat(feed.published(waiting)).isEmpty();
        feed.close();
        sealed(master, FRIDAY); // and nobody of this feed is there to see it
        feed.start();

        Batch sealed = feed.awaits(FRIDAY.name(), BatchState.SEALED);
        assertThat(sealed.waitsFor()).isEmpty();
        assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(FRIDAY));
        assertThat(feed.report(sealed).findValuesAsText("why"))
                .contains(master.name() + " of 2026-11-20, which is sealed");
    }

    @Test
    void anOperatorLetsItGoWithoutOrRefusesIt() throws Exception {
        feed.start();
        Batch friday = waiting(FRIDAY);
        Batch saturday = waiting(SATURDAY);

        feed.decide(saturday, REFUSE);
        feed.decide(friday, RELEASE);

        Batch sealed = feed.awaits(FRIDAY.name(), BatchState.SEALED);
        assertThat(sealed.history()).anySatisfy(step -> assertThat(step.why()).isEqualTo("release by anna: because"));
        feed.awaits(SATURDAY.name(), BatchState.REFUSED);
    }

    @Test
    void aFileThatNoFeedClaimedIsReadOnceAsOneOfTheFeedThatItWasGivenTo() throws Exception {
        master.arrives("friday.txt", FRIDAY.text());
        FilesApart apart = new FilesApart(Directories.of(master.data()));
        String arrival =
                apart.page(FilesApart.Kind.UNCLAIMED, null, 10).items().get(0).arrival();
        assertThat(apart.unclaimed(arrival)).isPresent();
        Assignments wrong = new Assignments();
        wrong.put(given(arrival, "FRIDAY.TXT"));
        AssignedFiles assigned = new AssignedFiles(
                Directories.of(master.data()), master.name(), FilePattern.of("DAY.{date:yyyyMMdd}.*"), wrong);
        assigned.take();
        assertThat(assigned.told())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).startsWith("BNK-5092 friday.txt given to feed"));
        assertThat(apart.unclaimed(arrival)).isPresent();
        master.write(given(arrival, FRIDAY.name()));

        master.start();
        Batch sealed = master.awaits(FRIDAY.name(), BatchState.SEALED);
        master.close();
        master.write(given(arrival, FRIDAY.name())); // said again
        master.start();
        sealed(master, SATURDAY);

        assertThat(sealed.arrival()).isEqualTo(arrival);
        assertThat(master.published(sealed)).isEqualTo(DayFeed.expected(FRIDAY));
        assertThat(master.batches()).hasSize(2);
        assertThat(apart.unclaimed(arrival)).isEmpty();
        assertThat(master.data().resolve("refused/unclaimed").resolve(arrival)).doesNotExist();
    }

    private Assignment given(String arrival, String as) {
        return new Assignment(
                UUID.randomUUID().toString(),
                arrival,
                "friday.txt",
                master.name(),
                as,
                "renamed on the way",
                "anna",
                Instant.now());
    }

    private Batch waiting(DayFile file) throws IOException {
        feed.arrives(file);
        return feed.awaits(file.name(), BatchState.WAITING);
    }

    private static Batch sealed(DayFeed some, DayFile file) throws IOException {
        some.arrives(file);
        return some.awaits(file.name(), BatchState.SEALED);
    }
}

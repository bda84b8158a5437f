package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.calendar.DueTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What ends the wait for another feed, and what does not. */
class AwaitedTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final DueTerms WORKING_DAYS =
            new DueTerms("10:00", "mon-fri", null, List.of(), List.of(), "4h", "UTC", "M.{date:yyyyMMdd}");

    private final FeedLedger master = new FeedLedger();
    private int batches;

    @Test
    void withoutACalendarItIsWaitedForOnEveryDay() {
        assertThat(state(FRIDAY)).isEqualTo(Awaited.State.MISSING);
        assertThat(state(SATURDAY)).isEqualTo(Awaited.State.MISSING);
    }

    @Test
    void aCalendarSaysThatItIsExpectedLateOrNotDueAlsoOfDaysBeforeItCounts() {
        Calendars known = Calendars.none("master")
                .with(Optional.of(WORKING_DAYS), NOON.minusSeconds(86_400))
                .orElseThrow();
        master.put(known);

        assertThat(state(FRIDAY)).isEqualTo(Awaited.State.EXPECTED);
        assertThat(master.awaited("master", FRIDAY, NOON.plusSeconds(3 * 3600)).state())
                .isEqualTo(Awaited.State.LATE);
        assertThat(state(SATURDAY)).isEqualTo(Awaited.State.NOT_DUE);
        assertThat(state(FRIDAY.minusDays(7))).isEqualTo(Awaited.State.MISSING);
        assertThat(state(SATURDAY.minusDays(7))).isEqualTo(Awaited.State.NOT_DUE);
        here(BatchState.HELD, SATURDAY);
        assertThat(state(SATURDAY)).isEqualTo(Awaited.State.HELD);
    }

    @Test
    void aFeedThatIsNotDueAnyMoreIsWaitedForAsOneWithoutACalendar() {
        Calendars known = Calendars.none("master")
                .with(Optional.of(WORKING_DAYS), NOON.minusSeconds(86_400))
                .orElseThrow();
        master.put(known.with(Optional.empty(), NOON).orElseThrow());

        assertThat(state(SATURDAY)).isEqualTo(Awaited.State.MISSING);
    }

    @Test
    void onlyOneThatIsSealedEndsItAndNoOtherOfThatDateIsOpen() {
        here(BatchState.REFUSED, FRIDAY);
        assertThat(state(FRIDAY)).isEqualTo(Awaited.State.MISSING);
        here(BatchState.SEALED, FRIDAY);
        assertThat(state(FRIDAY)).isEqualTo(Awaited.State.SEALED);
        for (BatchState open : List.of(BatchState.STAGED, BatchState.CHECKED, BatchState.PUBLISHING)) {
            String id = here(open, FRIDAY);
            Awaited awaited = master.awaited("master", FRIDAY, NOON);
            assertThat(awaited.state()).isEqualTo(Awaited.State.UNDER_WAY);
            assertThat(awaited.batch()).isEqualTo(id);
            assertThat(awaited.isOver()).isFalse();
            ended(id, FRIDAY);
        }
        here(BatchState.HELD, FRIDAY);
        assertThat(state(FRIDAY)).isEqualTo(Awaited.State.HELD);
    }

    @Test
    void anExcuseEndsItUnlessTheFileIsHereAllTheSame() {
        master.put(new Excuse("master", FRIDAY, "bank holiday", "anna", NOON));
        String id = here(BatchState.HELD, FRIDAY);
        assertThat(state(FRIDAY)).isEqualTo(Awaited.State.HELD);
        master.put(master.batch(id)
                .orElseThrow()
                .change()
                .to(BatchState.REFUSED, NOON, null)
                .snapshot());

        assertThat(state(FRIDAY)).isEqualTo(Awaited.State.EXCUSED);
        assertThat(master.awaited("master", FRIDAY, NOON).isOver()).isTrue();
        assertThat(master.awaited("master", FRIDAY, NOON).told()).isEqualTo("master of 2026-11-20, which is excused");
    }

    private Awaited.State state(LocalDate day) {
        return master.awaited("master", day, NOON).state();
    }

    private String here(BatchState state, LocalDate day) {
        String id = "b" + ++batches;
        master.put(DueFilesTest.batch(id, day, "2026-11-20T02:00:00Z", state));
        return id;
    }

    private void ended(String id, LocalDate day) {
        Batch open = master.batch(id).orElseThrow();
        List<BatchState> left = new ArrayList<>(List.of(BatchState.CHECKED, BatchState.PUBLISHING, BatchState.SEALED));
        left.removeIf(state -> state.ordinal() <= open.state().ordinal());
        BatchDraft draft = open.change();
        left.forEach(state -> draft.to(state, NOON, null));
        master.put(draft.snapshot());
    }
}

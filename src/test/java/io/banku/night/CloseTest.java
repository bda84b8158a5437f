package io.banku.night;

import static io.banku.night.Ledgered.DATE;
import static io.banku.night.Ledgered.NOW;
import static io.banku.night.Ledgered.batch;
import static io.banku.night.Ledgered.day;
import static io.banku.night.Ledgered.excused;
import static io.banku.night.Ledgered.notDue;
import static io.banku.night.Ledgered.open;
import static io.banku.night.Ledgered.outOfTurn;
import static io.banku.night.Ledgered.sealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.batch.Batch;
import io.banku.batch.BatchState;
import io.banku.batch.Counts;
import io.banku.batch.DayOfFeed;
import io.banku.batch.Turnover;
import io.banku.night.FeedDay.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a business date is closed, and when it is supplemented. */
class CloseTest {
    private static final NightSet CORE = new NightSet("core", DATE, List.of("master", "postings"));

    static Stream<Arguments> days() {
        Batch staged = batch("postings", "B", 1, BatchState.STAGED, 0);
        return Stream.of(
                Arguments.of("sealed and closed", day("postings", sealed("postings")), State.SEALED),
                Arguments.of("nothing came, and no calendar says that nothing is to", day("postings"), State.MISSING),
                Arguments.of("no file is due on that day", notDue("postings"), State.NOT_DUE),
                Arguments.of("it was excused", excused("postings"), State.EXCUSED),
                Arguments.of("one of two is not sealed", day("postings", sealed("postings"), staged), State.UNDER_WAY),
                Arguments.of(
                        "held", day("postings", batch("postings", "A", 2, BatchState.HELD, 0), staged), State.HELD),
                Arguments.of(
                        "only its number is another one than was expected",
                        day("postings", batch("postings", "A", 3, BatchState.SEALED, 0, List.of(outOfTurn()))),
                        State.SEALED),
                Arguments.of(
                        "a control is open",
                        day("postings", batch("postings", "A", 3, BatchState.SEALED, 3, List.of(open()))),
                        State.OPEN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void aFeedStandsAsTheLedgerSays(String what, DayOfFeed day, State expected) {
        assertThat(Close.stand(List.of("postings"), feed -> day))
                .extracting(FeedDay::state)
                .containsExactly(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void aDateIsClosedWhenNothingOfItIsWaitedFor(String what, DayOfFeed day, State state) {
        Optional<DayEvent> closed = close(Optional.empty(), day("master", sealed("master")), day);

        assertThat(closed.isPresent()).isEqualTo(state.isDone());
    }

    @Test
    void aCloseSaysCountsAndSumsByFeedAndOfAll() {
        DayEvent closed = close(
                        Optional.empty(),
                        day("master", sealed("master")),
                        day("postings", sealed("postings"), batch("postings", "B", 3, BatchState.SEALED, 4)))
                .orElseThrow();

        assertThat(closed.id()).isEqualTo("core/2026-11-20/0");
        assertThat(closed.type()).isEqualTo("BusinessDayClosed");
        assertThat(closed.feeds())
                .extracting(FeedDay::counts)
                .containsExactly(new Counts(100, 100, 0, 0, 100), new Counts(200, 196, 4, 0, 196));
        assertThat(closed.turnover())
                .extracting(Turnover::currency, sum -> sum.credits().toPlainString())
                .containsExactly(tuple("EUR", "296.00"));
        assertThat(NightFormat.event(NightFormat.write(closed))).contains(closed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BusinessDayClosed", "BusinessDaySupplemented"})
    void theExamplesOfThePageAreReadAndWrittenBackUnchanged(String type) throws IOException {
        byte[] example = Files.readAllBytes(Path.of("docs/events", type + ".json"));
        ObjectMapper json = new ObjectMapper();

        DayEvent event = NightFormat.event(example).orElseThrow();

        assertThat(event.type()).isEqualTo(type);
        assertThat(json.readTree(NightFormat.write(event))).isEqualTo(json.readTree(example));
    }

    @Test
    void aDateOfWhichAllIsExcusedHasNothingToClose() {
        assertThat(close(Optional.empty(), excused("master"), notDue("postings")))
                .isEmpty();
    }

    @Test
    void byHandADateIsClosedWithoutWhatWasNamedAndNothingElse() {
        DayOfFeed missing = day("master");
        DayOfFeed held = day("postings", batch("postings", "A", 2, BatchState.HELD, 0));

        assertThat(close(wish("master"), missing, held)).isEmpty();
        DayEvent closed = close(wish("master", "postings"), missing, held).orElseThrow();

        assertThat(closed.byHand()).isEqualTo(new DayEvent.ByHand(List.of("master", "postings"), "no line", "greta"));
        assertThat(closed.feeds()).extracting(FeedDay::state).containsOnly(State.WITHOUT);
        assertThat(closed.feeds()).extracting(FeedDay::counts).containsOnly(Counts.NONE);
        assertThat(close(wish("master"), day("master", sealed("master")), day("postings", sealed("postings"))))
                .as("what came meanwhile was not closed without")
                .get()
                .extracting(DayEvent::byHand)
                .isNull();
    }

    @Test
    void whatComesLaterIsASupplementOfItsOwnNumber() {
        DayOfFeed held = day("postings", batch("postings", "A", 2, BatchState.HELD, 3));
        DayEvent closed =
                close(wish("postings"), day("master", sealed("master")), held).orElseThrow();

        assertThat(supplement(closed, day("master", sealed("master")), held))
                .as("nothing has changed")
                .isEmpty();
        DayOfFeed late = day("postings", batch("postings", "A", 5, BatchState.SEALED, 3, List.of(open())));
        DayEvent first =
                supplement(closed, day("master", sealed("master")), late).orElseThrow();
        DayOfFeed corrected = day("postings", batch("postings", "A", 6, BatchState.SEALED, 0));
        DayEvent second =
                supplement(first, day("master", sealed("master")), corrected).orElseThrow();

        assertThat(first.id()).isEqualTo("core/2026-11-20/1");
        assertThat(first.type()).isEqualTo("BusinessDaySupplemented");
        assertThat(first.feed("postings").orElseThrow().state())
                .as("its control is open still")
                .isEqualTo(State.WITHOUT);
        assertThat(first.changes())
                .containsExactly(
                        new DayEvent.Change("postings", "postings-A", "A", null, new Counts(100, 97, 3, 0, 97)));
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.feed("postings").orElseThrow().state()).isEqualTo(State.SEALED);
        assertThat(second.changes())
                .containsExactly(new DayEvent.Change(
                        "postings", "postings-A", "A", new Counts(100, 97, 3, 0, 97), new Counts(100, 100, 0, 0, 100)));
        assertThat(second.turnover())
                .extracting(sum -> sum.credits().toPlainString())
                .containsExactly("200.00");
        assertThat(supplement(second, day("master", sealed("master")), corrected))
                .isEmpty();
    }

    @Test
    void aLedgerThatSaysLessOrTheSameAgainChangesNothing() {
        DayEvent closed = close(Optional.empty(), day("master", sealed("master")), day("postings", sealed("postings")))
                .orElseThrow();

        assertThat(supplement(closed, day("master"), day("postings", batch("postings", "A", 2, BatchState.SEALED, 9))))
                .as("an older snapshot, and none")
                .isEmpty();
        assertThat(supplement(
                        closed,
                        day("master", sealed("master")),
                        day("postings", batch("postings", "A", 4, BatchState.SEALED, 0))))
                .as("resubmitted, and still rejected")
                .isEmpty();
    }

    private static Optional<CloseWish> wish(String... without) {
        return Optional.of(new CloseWish("core", DATE, List.of(without), "no line", "greta", NOW));
    }

    private static Optional<DayEvent> close(Optional<CloseWish> wish, DayOfFeed... days) {
        return Close.close(CORE, DATE, Close.stand(CORE.feeds(), ledger(days)), wish, NOW);
    }

    private static Optional<DayEvent> supplement(DayEvent last, DayOfFeed... days) {
        return Close.supplement(last, ledger(days), NOW);
    }

    private static Function<String, DayOfFeed> ledger(DayOfFeed... days) {
        Map<String, DayOfFeed> byFeed =
                Arrays.stream(days).collect(Collectors.toMap(DayOfFeed::feed, Function.identity()));
        return byFeed::get;
    }
}

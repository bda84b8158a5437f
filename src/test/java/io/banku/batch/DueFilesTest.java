package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.banku.Logged;
import io.banku.calendar.DueTerms;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Which files are due and not here, at any time, by calendars, batches and excuses. 20 November 2026 is a Friday. */
class DueFilesTest {
    private static final String DATED = "DAY.{date:yyyyMMdd}.*";
    private static final DueTerms WEEKDAYS = terms("02:30", "mon-fri", "30m", DATED);

    private final Came came = new Came();
    private final Map<LocalDate, Excuse> excuses = new HashMap<>();
    private Calendars calendars = Calendars.none("day");

    private static DueTerms terms(String due, String days, String grace, String files) {
        return new DueTerms(due, days, null, List.of(), List.of(), grace, "UTC", files);
    }

    private void learned(DueTerms terms, String at) {
        calendars =
                calendars.with(Optional.ofNullable(terms), Instant.parse(at)).orElse(calendars);
    }

    static Batch batch(String id, LocalDate date, String arrived, BatchState state) {
        String arrival = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS")
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.parse(arrived))
                + "-00000000";
        return new Batch(
                id,
                1,
                1,
                "day",
                id,
                null,
                0,
                "",
                null,
                "",
                arrival,
                state,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                Map.of(),
                date,
                null,
                Counts.NONE,
                null,
                List.of(),
                List.of(),
                List.of(),
                0,
                Batch.Durations.NONE,
                List.of(new Batch.Step(state, Instant.parse(arrived), null)));
    }

    private void came(String date) {
        came.put(null, batch(date, LocalDate.parse(date), "2026-11-20T00:00:00Z", BatchState.SEALED));
    }

    private void cameWithoutADay(String at) {
        came.put(null, batch(at, null, at, BatchState.SEALED));
    }

    private void excused(String date) {
        LocalDate day = LocalDate.parse(date);
        excuses.put(day, new Excuse("day", day, "holiday", "anna", Instant.EPOCH));
    }

    private List<String> missing(String at) {
        return new DueFiles(calendars, came, excuses)
                .missing(Instant.parse(at)).stream()
                        .map(file -> file.date() + " " + file.state().text())
                        .toList();
    }

    @Test
    void aFileIsExpectedFromADayBeforeItIsDueAndLateBehindItsGraceUntilItComes() {
        learned(WEEKDAYS, "2026-11-18T12:00:00Z");

        assertThat(missing("2026-11-18T02:29:59Z")).isEmpty();
        assertThat(missing("2026-11-18T02:30:00Z")).containsExactly("2026-11-19 expected");
        assertThat(missing("2026-11-19T02:30:00Z")).containsExactly("2026-11-19 expected", "2026-11-20 expected");
        assertThat(missing("2026-11-19T02:59:59Z")).startsWith("2026-11-19 expected");
        assertThat(missing("2026-11-19T03:00:00Z")).startsWith("2026-11-19 late");
        assertThat(missing("2026-11-22T12:00:00Z"))
                .containsExactly("2026-11-19 late", "2026-11-20 late", "2026-11-23 expected");
        came("2026-11-19");
        assertThat(missing("2026-11-22T12:00:00Z")).containsExactly("2026-11-20 late", "2026-11-23 expected");
        assertThat(missing("2027-11-22T12:00:00Z")).startsWith("2026-11-20 late");
    }

    @Test
    void aLateFileIsOneLineInTheLogOfTheProcessThatHasItsFeed() {
        learned(WEEKDAYS, "2026-11-18T12:00:00Z");
        Clock clock = Clock.fixed(Instant.parse("2026-11-19T03:00:00Z"), ZoneOffset.UTC);
        Supplier<List<DueFile>> missing = () -> new DueFiles(calendars, came, excuses).missing(clock.instant());
        try (Logged log = Logged.by(LateWatch.class)) {
            LateWatch ours = new LateWatch(missing, "day"::equals, clock);
            ours.look();
            ours.look();
            new LateWatch(missing, "another"::equals, clock).look();

            assertThat(log.messages()).singleElement(STRING).contains("BNK-5056", "DAY.20261119.* of 2026-11-19");
            came("2026-11-19");
            ours.look();
            assertThat(log.messages()).hasSize(2).last(STRING).endsWith("here, 30 minutes after it was due");
        }
    }

    @Test
    void itsNameIsToldAsFarAsItIsKnown() {
        learned(WEEKDAYS, "2026-11-18T12:00:00Z");

        assertThat(new DueFiles(calendars, came, excuses).missing(Instant.parse("2026-11-19T03:00:00Z")))
                .first()
                .satisfies(file -> {
                    assertThat(file.file()).isEqualTo("DAY.20261119.*");
                    assertThat(file.due()).isEqualTo("2026-11-19T02:30:00Z");
                    assertThat(file.late()).isEqualTo("2026-11-19T03:00:00Z");
                });
    }

    @Test
    void whatIsHeldIsHereAndWhatWasRefusedIsNot() {
        learned(WEEKDAYS, "2026-11-18T12:00:00Z");
        LocalDate day = LocalDate.of(2026, 11, 19);
        Batch held = batch("a", day, "2026-11-19T02:00:00Z", BatchState.HELD);
        came.put(null, held);
        assertThat(missing("2026-11-19T03:00:00Z")).containsExactly("2026-11-20 expected");

        came.put(held, batch("a", day, "2026-11-19T02:00:00Z", BatchState.REFUSED));

        assertThat(missing("2026-11-19T03:00:00Z")).containsExactly("2026-11-19 late", "2026-11-20 expected");
    }

    @Test
    void whatIsExcusedIsNotWaitedForAlsoBeforeItIsDue() {
        learned(WEEKDAYS, "2026-11-18T12:00:00Z");
        excused("2026-11-19");
        excused("2026-11-23");

        assertThat(missing("2026-11-22T12:00:00Z"))
                .containsExactly("2026-11-19 excused", "2026-11-20 late", "2026-11-23 excused");
    }

    @Test
    void aDayFarAheadCanBeAskedForAndOneWithoutAFileCannot() {
        learned(WEEKDAYS, "2026-11-18T12:00:00Z");
        came("2026-11-23");
        DueFiles files = new DueFiles(calendars, came, excuses);
        Instant now = Instant.parse("2026-11-18T12:00:00Z");

        assertThat(files.missing(LocalDate.of(2026, 12, 24), now)).isPresent();
        assertThat(files.missing(LocalDate.of(2026, 11, 21), now))
                .as("Saturday")
                .isEmpty();
        assertThat(files.missing(LocalDate.of(2026, 11, 23), now)).as("here").isEmpty();
        assertThat(files.missing(LocalDate.of(2026, 11, 18), now))
                .as("before the calendar")
                .isEmpty();
        assertThat(files.missing(LocalDate.of(2028, 11, 20), now)).as("too far").isEmpty();
    }

    @Test
    void aCalendarThatIsSeenBeforeTheFileIsDueCountsFromThatFileOn() {
        learned(WEEKDAYS, "2026-11-19T01:00:00Z");

        assertThat(missing("2026-11-19T01:00:00Z")).containsExactly("2026-11-19 expected");
    }

    @Test
    void anotherCalendarSaysNothingOfTheDaysBefore() {
        learned(WEEKDAYS, "2026-11-18T12:00:00Z");
        learned(terms("04:00", "sat-sun", "0m", DATED), "2026-11-21T12:00:00Z");

        assertThat(missing("2026-11-23T12:00:00Z"))
                .containsExactly("2026-11-19 late", "2026-11-20 late", "2026-11-21 late", "2026-11-22 late");
    }

    @Test
    void anotherTimeOnTheSameDayLeavesNoDayWithoutOne() {
        learned(terms("03:00", "daily", "0m", DATED), "2026-11-18T12:00:00Z");
        learned(terms("02:30", "daily", "0m", DATED), "2026-11-20T02:45:00Z");

        assertThat(missing("2026-11-20T02:45:00Z"))
                .containsExactly("2026-11-19 late", "2026-11-20 late", "2026-11-21 expected");
    }

    @Test
    void aCalendarThatCountsFromTomorrowDoesSoWhenItIsChangedToday() {
        learned(WEEKDAYS, "2026-11-19T12:00:00Z");
        learned(terms("02:30", "mon-fri", "1h", DATED), "2026-11-19T13:00:00Z");

        assertThat(missing("2026-11-20T02:00:00Z")).containsExactly("2026-11-20 expected");
    }

    @Test
    void withoutACalendarNothingMoreIsExpectedAndWhatWasLateStays() {
        learned(WEEKDAYS, "2026-11-18T12:00:00Z");
        learned(null, "2026-11-19T12:00:00Z");
        assertThat(missing("2026-11-27T12:00:00Z")).containsExactly("2026-11-19 late");

        learned(WEEKDAYS, "2026-11-27T12:00:00Z");

        assertThat(missing("2026-11-30T12:00:00Z"))
                .containsExactly("2026-11-19 late", "2026-11-30 late", "2026-12-01 expected");
    }

    @Test
    void theSameCalendarIsNoNews() {
        learned(WEEKDAYS, "2026-11-18T12:00:00Z");

        assertThat(calendars.with(Optional.of(WEEKDAYS), Instant.parse("2026-11-20T12:00:00Z")))
                .isEmpty();
        assertThat(Calendars.none("day").with(Optional.empty(), Instant.EPOCH)).isEmpty();
    }

    @Test
    void whereNamesHaveNoDayAFileIsThatOfTheOldestDayThatWaits() {
        learned(terms("02:30", "mon-fri", "0m", "ACCOUNTS.BIN"), "2026-11-18T12:00:00Z");
        cameWithoutADay("2026-11-19T02:00:00Z");
        assertThat(missing("2026-11-19T02:31:00Z")).containsExactly("2026-11-20 expected");
        cameWithoutADay("2026-11-19T03:00:00Z"); // a second one is not the next day's
        assertThat(missing("2026-11-20T02:31:00Z")).containsExactly("2026-11-20 late");

        cameWithoutADay("2026-11-20T18:00:00Z"); // late as it is, it is not Monday's

        assertThat(missing("2026-11-23T02:31:00Z")).containsExactly("2026-11-23 late", "2026-11-24 expected");
        excused("2026-11-23");
        cameWithoutADay("2026-11-24T02:00:00Z");
        assertThat(missing("2026-11-24T02:31:00Z")).containsExactly("2026-11-23 excused", "2026-11-25 expected");
    }

    @Test
    void calendarsAndExcusesComeBackFromTheLedgerAsTheyWere() {
        learned(WEEKDAYS, "2026-11-18T12:00:00Z");
        learned(null, "2026-11-19T12:00:00Z");
        Excuse excuse = new Excuse("day", LocalDate.of(2026, 11, 20), "holiday", "anna", Instant.EPOCH);

        assertThat(LedgerFormat.calendars(LedgerFormat.key(calendars), LedgerFormat.write(calendars)))
                .contains(calendars);
        assertThat(LedgerFormat.excuse(LedgerFormat.key(excuse), LedgerFormat.write(excuse)))
                .contains(excuse);
        assertThat(LedgerFormat.key(excuse)).isEqualTo("excuse/day/2026-11-20");
    }

    @Test
    void aCalendarOfALaterVersionIsToldAsUnreadable() {
        byte[] later = """
                {"feed":"day","periods":[{"from":"2026-11-20","terms":{"due":"02:30 +3","days":"daily","grace":"0m","zone":"UTC"}}]}
                """.getBytes(StandardCharsets.UTF_8);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> LedgerFormat.calendars("calendar/day", later)))
                .hasMessageStartingWith("BNK-4020 ledger record calendar/day");
    }
}

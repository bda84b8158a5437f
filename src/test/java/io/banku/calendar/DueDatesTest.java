package io.banku.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueDatesTest {
    private static DueDates dates(String due, String days, String calendar, String list, String grace, String zone) {
        DayList read = DayList.of(list);
        return DueDates.of(
                new DueTerms(due, days, calendar, read.closed(), read.added(), grace, zone, "F.{date:yyyyMMdd}"));
    }

    private static DueDates on(String days, String calendar, String list) {
        return dates("02:30", days, calendar, list, "0m", "UTC");
    }

    private static List<String> november(DueDates dates) {
        return LocalDate.of(2026, 11, 1)
                .datesUntil(LocalDate.of(2026, 12, 1))
                .filter(dates::isDue)
                .map(day -> Integer.toString(day.getDayOfMonth()))
                .toList();
    }

    /** November 2026 begins on a Sunday. */
    @ParameterizedTest
    @CsvSource({
        "mon-fri, 2 3 4 5 6 9 10 11 12 13 16 17 18 19 20 23 24 25 26 27 30",
        "'mon, wed, sun', 1 2 4 8 9 11 15 16 18 22 23 25 29 30",
        "sat-mon, 1 2 7 8 9 14 15 16 21 22 23 28 29 30",
        "'tue-wed, fri', 3 4 6 10 11 13 17 18 20 24 25 27",
        "sat, 7 14 21 28",
    })
    void daysOfTheWeekAreNamedAloneOrFromTo(String days, String expected) {
        assertThat(november(on(days, null, ""))).containsExactlyElementsOf(Arrays.asList(expected.split(" ")));
    }

    @Test
    void dailyIsEveryDay() {
        assertThat(november(on("daily", null, ""))).hasSize(30);
    }

    @Test
    void onAClosingDayOfTarget2NoFileIsDue() {
        DueDates dates = on("mon-fri", "target2", "");

        assertThat(dates.isDue(LocalDate.of(2027, 3, 25))).isTrue();
        assertThat(dates.isDue(LocalDate.of(2027, 3, 26))).as("Good Friday").isFalse();
        assertThat(dates.isDue(LocalDate.of(2027, 3, 29))).as("Easter Monday").isFalse();
        assertThat(dates.isDue(LocalDate.of(2027, 3, 30))).isTrue();
        assertThat(on("mon-fri", null, "").isDue(LocalDate.of(2027, 3, 26))).isTrue();
    }

    @Test
    void aFileOfDaysClosesSomeAndAddsOthers() {
        String list = "# Vienna\n2026-11-02   # All Souls\n\n+2026-11-07\n + 2026-11-08 # both\n2026-11-08\n";

        assertThat(november(on("mon-fri", "days.txt", list))).startsWith("3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void aFeedOfListedDaysIsDueOnThemAlone() {
        assertThat(november(on("listed", "ends.txt", "+2026-11-30\n+2026-12-31\n")))
                .containsExactly("30");
    }

    @ParameterizedTest(name = "{0}: the file of {1} is due at {2}")
    @CsvSource({
        "02:30, 2026-11-27, 2026-11-27T01:30:00Z",
        "02:30 next-day, 2026-11-27, 2026-11-28T01:30:00Z",
        "02:30 next-business-day, 2026-11-27, 2026-11-30T01:30:00Z",
        "02:30 next-business-day, 2026-12-24, 2026-12-28T01:30:00Z",
        "00:00, 2026-11-27, 2026-11-26T23:00:00Z",
        "23:59, 2026-07-01, 2026-07-01T21:59:00Z",
        // the clocks skip 02:30: it is 03:30 in summer time
        "02:30, 2027-03-28, 2027-03-28T01:30:00Z",
        // 02:30 comes twice: the first one
        "02:30, 2026-10-25, 2026-10-25T00:30:00Z",
        "02:30 next-day, 2026-10-24, 2026-10-25T00:30:00Z",
        "03:30, 2026-10-25, 2026-10-25T02:30:00Z",
    })
    void theTimeIsThatOfTheMainframesClocks(String due, LocalDate day, Instant at) {
        assertThat(dates(due, "mon-fri", "target2", "", "0m", "Europe/Vienna").due(day))
                .isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({"0m, 2026-11-27T02:30:00Z", "30m, 2026-11-27T03:00:00Z", "26h, 2026-11-28T04:30:00Z"})
    void afterTheGraceItIsLate(String grace, Instant late) {
        assertThat(dates("02:30", "daily", null, "", grace, "UTC").late(LocalDate.of(2026, 11, 27)))
                .isEqualTo(late);
    }

    @Test
    void theDayBehindTheLastListedOneIsTheNextBusinessDayWhereThereIsNone() {
        DueDates dates = dates("02:30 next-business-day", "listed", "x", "+2026-11-30\n", "0m", "UTC");

        assertThat(dates.next(LocalDate.of(2026, 11, 30))).isEmpty();
        assertThat(dates.due(LocalDate.of(2026, 11, 30))).isEqualTo("2026-12-01T02:30:00Z");
    }

    @Test
    void theFirstDayThatIsNotDueYetMayBeYesterday() {
        DueDates dates = dates("02:30 next-day", "daily", null, "", "0m", "UTC");

        assertThat(dates.firstAfter(Instant.parse("2026-11-28T01:00:00Z"))).isEqualTo("2026-11-27");
        assertThat(dates.firstAfter(Instant.parse("2026-11-28T02:30:00Z"))).isEqualTo("2026-11-28");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "due 2:30",
                "due 24:00",
                "due 02:60",
                "due 02:30:00",
                "due 02:30 tomorrow",
                "due 230",
                "due soon",
                "due ''",
                "days monday",
                "days mon-fri-sat",
                "days mon;fri",
                "days mon-",
                "days mon,,fri",
                "days MON",
                "days never",
                "grace 30",
                "grace 30s",
                "grace m",
                "grace -5m",
                "grace 1d",
                "grace 30 m",
            })
    void whatIsNoTimeDayOrGraceIsRefusedWithWhatWouldBe(String wrong) {
        String[] parts = wrong.split(" ", 2);

        assertThatThrownBy(() -> DueDates.check(parts[0]).accept(parts[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected ")
                .hasMessageEndingWith("found '" + parts[1] + "'");
    }

    @Test
    void aLineThatIsNoDayIsNamed() {
        assertThatThrownBy(() -> DayList.of("2026-12-24\n\n24.12.2026\n"))
                .isInstanceOfSatisfying(
                        DayList.LineException.class,
                        line -> assertThat(line.line()).isEqualTo(3))
                .hasMessage("expected a day such as 2026-12-24, or +2026-12-27, found '24.12.2026'");
        assertThatThrownBy(() -> DayList.of("2026-02-30")).hasMessageContaining("2026-02-30");
    }
}

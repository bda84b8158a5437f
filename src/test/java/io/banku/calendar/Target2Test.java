package io.banku.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Target2Test {

    /** As printed in almanacs: the earliest and the latest possible, and years on both sides of a leap day. */
    @ParameterizedTest
    @CsvSource({
        "1818, 1818-03-22",
        "2000, 2000-04-23",
        "2008, 2008-03-23",
        "2011, 2011-04-24",
        "2019, 2019-04-21",
        "2024, 2024-03-31",
        "2025, 2025-04-20",
        "2026, 2026-04-05",
        "2027, 2027-03-28",
        "2028, 2028-04-16",
        "2038, 2038-04-25",
        "2049, 2049-04-18",
        "2076, 2076-04-19",
        "2100, 2100-03-28",
    })
    void easterIsWhereTheAlmanacHasIt(int year, LocalDate easter) {
        assertThat(Target2.easterSunday(year)).isEqualTo(easter);
    }

    @Test
    void aYearHasSixClosingDays() {
        assertThat(closed(2026))
                .containsExactly(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 4, 3),
                        LocalDate.of(2026, 4, 6),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 12, 25),
                        LocalDate.of(2026, 12, 26));
        for (int year = 2002; year < 2200; year++) {
            assertThat(closed(year)).as("%s", year).hasSize(6);
        }
    }

    private static List<LocalDate> closed(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(Target2::isClosed)
                .toList();
    }
}

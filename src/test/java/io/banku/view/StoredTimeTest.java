package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times and days as Redis has them, and back. */
class StoredTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T09:45:00.123456789Z, 1795254300123456789",
        "1970-01-01T00:00:00Z, 0",
        "1969-12-31T23:59:59.999999999Z, -1",
        "2262-04-11T23:47:16.854775807Z, 9223372036854775807",
        "2262-04-11T23:47:16.854775808Z, 2262-04-11T23:47:16.854775808Z",
        "1677-09-21T00:12:43.145224191Z, 1677-09-21T00:12:43.145224191Z",
    })
    void aTimeIsNanosecondsSince1970WhereThatManyCanBeSaid(Instant time, String text) {
        assertThat(StoredTime.text(time)).isEqualTo(text);
        assertThat(StoredTime.time(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 20261121",
        "1000-01-01, 10000101",
        "9999-12-31, 99991231",
        "0999-12-31, 0999-12-31",
        "+10000-01-01, +10000-01-01",
        "-0001-01-01, -0001-01-01",
    })
    void aDayIsItsEightDigitsWhereItHasThatMany(LocalDate day, String text) {
        assertThat(StoredTime.text(day)).isEqualTo(text);
        assertThat(StoredTime.day(text)).isEqualTo(day);
    }
}

package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferenceTest {
    private static final Duration MOST = Duration.ofSeconds(5);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "wait=2                          | 2",
                "Wait = 2                        | 2",
                "wait=\"2\"                       | 2",
                "wait=2; foo=bar                 | 2",
                "wait=2;foo, x                   | 2",
                "x, wait=2                       | 2",
                "wait=2, wait=1                  | 2",
                "wait=0                          | 0",
                "wait=9                          | 5",
                "wait=9999999                    | 5",
                "wait                            | 5",
                "wait=                           | 5",
                "wait=-1                         | 5",
                "wait=1.5                        | 5",
                "respond-async                   | 0",
                "Respond-Async;x=y               | 0",
                "respond-async=\"\"               | 0",
                "wait=3, respond-async           | 0",
                "x=\"a, respond-async, wait=1\"   | 5",
                "x=\"a\\\", wait=1\", wait=2       | 2",
                "x;respond-async                 | 5",
                ";                               | 5",
                "xrespond-async                  | 5"
            })
    void aPreferenceIsReadAsItsStandardSays(String header, int seconds) {
        assertThat(Preference.of(header).waitAtMost(MOST)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(Preference.of(List.of("x=1", "wait=2")).waitAtMost(MOST)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Preference.of(null).waitAtMost(MOST)).isEqualTo(MOST);
    }
}

package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast form is the JDK's form, for good times and for bad ones. */
class TimestampsTest {

    @Test
    void theUsualFormHasSecondsAndOffset() {
        OffsetDateTime time = OffsetDateTime.of(2026, 11, 21, 23, 0, 0, 0, ZoneOffset.UTC);

        assertThat(Timestamps.format(time)).isEqualTo("2026-11-21T23:00:00+00:00");
    }

    @Test
    void anyTimeIsWrittenAsTheJdkReadsItAndReadBack() {
        DateTimeFormatter plain = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
        for (long seed = 0; seed < 20_000; seed++) {
            OffsetDateTime time = time(new Random(seed));

            String text = Timestamps.format(time);

            assertThat(OffsetDateTime.parse(text)).as(text).isEqualTo(time);
            assertThat(Timestamps.parse(text)).as(text).isEqualTo(time);
            if (text.length() == 25 && time.getOffset().getTotalSeconds() % 60 == 0) {
                assertThat(text).isEqualTo(time.format(plain));
            }
        }
    }

    /** One character of a good text is changed: either both read it, and as the same time, or both refuse it. */
    @Test
    void whatTheJdkRefusesIsRefused() {
        String alphabet = "0123456789-+:.TtZz Q";
        for (long seed = 0; seed < 50_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(Timestamps.format(time(random)));
            text.setCharAt(random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));

            Optional<OffsetDateTime> expected = read(text.toString(), OffsetDateTime::parse);
            Optional<OffsetDateTime> found = read(text.toString(), Timestamps::parse);

            assertThat(found).as(text.toString()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T23:15:02.1234Z", "2026-11-21T23:15:02Z", "2026-11-21T23:15+01:00"})
    void otherFormsOfRfc3339AreReadToo(String text) {
        assertThat(Timestamps.parse(text)).isEqualTo(OffsetDateTime.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-21",
                "2026-11-21T23:15:02",
                "2026-11-21X23:15:02+01:00",
                "2026-11-21T23:15:02*01:00",
                "2026-02-29T23:15:02+01:00",
                "2026-11-21T23:15:02+01:75",
                "2026-11-21T23:15:60+01:00",
                "2026-11-21T23:15:02+19:00",
                "٢٠٢٦-11-21T23:15:02+01:00"
            })
    void noTimeIsAnError(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text))
                .isInstanceOf(DateTimeException.class)
                .hasMessageMatching("(?s).*\\S.*");
    }

    private static Optional<OffsetDateTime> read(String text, Function<String, OffsetDateTime> reading) {
        try {
            return Optional.of(reading.apply(text));
        } catch (DateTimeException refused) {
            return Optional.empty();
        }
    }

    private static OffsetDateTime time(Random random) {
        int year = random.nextInt(20) == 0 ? random.nextInt(40_000) - 20_000 : random.nextInt(10_000);
        int nano = random.nextInt(5) == 0 ? random.nextInt(1_000_000_000) : 0;
        int offset = random.nextInt(20) == 0 ? random.nextInt(129_601) - 64_800 : 900 * (random.nextInt(145) - 72);
        return LocalDateTime.of(year, 1, 1, random.nextInt(24), random.nextInt(60), random.nextInt(60), nano)
                .plusDays(random.nextInt(365))
                .atOffset(ZoneOffset.ofTotalSeconds(offset));
    }
}

package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which number comes when, by those that are in the log. */
class NumberingTest {

    @ParameterizedTest(name = "of {0}, step {1}, {2} is {3}, expected {4}")
    @CsvSource({
        "'',        1,  42, FIRST,  42",
        "7,         1,   8, NEXT,    8",
        "7,         1,   9, AHEAD,   8",
        "7,         1,   7, TAKEN,   8",
        "7,         1,   6, BEHIND,  8",
        "7 9,       1,   8, NEXT,    8",
        "7 9,       1,  10, NEXT,   10",
        "7 9,       1,   9, TAKEN,  10",
        "7 9,       1,  11, AHEAD,  10",
        "7 10,      1,   9, AHEAD,   8",
        "7 10,      1,   8, NEXT,    8",
        "7 8 9,     1,   5, BEHIND, 10",
        "10 30,    10,  20, NEXT,   20",
        "10 30,    10,  25, AHEAD,  20",
        "10 30,    10,  40, NEXT,   40",
        "9999,      1,   1, BEHIND, 10000",
        "-2 0,      1,  -1, NEXT,   -1"
    })
    void aNumberComesWhenTheOneBeforeItIsIn(String in, long step, long number, Numbering.Place place, long expected) {
        Numbering numbering = new In(in);

        assertThat(numbering.place(number, step)).isEqualTo(place);
        assertThat(numbering.expected(number, step)).isEqualTo(expected);
    }

    private static final class In implements Numbering {
        private final TreeSet<Long> numbers = new TreeSet<>();

        In(String text) {
            Arrays.stream(text.split(" "))
                    .filter(word -> !word.isEmpty())
                    .map(Long::valueOf)
                    .forEach(numbers::add);
        }

        @Override
        public OptionalLong lowest() {
            return numbers.isEmpty() ? OptionalLong.empty() : OptionalLong.of(numbers.first());
        }

        @Override
        public OptionalLong highest() {
            return numbers.isEmpty() ? OptionalLong.empty() : OptionalLong.of(numbers.last());
        }

        @Override
        public boolean isIn(long number) {
            return numbers.contains(number);
        }

        @Override
        public long below(long number) {
            return numbers.lower(number);
        }
    }
}

package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generations of a mainframe's data group, by their names and in their order. */
class GenerationTest {

    @ParameterizedTest
    @CsvSource({
        "1,     42,    1", // no wrap: the group was begun anew, perhaps
        "43,    42,    43",
        "9000,  42,    -999", // late, from before the wrap
        "5000,  42,    5000",
        "9998,  10001, 9998",
        "1,     9999,  10000",
        "2,     10000, 10001",
        "2000,  9999,  11999",
        "2001,  9999,  2001", // too far ahead to be a later one
        "1,     6000,  1",
        "1,     19998, 19999",
        "9999,  19999, 19998",
        "9999,  1,     0"
    })
    void aGenerationIsTheLaterOneBehind9999IfItIsNotFarAhead(int number, long last, long place) {
        Generation generation = new Generation(number, 0);

        assertThat(generation.place(OptionalLong.of(last))).isEqualTo(place);
        assertThat(Generation.told(place) + "V00").isEqualTo(generation.toString());
        assertThat(generation.place(OptionalLong.empty())).isEqualTo(number);
    }

    @Test
    void itIsBehindTheNameOrWhereThePatternSays() {
        FilePattern behind = FilePattern.ofGenerations("BANK.TXN");
        assertThat(behind.match("BANK.TXN.G0042V01").orElseThrow().generation()).contains(new Generation(42, 1));
        assertThat(behind.match("BANK.TXN.G0042V01").orElseThrow().sequence()).hasValue(42);
        assertThat(behind.name(LocalDate.EPOCH, 10_000)).isEqualTo("BANK.TXN.G0001V00");
        FilePattern inside = FilePattern.ofGenerations("*.{generation}.D{date:yyMMdd}");
        assertThat(inside.match("X.G9999V00.D261120")).isPresent();

        for (String none : new String[] {"BANK.TXN", "BANK.TXN.G0000V00", "BANK.TXN.G042V00", "BANK.TXN.G0042V1"}) {
            assertThat(behind.match(none)).as(none).isEmpty();
        }
        assertThatThrownBy(() -> FilePattern.ofGenerations("A.{sequence}"))
                .hasMessage("expected at most one {sequence} or {generation}, found two");
    }
}

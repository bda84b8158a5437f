package io.banku.bench.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.copybook.Elementary;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A race is fair only when all runners run the same way. */
class DecodersTest {
    /** No digit, no sign, and beyond every PICTURE as a binary number. */
    private static final byte ILLEGAL = (byte) 0x8A;

    @ParameterizedTest
    @ValueSource(ints = {120, 350})
    void allReadTheSameNumbers(int length) throws Exception {
        Movements movements = Movements.of(length);
        CompiledDecoder compiled = new CompiledDecoder(movements);
        LongDecoder handWritten = HandWrittenDecoder.of(length);
        LongDecoder unchecked = UncheckedDecoder.of(length);
        List<ObjectDecoder> others = List.of(new CobrixDecoder(movements), new LegstarDecoder(movements));

        for (int at = 0; at < movements.bytes().length; at += length) {
            List<BigDecimal> expected = compiled.numbers(compiled.record(movements.bytes(), at));
            long sum = expected.stream()
                    .mapToLong(number -> number.unscaledValue().longValueExact())
                    .sum();

            assertThat(expected).hasSize(12);
            assertThat(compiled.sum(movements.bytes(), at)).isEqualTo(sum);
            assertThat(handWritten.sum(movements.bytes(), at)).isEqualTo(sum);
            assertThat(unchecked.sum(movements.bytes(), at)).isEqualTo(sum);
            for (ObjectDecoder other : others) {
                assertThat(other.numbers(other.record(movements.bytes(), at)))
                        .usingElementComparator(BigDecimal::compareTo)
                        .containsExactlyElementsOf(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 350})
    void theHandWrittenOneRefusesWhatTheCompiledOneRefuses(int length) {
        Movements movements = Movements.of(length);
        LongDecoder compiled = new CompiledDecoder(movements);
        LongDecoder handWritten = HandWrittenDecoder.of(length);

        for (Elementary number : movements.numbers()) {
            byte[] record = Arrays.copyOf(movements.bytes(), length);
            Arrays.fill(record, number.offset(), number.offset() + number.length(), ILLEGAL);
            assertThatThrownBy(() -> compiled.sum(record, 0)).as(number.name()).isInstanceOf(Exception.class);
            assertThatThrownBy(() -> handWritten.sum(record, 0))
                    .as(number.name())
                    .isInstanceOf(Exception.class);
        }
    }
}

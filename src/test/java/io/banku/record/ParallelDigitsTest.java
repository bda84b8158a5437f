package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are read by words where eight bytes are there, and byte by byte where they are not: the same ones, and the same refusals. */
class ParallelDigitsTest {
    private static final long SEED = 19870301;
    private static final int ROUNDS = 2_000;
    private static final int MOST_DIGITS = 18;

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses      | words
            S9(%d) COMP-3  | -
            9(%d) COMP-3   | -
            S9(%d) COMP-3  | signs=strict
            S9(%d) COMP-3  | spaces=zero low-values=zero
            S9(%d)         | -
            9(%d)          | -
            S9(%d)         | signs=strict
            S9(%d)         | signs=lenient
            9(%d)          | leading-spaces=zero
            9(%d) BLANK WHEN ZERO | -
            S9(%d)         | encoding=ascii
            9(%d)          | encoding=ascii
            S9(%d) LEADING | -
            """)
    void whatLiesBehindAFieldMakesNoDifference(String clauses, String words) {
        Dialect dialect = OneField.dialect(words);
        int values = 0;
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            FieldReader field = OneField.of(clauses.formatted(digits), dialect);
            for (int i = 0; i < ROUNDS; i++) {
                byte[] bytes = bytes(field.item().length(), clauses.contains("COMP-3"), words.contains("ascii"));
                Frame alone = new Frame();
                alone.bytes = bytes;
                alone.length = bytes.length;

                String expected = OneField.valueOrCode(field, alone);
                String found = OneField.valueOrCode(field, OneField.frame(bytes));

                assertThat(found).as(OneField.hex(alone)).isEqualTo(expected);
                values += found.startsWith("BNK") ? 0 : 1;
            }
        }
        assertThat(values).isBetween(ROUNDS * MOST_DIGITS / 5, ROUNDS * MOST_DIGITS * 4 / 5);
    }

    /** Digits with a sign or without, half of the time with one byte of anything among them. */
    private byte[] bytes(int length, boolean isPacked, boolean isAscii) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int digit = random.nextInt(10);
            bytes[i] = (byte) (isPacked ? digit << 4 | random.nextInt(10) : (isAscii ? 0x30 : 0xF0) | digit);
        }
        if (isPacked) {
            bytes[length - 1] = (byte) (bytes[length - 1] & 0xF0 | 0xA + random.nextInt(6));
            bytes[0] &= random.nextBoolean() ? 0x0F : 0xFF;
        } else if (random.nextBoolean()) {
            bytes[length - 1] += isAscii ? 0x40 : 0xFFD0;
        }
        if (random.nextBoolean()) {
            bytes[random.nextInt(length)] = (byte) random.nextInt(0x100);
        }
        return bytes;
    }
}

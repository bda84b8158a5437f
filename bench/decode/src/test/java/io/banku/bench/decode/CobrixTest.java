package io.banku.bench.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A million legal numbers of every form: the program reads what was written, and where Cobrix does not it is known why. */
class CobrixTest {
    private static final long SEED = 19870301;
    private static final int VALUES = 1_000_000;

    private final Random random = new Random(SEED);
    private final Map<CobrixDifference, Integer> explained = new EnumMap<>(CobrixDifference.class);
    private final List<String> unexplained = new ArrayList<>();

    @Test
    void everyDifferenceFromCobrixIsExplained() throws Exception {
        List<Declared> all = Declared.all();
        int rounds = VALUES / all.size() + 1;

        for (Declared declared : all) {
            OurField ours = new OurField(declared);
            CobrixField cobrix = new CobrixField(declared);
            assertThat(cobrix.length()).as(declared.clauses()).isEqualTo(ours.length());
            for (int i = 0; i < rounds; i++) {
                Sample sample = Sample.of(declared, random);
                assertThat(ours.value(sample.bytes()))
                        .as(declared.clauses() + " " + sample)
                        .isEqualByComparingTo(sample.value());
                compare(declared, sample, cobrix.value(sample.bytes()));
            }
        }

        System.out.println("numbers of which Cobrix reads otherwise: " + explained + " of " + rounds * all.size());
        assertThat(unexplained).isEmpty();
        assertThat(explained.keySet()).containsExactlyInAnyOrder(CobrixDifference.values());
    }

    /** The examples of docs/reference/mainframe-formats.md, legal ones and others. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # form   | digits | scale | signed | bytes        | program    | Cobrix
            PACKED   | 5      | 0     | true   | 12345A       | 12345      | null
            ZONED    | 3      | 0     | false  | F1F2C3       | 123        | null
            NATIVE_BINARY | 9 | 0     | false  | FFFFFFFF     | 4294967295 | null
            PACKED   | 4      | 6     | true   | 00093C       | 0.000093   | 0.0000093
            BINARY   | 4      | 6     | true   | 0005         | 0.000005   | 0.005
            IBM_SHORT | 0     | 0     | true   | 41100000     | 1          | 4.0
            IBM_SHORT | 0     | 0     | true   | C276A000     | -118.625   | 0.0
            ZONED    | 5      | 0     | true   | F140F3F4C5   | BNK-2005   | 1345
            PACKED   | 5      | 0     | false  | 12345D       | BNK-2008   | -12345
            PACKED   | 5      | 0     | true   | 123450       | BNK-2006   | null
            """)
    void whatIsSaidOfCobrixIsSo(
            Form form, int digits, int scale, boolean signed, String bytes, String program, String cobrix) {
        Declared declared = new Declared(form, digits, scale, signed);
        byte[] given = HexFormat.of().parseHex(bytes);

        assertThat(new OurField(declared).valueOrCode(given)).isEqualTo(program);
        BigDecimal found = new CobrixField(declared).value(given);
        assertThat(found == null ? "null" : found.toPlainString()).isEqualTo(cobrix);
    }

    private void compare(Declared declared, Sample sample, BigDecimal found) {
        if (found != null && found.compareTo(sample.value()) == 0) {
            return;
        }
        Arrays.stream(CobrixDifference.values())
                .filter(difference -> difference.explains(declared, sample, found))
                .findFirst()
                .ifPresentOrElse(
                        difference -> explained.merge(difference, 1, Integer::sum),
                        () -> unexplained.add(declared.clauses() + " " + sample + ", Cobrix " + found));
    }
}

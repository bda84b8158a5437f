package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A sign or a currency sign that floats, also by the shortest PICTUREs of two. GnuCOBOL wrote the characters; where it is
 * installed, it writes them again. Left out is what it does in another way than IBM's manual: a fixed sign beside a currency
 * sign, and B, 0 and / among digits that are suppressed.
 */
class FloatingInsertionTest {
    private static final String WRITTEN = """
            --|0|[  ]
            --|-3|[-3]
            --|7|[ 7]
            --9|0|[  0]
            --9|-3|[ -3]
            --9|-42|[-42]
            --9|42|[ 42]
            ++9|3|[ +3]
            ++9|-3|[ -3]
            ++9.99|0.05|[ +0.05]
            ++9.99|-12.50|[-12.50]
            --9.99|-1.25|[ -1.25]
            --,9|-3|[  -3]
            --,9|42|[ 4,2]
            -,-9|-42|[ -42]
            --9V9|-0.3|[ -03]
            --9V9|31.5|[ 315]
            --V99|-3.07|[-307]
            --.99|-0.07|[ -.07]
            --.--|0|[     ]
            --9,9|-103|[-10,3]
            $$|5|[$5]
            $$9|5|[ $5]
            $$9|42|[$42]
            $$$,$$9.99|1234.50|[ $1,234.50]
            $$$,$$9.99|4.50|[     $4.50]
            $--9|-5|[$ -5]
            $++9.99|12.50|[$+12.50]
            ----,--9.99|-1234.50|[  -1,234.50]
            .ZZ|0.05|[.05]
            .ZZ|0|[   ]
            V**|0.50|[50]
            """;

    /** What a program moved to a PICTURE, and what it became. */
    record Written(String picture, String value, String characters) {}

    static Stream<Written> written() {
        return WRITTEN.lines()
                .map(line -> line.split("\\|"))
                .map(parts -> new Written(parts[0], parts[1], parts[2].substring(1, parts[2].length() - 1)));
    }

    @ParameterizedTest
    @MethodSource("written")
    void aNumberIsWrittenAsCobolWritesIt(Written each) {
        byte[] record = RecordEncoder.of(OneField.layout(each.picture()), ascii(), Map.of())
                .record(Map.of("F", each.value()));

        assertThat(new String(record, StandardCharsets.US_ASCII)).isEqualTo(each.characters());
    }

    @ParameterizedTest
    @MethodSource("written")
    void whatCobolWroteIsReadAsThatNumber(Written each) throws FieldException {
        FieldReader field = OneField.of(each.picture(), ascii());

        BigDecimal found = field.decimal(OneField.frame(each.characters().getBytes(StandardCharsets.US_ASCII)));

        assertThat(found).isEqualByComparingTo(each.value());
    }

    /** The manual's: the fixed sign shows, whatever floats; one before the point is enough. */
    @ParameterizedTest
    @MethodSource("byTheManual")
    void whatGnuCobolDoesOtherwiseIsAsTheManualHasIt(Written each) throws FieldException {
        byte[] record = RecordEncoder.of(OneField.layout(each.picture()), ascii(), Map.of())
                .record(Map.of("F", each.value()));

        assertThat(new String(record, StandardCharsets.US_ASCII)).isEqualTo(each.characters());
        assertThat(OneField.of(each.picture(), ascii()).decimal(OneField.frame(record)))
                .isEqualByComparingTo(each.value());
    }

    static Stream<Written> byTheManual() {
        return Stream.of(
                new Written("$$9-", "-5", " $5-"),
                new Written("$$9-", "42", "$42 "),
                new Written("+$$9", "-5", "- $5"),
                new Written("-$$9", "5", "  $5"),
                new Written("$$$,$$9.99-", "-1234.50", " $1,234.50-"),
                new Written("$$9DB", "-7", " $7DB"),
                new Written("-.-", "-0.4", "-.4"),
                new Written("$.$$-", "-0.45", "$.45-"));
    }

    @Test
    void theCompilerWritesThemAgain(@TempDir Path folder) throws Exception {
        assumeTrue(isInstalled("cobc"), "cobc is not installed");
        List<Written> all = written().toList();
        Files.writeString(folder.resolve("floating.cob"), program(all));

        run(folder, "cobc", "-x", "-std=ibm-strict", "-w", "floating.cob");
        List<String> said = run(folder, "./floating");

        assertThat(said)
                .isEqualTo(
                        all.stream().map(each -> "[" + each.characters() + "]").toList());
    }

    private static String program(List<Written> all) {
        StringBuilder items = new StringBuilder();
        StringBuilder moves = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            items.append("       01  N")
                    .append(i)
                    .append(" PIC ")
                    .append(all.get(i).picture())
                    .append(".\n");
            moves.append("           MOVE ")
                    .append(all.get(i).value())
                    .append(" TO N")
                    .append(i);
            moves.append(" DISPLAY '[' N").append(i).append(" ']'\n");
        }
        return "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. FLOATING.\n       DATA DIVISION.\n"
                + "       WORKING-STORAGE SECTION.\n" + items + "       PROCEDURE DIVISION.\n" + moves
                + "           STOP RUN.\n";
    }

    private static List<String> run(Path folder, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s: %s", Arrays.toString(command), output)
                .isZero();
        return output.lines().toList();
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Dialect ascii() {
        return Dialect.of(CodePage.of("us-ascii"));
    }
}

package io.banku.copybook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text is: a layout or a CopybookException whose faults lie in the text. */
class RandomTextTest {
    private static final String COPYBOOK = """
                   01  TX-RECORD.
                       05  TX-TYPE          PIC X(2) VALUE 'A''B'.
                           88  TX-IS-DEPOSIT      VALUE 'DP' THRU "DZ", SPACES.
                       05  TX-AMOUNT        PIC S9(3)V99 COMP-3.
                       05  TX-ALL REDEFINES TX-AMOUNT SIGN LEADING SEPARATE.
                           10  TX-CODE      PIC S9(4) OCCURS 3 TIMES INDEXED BY I.
                           10  TX-
                  -            REST         PIC X.
                  *  comment
            """;
    private static final String[] PIECES = {
        "05",
        "01",
        "88",
        "'",
        "\"",
        ".",
        " ",
        "\n",
        "\t",
        "PIC",
        "OCCURS",
        "9(",
        ")",
        "S",
        "V",
        "(",
        "X'",
        "REDEFINES",
        "TX-TYPE",
        "99999999999",
        "-1.5",
        ",",
        "THRU",
        ":A:",
        "COMP-3",
        "*>",
        "\u0000",
        "ä",
        "VALUE ",
        "ALL",
        "IS",
    };

    @Test
    void aDamagedCopybookIsALayoutOrFaultsWithinTheText() {
        Random random = new Random(19870301);
        int layouts = 0;
        int refusals = 0;
        for (int i = 0; i < 5_000; i++) {
            String text = damaged(random);
            try {
                assertThat(Copybook.parse("R.cpy", text).length()).isNotNegative();
                layouts++;
            } catch (CopybookException refused) {
                long lines = Math.max(1, text.lines().count());
                assertThat(refused.faults()).isNotEmpty().allSatisfy(fault -> {
                    assertThat((long) fault.line()).as(text).isBetween(1L, lines + 1);
                    assertThat(fault.column()).isPositive();
                });
                refusals++;
            }
        }
        assertThat(layouts).isPositive();
        assertThat(refusals).isPositive();
    }

    @Test
    void aVeryLongLiteralIsRead() {
        String text = "01 R PIC X(3) VALUE '" + "a''".repeat(50_000) + "'.";

        assertThat(Copybook.parse("R.cpy", text).length()).isEqualTo(3);
    }

    private static String damaged(Random random) {
        StringBuilder text = new StringBuilder(COPYBOOK);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(5));
            text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}

package io.banku.copybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.banku.copybook.CopyLibrary.Member;
import io.banku.fuzz.Fuzz;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the text is: a layout or a CopybookException whose faults lie in the text. */
@Tag("long")
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
                           10  TX-EDITED    PIC $$,$$9.99CR BLANK WHEN ZERO.
                           10  TX-WIDE      PIC N(3) JUSTIFIED.
                  *  comment
                       05  TX-N             PIC 9(2) COMP SYNC.
                       05  TX-LINE OCCURS 0 TO 9 TIMES
                               DEPENDING ON TX-N OF TX-RECORD.
                           10  TX-RATE      COMP-2 SYNC.
                       COPY MEMBER REPLACING ==:TAG:== BY ==TX==
                               LEADING ==A== BY ==B==.
                       66  TX-BOTH RENAMES TX-TYPE
                               THRU TX-AMOUNT OF TX-RECORD.
                   77  TX-POINTER USAGE POINTER.
            """;

    private static final CompileOptions OPTIONS = CompileOptions.DEFAULT.with((name, library) -> name.equals("MEMBER")
            ? Optional.of(new Member("MEMBER.cpy", "05 :TAG:-A PIC X. 05 A-B PIC X(3)."))
            : Optional.empty());

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
        "==",
        "COPY MEMBER.",
        "(",
        "SYNC",
        "DEPENDING ON",
        " 66 ",
        " 77 ",
        "OCCURS 999999999",
        "X(134217727)",
        "&",
        ">>",
        "\n>>IF A = 1\n",
        "\n>>ELSE\n",
        "\n>>END-IF\n",
        "\n++INCLUDE MEMBER\n",
        " REPLACE ==TX== BY ==A B==.",
        " REPLACE LEADING ==TX== BY ====.",
        "COPY MEMBER REPLACING ==:TAG:== BY ==B== ==5== BY ==.==.",
        "EXEC SQL ",
        " END-EXEC.",
        " 78 TX-N VALUE 3.",
        "\nFD TX ",
        "PIC U BYTE-LENGTH 9 ",
        "\u00a0",
        "Z'A'",
        "\r",
        "\u0085",
    };

    @Test
    void aDamagedCopybookIsALayoutOrFaultsWithinTheText() {
        assertThat(Copybook.parse("R.cpy", COPYBOOK, OPTIONS).length()).isPositive();
        AtomicInteger layouts = new AtomicInteger();
        AtomicInteger refusals = new AtomicInteger();
        Fuzz.rounds(5_000, random -> {
            String text = damaged(random);
            try {
                assertThat(Copybook.parse("R.cpy", text, OPTIONS).length()).isNotNegative();
                layouts.incrementAndGet();
            } catch (CopybookException refused) {
                long lines = Cards.lines(text).size();
                assertThat(refused.faults()).isNotEmpty().allSatisfy(fault -> {
                    assertThat((long) fault.line()).as(text).isBetween(1L, lines);
                    assertThat(fault.column()).isPositive();
                });
                refusals.incrementAndGet();
            }
        });
        assertThat(layouts).hasPositiveValue();
        assertThat(refusals).hasPositiveValue();
    }

    @Test
    void aHostileCopybookIsRefusedAndNotCompiled() {
        String deep = IntStream.rangeClosed(1, 49)
                .mapToObj(level -> "%02d G%d%s.\n".formatted(level, level, level == 1 ? "" : " OCCURS 999999999"))
                .collect(Collectors.joining());
        String wide = "01 R.\n" + "05 A PIC X(134217727).\n".repeat(100);
        String many = "01 R.\n" + "05 A PIC X.\n".repeat(60_000);
        String tables = "01 R.\n 05 N PIC 9.\n" + "05 A PIC X OCCURS 0 TO 9 DEPENDING ON N.\n".repeat(2_000);
        String tags = "01 R.\n 05 " + "::".repeat(100_000) + " PIC X.\n";
        String number = "01 R PIC 9 VALUE " + "9".repeat(1_000_000) + ".";
        String continued = "       01  R.\n" + "      -    X\n".repeat(100_000);

        assertThat(Stream.of(
                        deep + "49 X PIC X.",
                        deep.replace("49 G49 O", "49 G49 PIC X O"),
                        wide,
                        many,
                        tables,
                        tags,
                        number,
                        continued))
                .allSatisfy(text -> assertThatExceptionOfType(CopybookException.class)
                        .isThrownBy(() -> Copybook.parse("R.cpy", text)));
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

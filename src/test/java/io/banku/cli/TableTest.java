package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void numbersStandToTheRightAndTheLastColumnIsFree() {
        Table table = new Table("FEED", "READ", "WHY")
                .row("daily-transactions", "3,005", "")
                .row("x", "-7.50", "a sentence that is long");

        assertThat(printed(table)).isEqualToNormalizingNewlines("""
                FEED                 READ  WHY
                daily-transactions  3,005
                x                   -7.50  a sentence that is long
                """);
    }

    @Test
    void aColumnWithOneWordIsNoColumnOfNumbers() {
        assertThat(printed(new Table("N", "LAST").row("1", "a").row("none", "b")))
                .isEqualToNormalizingNewlines("""
                        N     LAST
                        1     a
                        none  b
                        """);
    }

    private static String printed(Table table) {
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text, true));
        return text.toString();
    }
}

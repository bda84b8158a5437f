package io.banku.copybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.banku.copybook.CopyLibrary.Member;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditional compilation: some lines belong to the text, by what is said of names. */
class ConditionalTextTest {
    private static final CompileOptions OPTIONS =
            CompileOptions.DEFAULT.define("BATCH", "1").define("LANG", "DE").define("DEBUG", "");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            BATCH = 1                              | true
            batch = 01                             | true
            BATCH IS EQUAL TO 1                    | true
            BATCH NOT = 1                          | false
            BATCH <> 2                             | true
            BATCH > 1                              | false
            BATCH IS GREATER THAN OR EQUAL TO 1    | true
            BATCH < 10                             | true
            BATCH LESS THAN 1                      | false
            BATCH <= 1                             | true
            BATCH IS NOT LESS THAN 1               | true
            2 > BATCH                              | true
            LANG = 'DE'                            | true
            LANG = "EN"                            | false
            DEBUG IS DEFINED                       | true
            DEBUG DEFINED                          | true
            OTHER IS DEFINED                       | false
            OTHER IS NOT DEFINED                   | true
            NOT OTHER IS DEFINED                   | true
            BATCH = 2 OR LANG = 'DE'               | true
            BATCH = 1 AND NOT (LANG = 'DE')        | false
            BATCH = 2 AND LANG = 'DE' OR BATCH = 1 | true
            """)
    void aConditionChoosesLines(String condition, boolean holds) {
        String copybook = "01 R.\n>>IF " + condition + "\n 05 A PIC X(2).\n>>ELSE\n 05 A PIC X(4).\n>>END-IF\n";

        assertThat(Copybook.parse("R.cpy", copybook, OPTIONS).length()).isEqualTo(holds ? 2 : 4);
    }

    @Test
    void conditionsStandWithinConditionsAndInFixedFormat() {
        String copybook = """
                000100 01  R.
                000200 >>IF BATCH = 2
                000300     05  A PIC X(1).
                000400     >>IF UNKNOWN = 7
                000500     05  B PIC X(10).
                000600     >>ELSE
                000700     05  B PIC X(20).
                000800     >>END-IF
                000900 >>ELSE
                001000     >>IF LANG = 'DE'
                001100     05  C PIC X(100).
                001200     >>END-IF
                001300 >>END-IF
                001400     05  Z PIC X.
                """;

        assertThat(LayoutListing.of(copybook, OPTIONS))
                .containsExactly("R 0+101", "C 0+100 PIC X(100)", "Z 100+1 PIC X");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            >>EVALUATE BATCH/>>WHEN 2/05 A PIC X(2)./>>WHEN 1/05 A PIC X(1)./>>WHEN 1/05 B PIC X./>>END-EVALUATE | 1
            >>EVALUATE BATCH/>>WHEN 2/05 A PIC X(2)./>>WHEN OTHER/05 A PIC X(9)./>>END-EVALUATE                  | 9
            >>EVALUATE BATCH/>>WHEN 2 THRU 5/05 A PIC X(2)./>>WHEN 0 THRU 1/05 A PIC X(3)./>>END-EVALUATE        | 3
            >>EVALUATE TRUE/>>WHEN LANG = 'EN'/05 A PIC X(2)./>>WHEN DEBUG DEFINED/05 A PIC X(4)./>>END-EVALUATE | 4
            >>DEFINE SIZE AS 3/>>IF SIZE = 3/05 A PIC X(3)./>>END-IF                                             | 3
            >>DEFINE SIZE 3/>>DEFINE SIZE AS 4 OVERRIDE/>>IF SIZE = 4/05 A PIC X(4)./>>END-IF                    | 4
            >>DEFINE BATCH OFF/>>IF BATCH DEFINED/05 A PIC X(3)./>>ELSE/05 A PIC X(5)./>>END-IF                  | 5
            >>DEFINE BATCH AS PARAMETER/>>IF BATCH = 1/05 A PIC X(3)./>>END-IF                                   | 3
            >>IF NEW NOT DEFINED/>>DEFINE NEW AS 'Y'/>>END-IF/>>IF NEW = 'Y'/05 A PIC X(6)./>>END-IF             | 6
            """)
    void otherDirectivesChooseToo(String lines, int length) {
        String copybook = "01 R.\n" + lines.replace('/', '\n') + "\n";

        assertThat(Copybook.parse("R.cpy", copybook, OPTIONS).length()).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            >>IF REGION = 1/>>END-IF         | 2:1: expected a value of REGION, found none; say it by define: { REGION: … } in the feed, or by --define REGION=…
            >>IF/>>END-IF                    | 2:1: expected a condition such as NAME IS DEFINED or NAME = 1, found none
            >>IF BATCH ? 1/>>END-IF          | 2:1: expected a condition such as NAME IS DEFINED or NAME = 1, found BATCH ? 1
            >>IF BATCH = 1                   | 2:1: expected >>END-IF, found the end of the text
            >>ELSE                           | 2:1: expected >>IF before >>ELSE, found none
            >>END-EVALUATE                   | 2:1: expected >>EVALUATE before >>END-EVALUATE, found none
            >>DEFINE BATCH AS 2              | 2:1: expected BATCH to stay 1, or OVERRIDE; found 2
            >>DEFINE 5 AS 2                  | 2:1: expected a name after >>DEFINE, found 5 AS 2
            """)
    void whatIsUnclearIsToldAndNotGuessed(String lines, String fault) {
        String copybook = "01 R.\n" + lines.replace('/', '\n') + "\n 05 Z PIC X.\n";

        CopybookException refused =
                catchThrowableOfType(CopybookException.class, () -> Copybook.parse("R.cpy", copybook, OPTIONS));

        assertThat(refused.faults()).extracting(Fault::toString).contains("R.cpy:" + fault);
    }

    @Test
    void aMemberThatDefinesWhatTheCopybookAskedForIsTold() {
        CompileOptions options =
                OPTIONS.with((name, library) -> Optional.of(new Member("M.cpy", ">>DEFINE WIDE AS 1\n")));
        String copybook = "01 R.\n COPY M.\n>>IF WIDE DEFINED\n 05 A PIC X(9).\n>>ELSE\n 05 A PIC X.\n>>END-IF\n";

        assertThatThrownBy(() -> Copybook.parse("R.cpy", copybook, options))
                .hasMessage("M.cpy:1:1: expected >>DEFINE of WIDE in the copybook, as a condition there asks for it;"
                        + " found it in a member");
    }

    @Test
    void membersKnowWhatTheCopybookDefined() {
        CompileOptions options = OPTIONS.with(
                (name, library) -> Optional.of(new Member("M.cpy", ">>IF WIDE = 1\n05 A PIC X(9).\n>>END-IF\n")));

        assertThat(LayoutListing.of(">>DEFINE WIDE AS 1\n01 R.\n COPY M.\n", options))
                .isEqualTo(List.of("R 0+9", "A 0+9 PIC X(9)"));
    }

    @Test
    void onlyANameCanBeDefined() {
        assertThatThrownBy(() -> CompileOptions.DEFAULT.define("1", "2"))
                .hasMessage("expected a name of letters, digits and hyphens, found '1'");
    }
}

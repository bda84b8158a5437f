package io.banku.copybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopybookFaultsTest {

    @Test
    void allFaultsAreToldAtOnceWithLineAndColumn() {
        String copybook = """
                       01  R.
                           05  A  PIC X(0).
                           05  B  PIC 9(3) COMP-1.
                           05  C  PIC X(3)
                           05  D  PIC S9(3) COMP-X.
                           05  E.
                           05  F REDEFINES A PIC X.
                           51  G PIC X.
                           05  H PIC Z9 COMP-3.
                """;

        assertThat(faults(copybook))
                .containsExactly(
                        "R.cpy:2:23: expected a repetition from 1 to 134217727, found X(0)",
                        "R.cpy:3:23: expected no PICTURE with USAGE COMP-1, found 9(3)",
                        "R.cpy:4:23: expected a period after X(3), found 05",
                        "R.cpy:5:29: USAGE COMP-X is not supported yet",
                        "R.cpy:6:12: expected a PICTURE for E, or items under it; found neither",
                        "R.cpy:7:28: expected the name of the item right before F on the same level, found A",
                        "R.cpy:8:12: expected a level number (01 to 49, 66, 77 or 88), found 51",
                        "R.cpy:9:22: expected a numeric PICTURE with this USAGE, found Z9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # entry under 01 R, in line 2                       | column: message
            05 F PIC X OCCURS 0.                                | 20: expected a number of occurrences from 1, found 0
            05 F PIC X OCCURS X.                                | 20: expected a number of occurrences from 1, found X
            05 F PIC X COMP-3.                                  | 11: expected a numeric PICTURE with this USAGE, found X
            05 F PIC S9(19) COMP.                               | 11: expected at most 18 digits in a binary item, found S9(19)
            05 F PIC 9(3) SIGN LEADING.                         | 21: expected SIGN on a DISPLAY number with S in its PICTURE, found PIC 9(3)
            05 F PIC S9(3) COMP-3 SIGN LEADING.                 | 29: expected SIGN on a DISPLAY number with S in its PICTURE, found PIC S9(3)
            05 F PIC S9 SIGN SEPARATE.                          | 19: expected LEADING or TRAILING, found SEPARATE
            05 F PIC S9 BLANK WHEN ZERO.                        | 14: expected BLANK WHEN ZERO on an unsigned DISPLAY number, found PIC S9
            05 F PIC 9 BLANK WHEN SPACE.                        | 24: expected ZERO, found SPACE
            05 F PIC X PIC X.                                   | 13: expected one such clause, found a second one: PIC (first on line 2)
            05 F PIC.                                           | 10: expected a PICTURE such as X(30) or S9(5)V99, found .
            05 F PIC 9 USAGE IS FLOAT.                          | 22: expected a usage such as DISPLAY, COMP, COMP-5 or COMP-3, found FLOAT
            05 F PIC X FOO.                                     | 13: expected a clause such as PIC, OCCURS or COMP-3, or a period, found FOO
            05 F REDEFINES 7 PIC X.                             | 17: expected the name of an item, found 7
            05 F PIC X VALUE.                                   | 18: expected a literal or a figurative constant such as SPACES, found .
            05 F PIC X VALUE 'A.                                | 19: the literal is not closed on its line: expected '
            05 F PIC X VALUE X'A'.                              | 19: expected pairs of hexadecimal digits, found X'A'
            05 F PIC X OCCURS 5 TO 1.                           | 25: expected a number of occurrences from 5, found 1
            05 F PIC X OCCURS 1 TO 5.                           | 20: expected DEPENDING ON after OCCURS 1 TO 5, found none
            05 F PIC X OCCURS UNBOUNDED DEPENDING ON N.         | 20: expected a largest number of occurrences, found UNBOUNDED, which no file's record can be
            05 F PIC X OCCURS 9999999999 TIMES.                 | 20: expected a number of occurrences from 1, found 9999999999
            05 F PIC X USAGE COMP-2.                            | 11: expected no PICTURE with USAGE COMP-2, found X
            05 F PIC X POINTER.                                 | 11: expected no PICTURE with USAGE POINTER, found X
            05 F PIC N(2) DISPLAY.                              | 11: expected USAGE NATIONAL or DISPLAY-1 with this PICTURE, found N(2)
            05 F PIC X(2) DISPLAY-1.                            | 11: expected a PICTURE of G or N with USAGE DISPLAY-1, found X(2)
            05 F PIC X(2) NATIONAL.                             | 11: expected a numeric PICTURE, or one of N, with USAGE NATIONAL, found X(2)
            05 F PIC S9 NATIONAL.                               | 11: expected SIGN SEPARATE with S and USAGE NATIONAL, found PIC S9
            05 F PIC 9 JUSTIFIED.                               | 13: expected JUSTIFIED on text, found PIC 9
            05 F PIC X(2) UTF-8.                                | 11: expected a PICTURE of U with USAGE UTF-8, found X(2)
            05 F PIC U(2) DISPLAY.                              | 11: expected USAGE UTF-8 with this PICTURE, found U(2)
            05 F PIC U(2) COMP-3.                               | 11: expected a numeric PICTURE with this USAGE, found U(2)
            05 F PIC U(2) BYTE-LENGTH 4.                        | 16: expected BYTE-LENGTH with PIC U, found PIC U(2)
            05 F PIC X BYTE-LENGTH 4.                           | 13: expected BYTE-LENGTH with PIC U, found PIC X
            05 F PIC U BYTE-LENGTH 0.                           | 25: expected a number of bytes from 1, found 0
            05 F PIC U BYTE-LENGTH 999999999.                   | 2: expected items of at most 134217727 bytes, found 999999999 up to F
            05 F PIC U(5) DYNAMIC LENGTH.                       | 16: DYNAMIC is not supported yet
            05 F OBJECT PIC X.                                  | 14: expected REFERENCE, found PIC
            05 F PIC X VALUE Q'A'.                              | 19: expected a literal such as 'A', X'0F' or N'A', found Q'A'
            05 F PIC 9 VALUE ALL 5.                             | 19: expected ALL before a quoted literal, found ALL 5
            05 F PIC 9 VALUE 1,5.                               | 20: expected a point before decimals, found ,5
            05 F PIC X VALUE 'A' & X'00'.                       | 23: expected two literals of one kind, found 'A' & X'00'
            05 F PIC X VALUE 'A' & .                            | 25: expected a literal or a figurative constant such as SPACES, found .
            05 F PIC 9 VALUE 1(5).                              | 19: expected a literal or a figurative constant such as SPACES, found 1(5)
            05 :TAG:-F PIC X.                                   | 5: expected a word, found :TAG:-F, whose part REPLACING has to say
            05 F PIC X ? .                                      | 13: unexpected character '?'
            05 F PIC X ==A .                                    | 13: the pseudo-text is not closed: expected ==
            78 F VALUE NEXT.                                    | 13: expected one number or literal as the value of F, found NEXT
            78 F VALUE 5 6.                                     | 15: expected one number or literal as the value of F, found 6
            78 F PIC X.                                         | 2: expected a level number (01 to 49, 66, 77 or 88), found 78
            00 F PIC X.                                         | 2: expected a level number (01 to 49, 66, 77 or 88), found 00
            005 F PIC X.                                        | 2: expected a level number (01 to 49, 66, 77 or 88), found 005
            PIC X.                                              | 2: expected a level number (01 to 49, 66, 77 or 88), found PIC
            COPY OTHER.                                         | 7: expected a member of the library, found none: OTHER
            COPY OTHER 05 F PIC X.                              | 13: expected a period after COPY OTHER, found 05
            COPY (.                                             | 7: expected the name of a member, found (
            COPY O REPLACING A 5.                               | 21: expected BY, found 5
            COPY O REPLACING ==== BY A.                         | 19: expected words to be replaced, found ==
            REPLACE A BY ==B==, ==C== ==D==.                    | 28: expected BY, found ==
            >>CALLINTERFACE DLL                                 | 2: expected a directive such as >>SOURCE FORMAT IS FREE or >>IF, found >>CALLINTERFACE DLL, which is not supported
            EXEC SQL INCLUDE X END-EXEC.                        | 19: expected a member of the library, found none: X
            EXEC CICS X END-EXEC.                               | 2: expected a level number (01 to 49, 66, 77 or 88), found EXEC
            05 F PIC X(134217727) OCCURS 2.                     | 2: expected items of at most 134217727 bytes, found 268435454 up to F
            """)
    void anEntryThatCannotBeReadIsAFault(String entry, String message) {
        String copybook = "01 R.\n " + entry + "\n 05 LAST PIC X.\n";

        assertThat(faults(copybook)).containsExactly("R.cpy:2:" + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # PIC        | 88 VALUE       | message
            X(2)         | ''             | a quoted literal or digits for C, found ''
            X(2)         | -1             | a quoted literal or digits for C, found -1
            X(2)         | 1.5            | a quoted literal or digits for C, found 1.5
            9(2)         | 'A'            | a number for C, found 'A'
            9(2)         | 5 THRU 3       | a range of numbers upwards for C, found 5 THRU 3
            9(2)         | 5 THRU SPACES  | a range of numbers upwards for C, found 5 THRU SPACES
            """)
    void aConditionThatCannotBeComparedWithItsItemIsAFault(String picture, String value, String message) {
        String copybook = "01 R.\n 05 F PIC " + picture + ".\n 88 C VALUE " + value + ".\n";

        assertThat(faults(copybook)).containsExactly("R.cpy:3:2: expected " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # PIC        | 88 VALUE       | note
            X(2)         | 'ABC'          | 'ABC', which an item of 2 characters
            X(2)         | 123            | 123, which an item of 2 characters
            X(2)         | X'010203'      | X'010203', which an item of 2 characters
            X(2)         | 'A' THRU 'BCD' | 'BCD', which an item of 2 characters
            N(2)         | N'ABC'         | 'ABC', which an item of 2 characters
            9(2)         | 100            | 100, which PIC 9(2)
            9(2)         | 1.5            | 1.5, which PIC 9(2)
            9(2)         | -1             | -1, which PIC 9(2)
            9(2)         | 5 THRU 100     | 100, which PIC 9(2)
            9(2)PP       | 150            | 150, which PIC 9(2)PP
            """)
    void aValueThatItsItemNeverHasIsNoted(String picture, String value, String note) {
        String copybook = "01 R.\n 05 F PIC " + picture + ".\n 88 C VALUE " + value + ".\n";

        assertThat(Copybook.parse("R.cpy", copybook).notes())
                .extracting(Fault::toString)
                .containsExactly("R.cpy:3:2: C asks for " + note + " never is");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X(2)|1 12", "X(2)|'A '", "X(2)|'AB   '", "N(2)|'AB'", "9(2)|99 ZERO SPACES", "X|LOW-VALUE"})
    void aValueThatItsItemCanHaveIsNotNoted(String pictureAndValue) {
        String[] parts = pictureAndValue.split("\\|");
        String copybook = "01 R.\n 05 F PIC " + parts[0] + ".\n 88 C VALUE " + parts[1] + ".\n";

        assertThat(Copybook.parse("R.cpy", copybook).notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                            | R.cpy:1:1: expected a data description such as 01 NAME., found none
            * only a comment                              | R.cpy:1:1: expected a data description such as 01 NAME., found none
            88 C VALUE 'A'.                               | R.cpy:1:1: expected an item before the condition C, found none
            01 R PIC X OCCURS 3.                          | R.cpy:1:12: expected OCCURS below level 01, found it at level 01
            01 R PIC X. 05 A PIC X.                       | R.cpy:1:10: expected no PICTURE on R, as other items stand under it; found PIC X
            05 A PIC X. 01 R PIC X.                       | R.cpy:1:13: expected every item under a level 01, or none; found level 01
            01 R. 05 A PIC X OCCURS 2. 05 B REDEFINES A PIC X. | R.cpy:1:43: expected an item without OCCURS, found A
            01 R PIC X. 01 R PIC 9.                       | R.cpy:1:13: expected one record of a name, found a second R (first on line 1)
            01 R REDEFINES Q PIC X.                       | R.cpy:1:16: expected the name of a record before R, found Q
            01 R. 05 A JUST. 10 B PIC X.                  | R.cpy:1:12: expected JUST on an elementary item, found A
            01 R. 05 A SYNC. 10 B PIC X.                  | R.cpy:1:12: expected SYNC on level 01 or an elementary item, found A
            66 A RENAMES B.                               | R.cpy:1:1: expected level 66 after the items that A renames, found none
            01 R. 05 A PIC X. 66 B RENAMES A. 05 C PIC X. | R.cpy:1:35: expected level 66 after the last item of the record, found C after B
            01 R. 05 A PIC X                              | R.cpy:1:16: expected a period after X, found the end of the copybook
            01 R. 05 A PIC X. 88 C.                       | R.cpy:1:23: expected VALUE, found .
            01 R. 05 A PIC X. 88 VALUE 'A'.               | R.cpy:1:28: expected VALUE, found 'A'
            """)
    void aCopybookThatDescribesNoRecordIsAFault(String copybook, String fault) {
        assertThat(faults(copybook)).containsExactly(fault);
    }

    @Test
    void aPeriodThatStandsBeyondColumn72IsExplained() {
        String copybook =
                "       01  R.\n           05  A  PIC X(3)" + " ".repeat(46) + ".\n           05  B  PIC X.\n";

        assertThat(faults(copybook))
                .containsExactly(
                        "R.cpy:2:23: expected a period after X(3), found 05; what stands beyond column 72 is not read");
    }

    static List<String> faults(String copybook) {
        CopybookException refused =
                catchThrowableOfType(CopybookException.class, () -> Copybook.parse("R.cpy", copybook));
        assertThat(refused).as("faults of\n%s", copybook).isNotNull();
        return refused.faults().stream().map(Fault::toString).toList();
    }
}

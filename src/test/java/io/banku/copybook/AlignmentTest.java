package io.banku.copybook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where SYNCHRONIZED puts items. */
class AlignmentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses                     | offset after one byte
            PIC S9(4) COMP SYNC           | 2
            PIC S9(5) COMP SYNCHRONIZED   | 4
            PIC S9(9) BINARY SYNC RIGHT   | 4
            PIC S9(18) COMP SYNC LEFT     | 4
            PIC S9(4) COMP-5 SYNC         | 2
            COMP-1 SYNC                   | 4
            COMP-2 SYNC                   | 8
            INDEX SYNC                    | 4
            POINTER SYNC                  | 4
            PROCEDURE-POINTER SYNC        | 4
            PIC S9(5) COMP-3 SYNC         | 1
            PIC 9(4) SYNC                 | 1
            PIC S9(9) COMP                | 1
            """)
    void anItemBeginsOnTheBoundaryOfItsUsage(String clauses, int offset) {
        Group root = (Group) Copybook.parse("R.cpy", "01 R.\n 05 A PIC X.\n 05 F " + clauses + ".\n")
                .roots()
                .get(0);

        assertThat(root.items().get(1).offset()).isEqualTo(offset);
    }

    @Test
    void slackBytesStandBeforeTheGroupThatBeginsWithTheItem() {
        String copybook = """
                01 R.
                   05 A      PIC X(5).
                   05 B      PIC XX.
                   05 C.
                      10 D.
                         15 E PIC S9(6) COMP SYNC.
                      10 F   PIC X.
                """;

        assertThat(LayoutListing.of(copybook))
                .containsExactly(
                        "R 0+13",
                        "A 0+5 PIC X(5)",
                        "B 5+2 PIC XX",
                        "C 8+5",
                        "D 8+4",
                        "E 8+4 PIC S9(6) COMP",
                        "F 12+1 PIC X");
    }

    @Test
    void everyOccurrenceOfATableBeginsAlike() {
        String copybook = """
                01 R.
                   05 A       PIC X.
                   05 T OCCURS 10.
                      10 T1   PIC X.
                      10 T2   PIC S9(4)V99 COMP SYNC.
                      10 T3   PIC S9(3) COMP SYNC.
                      10 T4   PIC X(5).
                   05 B       PIC X.
                """;

        assertThat(LayoutListing.of(copybook))
                .containsExactly(
                        "R 0+162",
                        "A 0+1 PIC X",
                        "T 1+16 x10",
                        "T1 1+1 PIC X",
                        "T2 4+4 PIC S9(4)V99 COMP",
                        "T3 8+2 PIC S9(3) COMP",
                        "T4 10+5 PIC X(5)",
                        "B 161+1 PIC X");
    }

    @Test
    void aSynchronizedRecordAlignsAllItsItems() {
        String copybook = "01 R SYNC.\n 05 A PIC X.\n 05 B.\n 10 C PIC S9(4) COMP.\n 10 D COMP-2.\n";

        assertThat(LayoutListing.of(copybook))
                .containsExactly("R 0+16", "A 0+1 PIC X", "B 2+14", "C 2+2 PIC S9(4) COMP", "D 8+8 COMP-2");
    }

    @Test
    void whatIsRedefinedHasToBeginOnTheBoundaryAlready() {
        String copybook = "01 R.\n 05 A PIC X.\n 05 B PIC X(4).\n 05 C REDEFINES B COMP-1 SYNC.\n";

        assertThat(CopybookFaultsTest.faults(copybook))
                .containsExactly("R.cpy:4:17: expected an item that begins on a boundary of 4 bytes for the SYNC of C,"
                        + " found B at byte 1");
    }
}

package io.banku.copybook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceFormatTest {
    private static final List<String> LAYOUT = List.of("R 0+5", "A 0+3 PIC X(3)", "B 3+2 PIC 9(2)");

    @Test
    void inFixedFormatSequenceNumbersAndWhatStandsBeyondColumn72AreNoCode() {
        String copybook = """
                000100 01  R.                                                           CHG00017
                000200*    A COMMENT. 05 X PIC X.
                CR4711     05  A        PIC X(3).                                       05 Y PIC X.
                000400/
                000500D    05  DEBUG    PIC X(9).
                000600     05  B        PIC 9(2).                                       \s
                000700
                """;

        assertThat(LayoutListing.of(copybook)).isEqualTo(LAYOUT);
    }

    @Test
    void sequenceColumnsMayBeBlank() {
        String copybook = "       01  R.\n      * COMMENT\n           05  A  PIC X(3).\n           05  B  PIC 9(2).\n";

        assertThat(LayoutListing.of(copybook)).isEqualTo(LAYOUT);
    }

    @Test
    void shortLinesOfAnyIndentAreRead() {
        String copybook = "01 R.\n* comment\n   05 A PIC X(3). *> comment\n   05 B\nPIC 9(2)\n.\n";

        assertThat(LayoutListing.of(copybook)).isEqualTo(LAYOUT);
    }

    @Test
    void aLevelNumberInTheSequenceColumnsTellsFreeFormat() {
        String copybook = "01  R.\n    05 A PIC X(3).\n    05 B PIC 9(2).\n";

        assertThat(LayoutListing.of(copybook)).isEqualTo(LAYOUT);
    }

    @Test
    void tabsLowerCaseCarriageReturnsAndTheOldEndOfFileAreRead() {
        String copybook = "\uFEFF01 r.\r\n\t05\ta\tpic x(3).\r\n\t05\tb\tPic 9(2).\r\n\u001A";

        assertThat(LayoutListing.of(copybook)).isEqualTo(LAYOUT);
    }

    @Test
    void anEntryMayTakeSeveralLinesAndALineSeveralEntries() {
        String copybook = "       01  R. 05 A\n           PICTURE IS\n           X(3). 05 B PIC 9(2).\n";

        assertThat(LayoutListing.of(copybook)).isEqualTo(LAYOUT);
    }

    @Test
    void aHyphenInColumn7ContinuesAWord() {
        String copybook = "       01  R.\n           05  LONG-NA\n      -    ME PIC X(3).\n";

        assertThat(LayoutListing.of(copybook)).containsExactly("R 0+3", "LONG-NAME 0+3 PIC X(3)");
    }

    @Test
    void aHyphenInColumn7ContinuesALiteralThatWentOnToColumn72() {
        String first = "           05  A PIC X(60).";
        String second = "               88  A-LONG VALUE 'THE BEGINNING OF A TEXT";
        String copybook = "       01  R.\n" + first + "\n" + second + "\n      -    ' AND ITS END'.\n";

        Group root = (Group) Copybook.parse("R.cpy", copybook).roots().get(0);

        String blanks = " ".repeat(72 - second.length());
        assertThat(root.items()
                        .get(0)
                        .conditions()
                        .get(0)
                        .values()
                        .get(0)
                        .from()
                        .text())
                .isEqualTo("THE BEGINNING OF A TEXT" + blanks + " AND ITS END");
    }

    @Test
    void listingControlIsNoCode() {
        String copybook =
                "       01  R.\n           EJECT\n           05 A PIC X(3).\n           SKIP1.\n           05 B PIC 9(2).\n";

        assertThat(LayoutListing.of(copybook)).isEqualTo(LAYOUT);
    }

    @Test
    void aCommentMarkWithinALiteralIsText() {
        String copybook = "01 R.\n 05 A PIC X(3) VALUE '*>x'.\n 05 B PIC 9(2).\n";

        assertThat(LayoutListing.of(copybook)).isEqualTo(LAYOUT);
    }

    @Test
    void aDirectiveChangesTheFormatOfTheLinesAfterIt() {
        String free = "       >>SOURCE FORMAT IS FREE\n01 R. 05 A PIC X(3).\n05 B PIC 9(2).\n";
        String set = "      $SET SOURCEFORMAT\"FREE\"\n01 R. 05 A PIC X(3).\n05 B PIC 9(2).\n";
        String both = ">>SOURCE FREE\n01 R. 05 A PIC X(3).\n>>SOURCE FORMAT FIXED\n000300 05 B PIC 9(2).   "
                + " ".repeat(48) + "05 C PIC X.\n";

        assertThat(LayoutListing.of(free)).isEqualTo(LAYOUT);
        assertThat(LayoutListing.of(set)).isEqualTo(LAYOUT);
        assertThat(LayoutListing.of(both)).isEqualTo(LAYOUT);
    }

    @Test
    void titlesAndPagesOfTheListingAreNoCode() {
        String copybook = "       TITLE 'MASTER FILE'.\n       >>PAGE\n       01 R.\n           05 A PIC X(3).\n"
                + "       SKIP2\n           05 B PIC 9(2).\n";

        assertThat(LayoutListing.of(copybook)).isEqualTo(LAYOUT);
    }

    @Test
    void placesAreRightBehindAContinuation() {
        String copybook = "       01  R.\n           05  LONG-NA\n\n      -    ME PIC Q.\n           05 B PIC Q.\n";

        assertThat(CopybookFaultsTest.faults(copybook))
                .extracting(fault -> fault.substring(0, 11))
                .containsExactly("R.cpy:4:19:", "R.cpy:5:21:");
    }
}

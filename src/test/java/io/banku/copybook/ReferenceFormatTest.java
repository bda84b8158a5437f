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

    private static List<String> values(String copybook) {
        Group root = (Group) Copybook.parse("R.cpy", copybook).roots().get(0);
        return root.items().get(0).conditions().get(0).values().stream()
                .map(value -> value.from().text())
                .toList();
    }

    private static String conditioned(String first, String second) {
        return "       01  R.\n           05  A PIC X(70).\n" + first + "\n      -" + second + "\n";
    }

    @Test
    void aLiteralThatIsClosedDoesNotGoOnInTheNextLine() {
        String apart = conditioned("               88  C VALUE '123'", "    '45'.");
        String atTheEnd = conditioned(" ".repeat(47) + "88  C VALUE  \"1234567890\"", "    \"45\".");
        String word = conditioned("               88  C VALUE '123'", "    'X' THRU 'Y'.");

        assertThat(values(apart)).containsExactly("123", "45");
        assertThat(values(atTheEnd)).containsExactly("1234567890", "45");
        assertThat(values(word)).containsExactly("123", "X");
    }

    @Test
    void aQuoteInColumn72AndTwoInTheNextLineAreOneOfTheLiteral() {
        String first = "           88  C VALUE 'IT" + " ".repeat(45) + "'";

        assertThat(first).hasSize(72);
        assertThat(values(conditioned(first, "    ''S'."))).containsExactly("IT" + " ".repeat(45) + "'S");
        assertThat(values(conditioned(first.replace('\'', '"'), "    \"\"S\".")))
                .containsExactly("IT" + " ".repeat(45) + "\"S");
        assertThat(values(conditioned(first.replace("  '", " ''"), "    'S'.")))
                .containsExactly("IT" + " ".repeat(44) + "'S");
    }

    @Test
    void aPictureOfStarsMayBeginALine() {
        String fixed = "       01  R.\n           05  A PIC\n      * COMMENT\n               ***,**9.99.\n"
                + "           05  B PICTURE IS\n\n           **9.\n      *    **9.\n           05  C PIC X.\n";
        String free =
                "01 R.\n05 A PIC\n***,**9.99.\n05 B PIC IS\n  *> comment\n* comment\n **9.\n* 05 X PIC X.\n05 C PIC X.\n";

        assertThat(LayoutListing.of(fixed))
                .containsExactly("R 0+14", "A 0+10 PIC ***,**9.99", "B 10+3 PIC **9", "C 13+1 PIC X");
        assertThat(LayoutListing.of(free)).isEqualTo(LayoutListing.of(fixed));
    }

    @Test
    void cardsWithoutLineEndsAreCutWhereEachOneIsACard() {
        String cards = "%-80s%-80s%-80s%-80s"
                .formatted(
                        "       01  R.",
                        "000200*    COMMENT",
                        "           05  A PIC X(3).                                              CHG00001",
                        "           05  B PIC 9(2).");

        assertThat(LayoutListing.of(cards)).isEqualTo(LAYOUT);
        assertThat(LayoutListing.of(cards.stripTrailing())).isEqualTo(LAYOUT);
        assertThat(LayoutListing.of(cards + "\n")).isEqualTo(LAYOUT);
    }

    @Test
    void aLongLineOfFreeFormatIsNoCards() {
        String line = "01 RECORD." + " ".repeat(70) + "05 A PIC X(3)." + " ".repeat(66) + "05 B PIC 9(2).";

        assertThat(LayoutListing.of(line)).containsExactly("RECORD 0+5", "A 0+3 PIC X(3)", "B 3+2 PIC 9(2)");
    }

    @Test
    void anEntryBehindColumn80IsToldAndNotLost() {
        String first = "%-80s".formatted("       01  R.") + "           05  A PIC X(3).";
        String joined = first + "\n           05  B PIC 9(2).\n";
        String shorterCards =
                "%-72s%-72s%-72s".formatted("       01  R.", "           05  A PIC X.", "           05  B PIC X.");

        assertThat(CopybookFaultsTest.faults(joined))
                .containsExactly("R.cpy:1:92: expected lines of at most 80 columns, as those of fixed format are, found"
                        + " one of 106 with an entry behind them");
        assertThat(CopybookFaultsTest.faults(shorterCards)).anyMatch(fault -> fault.contains("at most 80 columns"));
    }

    @Test
    void aRemarkBehindColumn80IsNoEntry() {
        String remark = "%-80s".formatted("           05  A PIC X(3).") + " CHANGED 27 NOV BY MB, SEE 4711. COPYRIGHT";

        assertThat(LayoutListing.of("       01  R.\n" + remark + "\n           05  B PIC 9(2).\n"))
                .isEqualTo(LAYOUT);
    }

    @Test
    void nextLineCharactersEndLinesToo() {
        String copybook = "       01  R.\u0085           05  A PIC X(3).\u0085           05  B PIC 9(2).\u0085";

        assertThat(LayoutListing.of(copybook)).isEqualTo(LAYOUT);
    }

    @Test
    void aCharacterThatCannotBeSeenIsToldByItsCode() {
        String copybook = "       01  R.\n           05\u00a0\u00a0A\u00a0PIC X(3)\u00a0.\n"
                + "           05  B PIC 9(2)\u200b.\n           05  C PIC X \u2018A\u2019.\n";

        assertThat(CopybookFaultsTest.faults(copybook))
                .containsExactly(
                        "R.cpy:2:14: unexpected character U+00A0 (NO-BREAK SPACE), which COBOL does not take for a"
                                + " blank",
                        "R.cpy:2:17: unexpected character U+00A0 (NO-BREAK SPACE), which COBOL does not take for a"
                                + " blank",
                        "R.cpy:2:26: unexpected character U+00A0 (NO-BREAK SPACE), which COBOL does not take for a"
                                + " blank",
                        "R.cpy:3:26: unexpected character U+200B (ZERO WIDTH SPACE)",
                        "R.cpy:4:24: unexpected character U+2018 (LEFT SINGLE QUOTATION MARK)",
                        "R.cpy:4:26: unexpected character U+2019 (RIGHT SINGLE QUOTATION MARK)");
    }
}

package io.banku.copybook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses                               | bytes
            PIC X(30)                               | 30
            PIC 9(5)V99                             | 7
            PIC S9(5)                               | 5
            PIC S9(5) SIGN IS LEADING               | 5
            PIC S9(5) SIGN TRAILING SEPARATE        | 6
            PIC S9(5) LEADING SEPARATE CHARACTER    | 6
            PIC 9(3)PP                              | 3
            PIC S9(4) COMP                          | 2
            PIC S9(5) COMP                          | 4
            PIC S9(9) BINARY                        | 4
            PIC S9(10) COMP-4                       | 8
            PIC S9(18) COMPUTATIONAL                | 8
            PIC 9 COMP-5                            | 2
            PIC S9(5) COMP-3                        | 3
            PIC S9(4) PACKED-DECIMAL                | 3
            USAGE IS COMPUTATIONAL-3 PIC S9(11)V99  | 7
            PIC S9(31) COMP-3                       | 16
            PIC X(4) VALUE 'AB''C'                  | 4
            PIC X(4) JUSTIFIED RIGHT VALUE SPACES   | 4
            PIC 9(4) BLANK WHEN ZERO                | 4
            PIC 9(4) USAGE DISPLAY EXTERNAL         | 4
            PIC X(2) OCCURS 5 TIMES INDEXED BY I, J | 2
            PIC Z(5)9.99-                           | 10
            PIC $$,$$9.99CR                         | 11
            PIC +9.99E+99                           | 9
            PIC N(3)                                | 6
            PIC N(3) USAGE NATIONAL                 | 6
            PIC N(3) DISPLAY-1                      | 6
            PIC G(3) USAGE IS DISPLAY-1             | 6
            PIC G(3)                                | 6
            PIC 9(4) NATIONAL                       | 8
            PIC U(3)                                | 12
            PIC UU(2) USAGE IS UTF-8                | 12
            PIC U BYTE-LENGTH 50                    | 50
            UTF-8 PIC U BYTE-LENGTH IS 4            | 4
            PIC S9(4) NATIONAL SIGN TRAILING SEPARATE | 10
            COMP-1                                  | 4
            USAGE COMPUTATIONAL-2                   | 8
            USAGE IS INDEX                          | 4
            POINTER                                 | 4
            POINTER-32                              | 4
            FUNCTION-POINTER                        | 4
            PROCEDURE-POINTER                       | 8
            OBJECT REFERENCE CUSTOMER               | 4
            PIC X(4) VALUE ALL X'00'                | 4
            PIC X(4) VALUE 'A' & 'B' GLOBAL VOLATILE | 4
            PIC 9(3) OCCURS 5 ASCENDING KEY IS K INDEXED BY I COMP-3 | 2
            """)
    void anItemTakesAsManyBytesAsPictureUsageAndSignSay(String clauses, int bytes) {
        String copybook = "01 R.\n 05 F " + clauses + ".\n";

        Group root = (Group) Copybook.parse("R.cpy", copybook).roots().get(0);

        assertThat(root.items().get(0).length()).isEqualTo(bytes);
    }

    @Test
    void itemsFollowOneAnotherAndTablesTakeAllTheirOccurrences() {
        String copybook = """
                01 R.
                   05 A            PIC X(3).
                   05 B            OCCURS 3 TIMES.
                      10 C         PIC S9(3) COMP-3.
                      10 D         PIC 9(2) OCCURS 2.
                   05 FILLER       PIC X(4).
                   05              PIC X.
                   05 E            PIC S9(9) COMP.
                """;

        assertThat(LayoutListing.of(copybook))
                .containsExactly(
                        "R 0+30",
                        "A 0+3 PIC X(3)",
                        "B 3+6 x3",
                        "C 3+2 PIC S9(3) COMP-3",
                        "D 5+2 x2 PIC 9(2)",
                        "FILLER 21+4 PIC X(4)",
                        "FILLER 25+1 PIC X",
                        "E 26+4 PIC S9(9) COMP");
    }

    @Test
    void aRedefinitionLiesOnWhatItRedefinesAndTheLongestDecidesWhatFollows() {
        String copybook = """
                01 R.
                   05 A            PIC X(4).
                   05 B REDEFINES A.
                      10 B1        PIC X(1).
                      10 B2 REDEFINES B1 PIC 9.
                   05 C REDEFINES A PIC X(6).
                   05 D REDEFINES C PIC S9(5) COMP-3.
                   05 E            PIC X.
                """;

        assertThat(LayoutListing.of(copybook))
                .containsExactly(
                        "R 0+7",
                        "A 0+4 PIC X(4)",
                        "B 0+1",
                        "B1 0+1 PIC X(1)",
                        "B2 0+1 PIC 9",
                        "C 0+6 PIC X(6)",
                        "D 0+3 PIC S9(5) COMP-3",
                        "E 6+1 PIC X");
    }

    @Test
    void usageAndSignOfAGroupHoldForWhatStandsInIt() {
        String copybook = """
                01 R.
                   05 A COMP-3.
                      10 A1 PIC S9(5).
                      10 A2.
                         15 A3 PIC 9(2).
                   05 B SIGN LEADING SEPARATE.
                      10 B1 PIC S9(3).
                      10 B2 PIC 9(3).
                      10 B3 PIC S9(3) SIGN TRAILING.
                      10 B4 PIC S9(3) COMP.
                """;

        assertThat(LayoutListing.of(copybook))
                .containsExactly(
                        "R 0+17",
                        "A 0+5",
                        "A1 0+3 PIC S9(5) COMP-3",
                        "A2 3+2",
                        "A3 3+2 PIC 9(2) COMP-3",
                        "B 5+12",
                        "B1 5+4 PIC S9(3) SIGN LEADING SEPARATE",
                        "B2 9+3 PIC 9(3)",
                        "B3 12+3 PIC S9(3)",
                        "B4 15+2 PIC S9(3) COMP");
    }

    @Test
    void severalRecordsAreAlternatives() {
        Layout layout = Copybook.parse(
                "R.cpy", "01 A.\n 05 A1 PIC X(3).\n01 B REDEFINES A.\n 05 B1 PIC X(5).\n01 C PIC X(2).\n");

        assertThat(layout.roots()).extracting(DataItem::name).containsExactly("A", "B", "C");
        assertThat(layout.roots()).extracting(DataItem::offset).containsOnly(0);
        assertThat(layout.length()).isEqualTo(5);
    }

    @Test
    void itemsWithoutARecordAboveThemAreOneRecordThatBearsTheFilesName() {
        Layout layout = Copybook.parse("copybooks/custrec.cpy", "05 A PIC X(3).\n05 B PIC X(2).\n");

        assertThat(layout.roots()).extracting(DataItem::name).containsExactly("CUSTREC");
        assertThat(layout.length()).isEqualTo(5);
    }

    @Test
    void aLowerLevelThanTheOneBeforeBelongsToTheLastLowerStill() {
        String copybook = "01 R.\n 05 A.\n 10 B PIC X.\n 07 C PIC X.\n 03 D PIC X.\n";

        assertThat(LayoutListing.of(copybook))
                .containsExactly("R 0+3", "A 0+2", "B 0+1 PIC X", "C 1+1 PIC X", "D 2+1 PIC X");
    }

    @Test
    void conditionsStandUnderTheirItemWithAllTheirValues() {
        String copybook = """
                01 R.
                   05 A PIC X(2).
                      88 A-ONE   VALUE 'X'.
                      88 A-MANY  VALUES ARE 'A' 'B', "C" THRU "F", SPACES, ALL 'Z', X'0f'.
                   05 B PIC S9(3)V9.
                      88 B-SOME  VALUE IS -1.5 THROUGH +2 ZEROES WHEN SET TO FALSE IS 9.
                """;

        Group root = (Group) Copybook.parse("R.cpy", copybook).roots().get(0);

        assertThat(root.items().get(0).conditions())
                .extracting(each -> each.name() + " " + each.values())
                .containsExactly("A-ONE ['X']", "A-MANY ['A', 'B', 'C' THRU 'F', SPACES, ALL 'Z', X'0F']");
        assertThat(root.items().get(1).conditions())
                .extracting(each -> each.name() + " " + each.values())
                .containsExactly("B-SOME [-1.5 THRU +2, ZEROS]");
    }

    @Test
    void aLayoutIsTextWhenAllOfItIsCharacters() {
        assertThat(Copybook.parse("R.cpy", "01 R.\n 05 A PIC X.\n 05 B PIC S9(3).\n")
                        .isText())
                .isTrue();
        assertThat(Copybook.parse("R.cpy", "01 R.\n 05 A PIC X.\n 05 B PIC S9(3) COMP.\n")
                        .isText())
                .isFalse();
    }

    @Test
    void anItemOfLevel77StandsForItself() {
        String copybook = "77 A PIC 9(3).\n01 R.\n 05 B PIC X(2).\n77 C COMP-1.\n";

        assertThat(LayoutListing.of(copybook))
                .containsExactly("A 0+3 PIC 9(3)", "R 0+2", "B 0+2 PIC X(2)", "C 0+4 COMP-1");
    }

    @Test
    void aNationalGroupIsNationalThroughout() {
        String copybook = "01 R GROUP-USAGE NATIONAL.\n 05 A PIC N(2).\n 05 B PIC 9(3).\n";

        assertThat(LayoutListing.of(copybook))
                .containsExactly("R 0+10", "A 0+4 PIC N(2) NATIONAL", "B 4+6 PIC 9(3) NATIONAL");
    }

    @Test
    void aWordThatBeginsAClauseMayBeANameWhereItCanOnlyBeOne() {
        String copybook = """
                01 R.
                   05 INDEX    PIC 9(4).
                   05 SIGN     PIC X.
                   05 VALUE.
                      10 OCCURS PIC X VALUE 'A'.
                      10 GLOBAL PIC X.
                   05 POINTER  PIC X(4).
                   05 USAGE    PIC X.
                   05 SYNC     PIC 9 COMP.
                   05 BINARY   PIC 9.
                   05 DATE     PIC 9(6).
                   05 1ST-LINE PIC X.
                """;

        assertThat(LayoutListing.of(copybook))
                .containsExactly(
                        "R 0+23",
                        "INDEX 0+4 PIC 9(4)",
                        "SIGN 4+1 PIC X",
                        "VALUE 5+2",
                        "OCCURS 5+1 PIC X",
                        "GLOBAL 6+1 PIC X",
                        "POINTER 7+4 PIC X(4)",
                        "USAGE 11+1 PIC X",
                        "FILLER 12+2 PIC 9 COMP",
                        "FILLER 14+2 PIC 9 COMP",
                        "DATE 16+6 PIC 9(6)",
                        "1ST-LINE 22+1 PIC X");
    }

    @Test
    void aTableMayBeOneOfTheDescriptionsOfTheSameBytes() {
        String copybook = """
                01 R.
                   05 A            PIC X(6).
                   05 B REDEFINES A PIC 9(2) OCCURS 3.
                   05 C REDEFINES A OCCURS 2.
                      10 C1        PIC X.
                      10 C2 REDEFINES C1 PIC X(2).
                   05 D            PIC X.
                """;

        assertThat(LayoutListing.of(copybook))
                .containsExactly(
                        "R 0+7",
                        "A 0+6 PIC X(6)",
                        "B 0+2 x3 PIC 9(2)",
                        "C 0+2 x2",
                        "C1 0+1 PIC X",
                        "C2 0+2 PIC X(2)",
                        "D 6+1 PIC X");
    }

    @Test
    void literalsMayHaveADecimalComma() {
        Layout layout = Copybook.parse(
                "R.cpy",
                "01 R.\n 05 A PIC 9V99.\n 88 A-SOME VALUES 1,25, 2,5 ,75.\n",
                CompileOptions.DEFAULT.with(DecimalPoint.COMMA));

        assertThat(((Group) layout.roots().get(0)).items().get(0).conditions())
                .extracting(each -> each.values().toString())
                .containsExactly("[1.25, 2.5, .75]");
    }

    @Test
    void theEntryOfAFileAndTheHeadersAroundItSayNothingOfTheRecord() {
        String copybook = """
                       FILE SECTION.
                       FD  MASTER-FILE
                           RECORDING MODE IS F
                           RECORD CONTAINS
                           80 CHARACTERS
                           BLOCK CONTAINS 0 RECORDS
                           VALUE OF FILE-ID IS 'MASTER'
                           DATA RECORD IS R.
                       01  R.
                           05  A PIC X(3).
                       SD  SORT-FILE RECORD VARYING FROM 1 TO 9 DEPENDING ON N.
                       01  S PIC X.
                       WORKING-STORAGE SECTION.
                       77  N PIC 9(2).
                """;

        assertThat(LayoutListing.of(copybook))
                .containsExactly("R 0+3", "A 0+3 PIC X(3)", "S 0+1 PIC X", "N 0+2 PIC 9(2)");
    }

    @ParameterizedTest
    @CsvSource({"0000-X", "1ST-NAME", "123E-4", "9A_B", "7E5", "1-2", "0X"})
    void aNameMayBeginWithDigits(String name) {
        assertThat(LayoutListing.of("01 R.\n 05 " + name + " PIC X(2).\n 05 N PIC 9 VALUE 1.5E+3.\n"))
                .containsExactly("R 0+3", name + " 0+2 PIC X(2)", "N 2+1 PIC 9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            VALUE 'A' WHEN SET TO FALSE IS 'B'
            VALUE 'A' SET TO FALSE 'B'
            value 'A' set false 'B'
            VALUE 'A' FALSE 'B'
            VALUE 'A' WHEN FALSE IS SPACE
            """)
    void whatAConditionIsSetToWhenFalseIsReadOver(String value) {
        Layout layout = Copybook.parse("R.cpy", "01 R.\n 05 A PIC X.\n 88 C " + value + ".\n 05 B PIC X.\n");

        assertThat(layout.length()).isEqualTo(2);
        assertThat(((Group) layout.roots().get(0))
                        .items()
                        .get(0)
                        .conditions()
                        .get(0)
                        .values())
                .hasSize(1);
    }

    @Test
    void aLiteralThatEndsWithAZeroByteHasIt() {
        String copybook = "01 R.\n 05 A PIC X(4) VALUE Z'ABC'.\n 88 C VALUE z\"ABC\".\n";

        DataItem item = ((Group) Copybook.parse("R.cpy", copybook).roots().get(0))
                .items()
                .get(0);

        assertThat(item.conditions().get(0).values().get(0).from()).isEqualTo(new Literal(Literal.Kind.TEXT, "ABC\0"));
    }
}

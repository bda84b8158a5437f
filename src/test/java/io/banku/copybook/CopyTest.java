package io.banku.copybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** COPY and REPLACING: members of a library become part of the copybook. */
class CopyTest {

    @TempDir
    Path folder;

    @Test
    void aMemberStandsInThePlaceOfTheStatement() throws IOException {
        member("ADDRESS.cpy", "05 STREET PIC X(20).\n05 CITY PIC X(10).\n");

        assertThat(layout("01 R.\n 05 ID PIC 9.\n COPY ADDRESS.\n 05 Z PIC X.\n"))
                .containsExactly(
                        "R 0+32", "ID 0+1 PIC 9", "STREET 1+20 PIC X(20)", "CITY 21+10 PIC X(10)", "Z 31+1 PIC X");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # member                  | REPLACING phrase                            | item
            05 :TAG:-ID PIC X.        | ==:TAG:== BY ==CUST==                       | CUST-ID 0+1 PIC X
            05 :tag:-ID PIC X.        | ==:Tag:== by ==cust==                       | CUST-ID 0+1 PIC X
            05 ()-ID PIC X.           | ==()== BY ==CUST==                          | CUST-ID 0+1 PIC X
            05 (P)ID PIC X.           | ==(P)== BY ====                             | ID 0+1 PIC X
            05 A:T:-:U: PIC X.        | ==:T:== BY ==B== ==:U:== BY ==C==           | AB-C 0+1 PIC X
            05 A PIC X(:N:).          | ==:N:== BY ==7==                            | A 0+7 PIC X(7)
            05 A PIC X OCCURS :N:.    | ==:N:== BY ==3==                            | A 0+1 x3 PIC X
            05 OLD PIC X.             | OLD BY NEW                                  | NEW 0+1 PIC X
            05 OLD PIC X.             | ==OLD== BY ==NEW==                          | NEW 0+1 PIC X
            05 OLD-ID PIC X.          | OLD BY NEW                                  | OLD-ID 0+1 PIC X
            05 OLD-ID PIC X.          | LEADING ==OLD== BY ==NEW==                  | NEW-ID 0+1 PIC X
            05 OLD-ID PIC X.          | LEADING ==OLD-== BY ====                    | ID 0+1 PIC X
            05 ID-OLD PIC X.          | TRAILING ==-OLD== BY ==-NEW==               | ID-NEW 0+1 PIC X
            05 A PIC X(5).            | ==X(5)== BY ==X(9)==                        | A 0+9 PIC X(9)
            05 A PIC X(5).            | ==PIC X(5)== BY ==PIC 9(3) COMP-3==         | A 0+2 PIC 9(3) COMP-3
            05 A PIC X OCCURS 5.      | 5 BY 2                                      | A 0+1 x2 PIC X
            01 R. 05 A PIC X.         | ==01 R.== BY ====                           | A 0+1 PIC X
            05 A PIC X VALUE ':TAG:'. | ==:TAG:== BY ==A==                          | A 0+1 PIC X
            05 A PIC X. 05 A-Z PIC X. | ==A== BY ==B== ==A-Z== BY ==C==             | B 0+1 PIC X
            # the words of a PICTURE are words: X ( 03 ), S9 ( 5 ) V99
            05 A PIC X(03).           | ==03== BY ==07==                            | A 0+7 PIC X(07)
            05 A PIC X(5).            | 5 BY 2                                      | A 0+2 PIC X(2)
            05 A PIC S9(5)V99.        | ==V99== BY ==V9(4)==                        | A 0+9 PIC S9(5)V9(4)
            05 A PIC S9(5)V99.        | ==S9== BY ==9==                             | A 0+7 PIC 9(5)V99
            05 A PIC 9(2)9.99.        | ==9.99== BY ==9.9==                         | A 0+5 PIC 9(2)9.9
            05 A PIC X(5) OCCURS 5.   | ==OCCURS 5.== BY ==.==                      | A 0+5 PIC X(5)
            05 A PIC X(5).            | X(5) BY X(6)                                | A 0+6 PIC X(6)
            # what was replaced is not looked at again
            05 AA-N PIC X.            | LEADING ==AA== BY ==BB== LEADING ==BB== BY ==CC== | BB-N 0+1 PIC X
            05 N-AA PIC X.            | TRAILING ==AA== BY ==BB== TRAILING ==BB== BY ==CC== | N-BB 0+1 PIC X
            05 A PIC X.               | A BY B B BY C                               | B 0+1 PIC X
            # a word that is taken out leaves its blank
            05 A GLOBAL PIC X.        | ==GLOBAL== BY ====                          | A 0+1 PIC X
            05 A-:X: PIC X.           | ==:X:== BY ==1==                            | A-1 0+1 PIC X
            05 A PIC X VALUE 'OLD'.   | =='OLD'== BY =='N'== ==A== BY ==B==         | B 0+1 PIC X
            05 A, PIC X; OCCURS 2.    | ==A PIC X OCCURS== BY ==B PIC 9 OCCURS==    | B 0+1 x2 PIC 9
            """)
    void wordsAndPartsOfWordsAreReplaced(String member, String phrase, String item) throws IOException {
        member("M.cpy", member);

        assertThat(layout("01 REC.\n COPY M REPLACING " + phrase + ".\n")).contains(item);
    }

    @Test
    void replacingReachesTheMembersThatTheMemberCopies() throws IOException {
        member("INNER.cpy", "05 B PIC X(4) OCCURS TIMES-N. 05 :T:-C PIC X.");
        member("MIDDLE.cpy", "COPY INNER REPLACING TIMES-N BY 6 LEADING ==B== BY ==MID==.");
        member("OUTER.cpy", "05 A PIC X(4).\nCOPY MIDDLE.\nCOPY MORE.\n");
        member("MORE.cpy", "05 :T:-D PIC X.");

        List<String> replaced =
                layout("01 R. COPY OUTER REPLACING ==X(4)== BY ==X(2)== TIMES-N BY 3 ==:T:== BY ==TX==.");

        assertThat(replaced)
                .containsExactly(
                        "R 0+16", "A 0+2 PIC X(2)", "MID 2+2 x6 PIC X(2)", "TX-C 14+1 PIC X", "TX-D 15+1 PIC X");
    }

    /** GnuCOBOL: what an inner REPLACING put there, and the inner COPY statement itself, the outer one leaves alone. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # outer                  | inner                    | in the inner member | item
            ==3== BY ==5==           | ==2== BY ==3==           | 05 A PIC X(2).      | A 0+3 PIC X(3)
            ==3== BY ==5==           | ==3== BY ==4==           | 05 A PIC X(3).      | A 0+4 PIC X(4)
            ==INNER== BY ==OTHER==   | ==2== BY ==3==           | 05 INNER PIC X(2).  | OTHER 0+3 PIC X(3)
            ==TX-A== BY ==B==        | ==:T:== BY ==TX==        | 05 :T:-A PIC X.     | TX-A 0+1 PIC X
            LEADING ==TX== BY ==B==  | LEADING ==A== BY ==TX==  | 05 A-A PIC X.       | TX-A 0+1 PIC X
            """)
    void whatAnInnerReplacingPutThereTheOuterOneLeavesAlone(String outer, String inner, String text, String item)
            throws IOException {
        member("INNER.cpy", text);
        member("OUTER.cpy", "COPY INNER REPLACING " + inner + ".");

        assertThat(layout("01 R. COPY OUTER REPLACING " + outer + ".")).contains(item);
    }

    @Test
    void aReplaceStatementReplacesWhatCopyPutThere() throws IOException {
        member("M.cpy", "05 A PIC X(2).");

        assertThat(layout("REPLACE ==3== BY ==5==. 01 R. COPY M REPLACING ==2== BY ==3==."))
                .contains("A 0+5 PIC X(5)");
    }

    @Test
    void theProgramsOwnReplacingReachesAllMembers() throws IOException {
        member("INNER.cpy", "05 :T:-B PIC X(:N:).");
        member("OUTER.cpy", "05 A PIC X. COPY INNER.");
        CompileOptions options =
                options().replacing(":T:", "TX").replacing(":N:", "9").replacing(":U:", "NO");

        Layout layout = Copybook.parse("R.cpy", "01 R. COPY OUTER.", options);

        assertThat(layout.length()).isEqualTo(10);
        assertThat(layout.unusedTags()).containsExactly(":U:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # member    | statement
            2411909     | COPY 2411909.
            2411909     | COPY '2411909'.
            4ALL        | COPY 4ALL SUPPRESS PRINTING.
            A#1$        | COPY A#1$.
            """)
    void aMembersNameMayBeginWithDigits(String name, String statement) throws IOException {
        member(name + ".cpy", "05 A PIC X(3).");

        assertThat(layout("01 R. " + statement)).contains("A 0+3 PIC X(3)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "++INCLUDE MEMB",
                "       ++INCLUDE MEMB",
                "000300 ++include memb",
                "++INCLUDE MEMB.",
                "-INC MEMB",
                "-inc MEMB.   NEW",
                "       EXEC SQL INCLUDE MEMB END-EXEC.",
                "       EXEC SQL INCLUDE 'memb' END-EXEC"
            })
    void otherSystemsIncludeMembersAsCopyDoes(String line) throws IOException {
        member("MEMB.cpy", "           05  A PIC X(3).\n");

        assertThat(layout("       01  R.\n" + line + "\n           05  B PIC X.\n"))
                .containsExactly("R 0+4", "A 0+3 PIC X(3)", "B 3+1 PIC X");
    }

    @Test
    void anInclusionThatIsNotThereIsToldByItsName() {
        assertThat(faults("       01  R.\n++INCLUDE NOWHERE\n           05  B PIC X.\n"))
                .containsExactly("R.cpy:2:11: expected a member of the library, found none: NOWHERE");
    }

    @Test
    void embeddedSqlDeclaresNoStorage() throws IOException {
        String copybook = """
                       EXEC SQL INCLUDE SQLCA END-EXEC.
                       EXEC SQL INCLUDE ELSEWHERE END-EXEC.
                       EXEC SQL BEGIN DECLARE SECTION END-EXEC.
                       EXECUTE SQL DECLARE BANK.ACCT TABLE
                       ( ID DECIMAL(9, 0) NOT NULL, "NAME" VARCHAR(20) DEFAULT 'IT''S' )
                       END-EXEC.
                       01  R.
                           05  A PIC X(3).
                       EXEC SQL END DECLARE SECTION END-EXEC.
                           05  B PIC X.
                """;

        assertThat(layout(copybook)).containsExactly("R 0+4", "A 0+3 PIC X(3)", "B 3+1 PIC X");
        assertThat(faults("01 R. 05 A PIC X. EXEC SQL INCLUDE ELSEWHERE END-EXEC. 01 S PIC X."))
                .containsExactly("R.cpy:1:36: expected a member of the library, found none: ELSEWHERE");
        assertThat(faults("01 R. 05 A PIC X.\n EXEC SQL DECLARE C CURSOR"))
                .containsExactly("R.cpy:2:2: expected END-EXEC after EXEC SQL, found the end of the copybook");
    }

    @Test
    void aReplaceStatementHoldsUpToTheNextOne() throws IOException {
        member("M.cpy", "05 :T:-M PIC X(LEN).");
        String copybook = """
                REPLACE ==:T:== BY ==ONE== ==LEN== BY ==4==.
                01 R.
                05 :T:-A PIC X(LEN).
                COPY M.
                REPLACE LEADING ==:T== BY ==X== ==:T:== BY ==TWO==.
                05 :T:-B PIC X.
                REPLACE OFF.
                05 LEN PIC X.
                """;

        assertThat(layout(copybook.replace("LEADING ==:T== BY ==X== ", "")))
                .containsExactly(
                        "R 0+10", "ONE-A 0+4 PIC X(4)", "ONE-M 4+4 PIC X(4)", "TWO-B 8+1 PIC X", "LEN 9+1 PIC X");
        assertThat(faults(copybook))
                .contains("R.cpy:5:20: expected part of one word after LEADING or TRAILING, found T");
    }

    @Test
    void aReplaceStatementMayFollowListingControl() {
        assertThat(layout("EJECT\nREPLACE ==:T:== BY ==A==.\n01 R.\n05 :T: PIC X.\n"))
                .containsExactly("R 0+1", "A 0+1 PIC X");
    }

    @Test
    void aNameMayBeReplaceOrCopyOnlyWhereItIsNoStatement() {
        assertThat(layout("01 R. 05 REPLACE PIC X. 05 EXEC PIC X(2)."))
                .containsExactly("R 0+3", "REPLACE 0+1 PIC X", "EXEC 1+2 PIC X(2)");
    }

    @Test
    void theProgramsOwnReplacingCanBeGiven() {
        CompileOptions options = CompileOptions.DEFAULT.replacing(":TAG:", "TX");

        assertThat(LayoutListing.of("01 :TAG:-REC.\n 05 :TAG:-ID PIC X.\n", options))
                .containsExactly("TX-REC 0+1", "TX-ID 0+1 PIC X");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TAG   | TX  | expected a tag such as :TAG: or (TAG), found 'TAG'
            :TAG: | T.X | expected letters, digits and hyphens to stand for :TAG:, found 'T.X'
            """)
    void aPairOfTheProgramsOwnReplacingIsATagAndAPartOfAWord(String tag, String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompileOptions.DEFAULT.replacing(tag, text))
                .withMessage(message);
    }

    @Test
    void membersMayCopyMembersAndFaultsTellTheFileTheyStandIn() throws IOException {
        Path outer = member("OUTER", "       05 A PIC X.\n       COPY 'inner'.\n");
        Path inner = member("inner.CPY", "       05 B PIC Q.\n");

        assertThat(faults("       01 R.\n           COPY OUTER SUPPRESS.\n           05 C PIC Q.\n"))
                .containsExactly(
                        "R.cpy:3:21: expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found Q",
                        inner + ":1:17: expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found Q");
        assertThat(outer).exists();
    }

    @Test
    void aLayoutNamesTheFilesThatItWasReadFrom() throws IOException {
        Path member = member("M.cpy", "05 A PIC X.");

        Layout layout = Copybook.parse("R.cpy", "01 R. COPY M.", options());

        assertThat(layout.files()).containsExactly("R.cpy", member.toString());
        DataItem item = ((Group) layout.roots().get(0)).items().get(0);
        assertThat(item.declaration().file()).isEqualTo(member.toString());
    }

    @Test
    void aMemberOfANamedLibraryIsSoughtInTheFolderOfThatName() throws IOException {
        Files.createDirectory(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/M.cpy"), "05 OF-LIB PIC X.");
        member("M.cpy", "05 OF-NONE PIC X.");

        assertThat(layout("01 R. COPY M OF LIB.")).contains("OF-LIB 0+1 PIC X");
        assertThat(layout("01 R. COPY M.")).contains("OF-NONE 0+1 PIC X");
    }

    @Test
    void aMemberThatCopiesItselfIsAFault() throws IOException {
        Path member = member("M.cpy", "05 A PIC X.\nCOPY M.\n");

        assertThat(faults("01 R.\n COPY M.\n"))
                .containsExactly(member + ":2:6: expected a member that does not copy itself, found M");
    }

    @Test
    void aMemberThatIsThereTwiceIsAFault() throws IOException {
        member("M.cpy", "05 A PIC X.");
        member("m.cbl", "05 A PIC X.");

        assertThat(faults("01 R.\n COPY M.\n"))
                .singleElement()
                .asString()
                .startsWith("R.cpy:2:7: expected a member that can be read, found expected one file for M");
    }

    @Test
    void membersThatMultiplyAreAFaultBeforeTheyFillTheMemory() throws IOException {
        for (int i = 0; i < 14; i++) {
            member("M" + i, ("COPY M" + (i + 1) + ".\n").repeat(10));
        }
        member("M14", "05 A PIC X.\n".repeat(1_000));

        assertThat(faults("01 R.\n COPY M0.\n")).first().asString().contains("words, found more");
    }

    private Path member(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private CompileOptions options() {
        return CompileOptions.DEFAULT.with(CopyFolders.of(List.of(folder)));
    }

    private List<String> layout(String copybook) {
        return LayoutListing.of(copybook, options());
    }

    private List<String> faults(String copybook) {
        CopybookException refused =
                catchThrowableOfType(CopybookException.class, () -> Copybook.parse("R.cpy", copybook, options()));
        assertThat(refused).isNotNull();
        return refused.faults().stream().map(Fault::toString).toList();
    }
}

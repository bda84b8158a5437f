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
            """)
    void wordsAndPartsOfWordsAreReplaced(String member, String phrase, String item) throws IOException {
        member("M.cpy", member);

        assertThat(layout("01 REC.\n COPY M REPLACING " + phrase + ".\n")).contains(item);
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
                .startsWith(
                        "R.cpy:2:7: expected a member that can be read as UTF-8 text, found expected one file for M");
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

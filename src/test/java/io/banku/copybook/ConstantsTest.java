package io.banku.copybook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Level 78, and level 01 with CONSTANT: names of values, without storage. */
class ConstantsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "78 MOST VALUE 5.",
                "78 Most VALUE IS 5.",
                "01 MOST CONSTANT 5.",
                "01 MOST CONSTANT AS 5.",
                "1 MOST CONSTANT IS GLOBAL AS 5.",
                "78 FIVE VALUE 5. 78 MOST VALUE FIVE."
            })
    void aConstantStandsForItsValue(String constant) {
        String copybook = constant + "\n01 R.\n 05 N PIC 9.\n 05 A PIC X(most) OCCURS 1 TO MOST DEPENDING ON N.\n";

        assertThat(LayoutListing.of(copybook)).containsExactly("R 0+26", "N 0+1 PIC 9", "A 1+5 x5 PIC X(5)");
    }

    @Test
    void aConstantMayStandAmongItemsAndBeAValue() {
        String copybook = "01 R.\n 05 A PIC X(3).\n 78 CODE-A VALUE 'AB'.\n 88 IS-A VALUE CODE-A.\n 05 B PIC X.\n";

        Layout layout = Copybook.parse("R.cpy", copybook);

        assertThat(layout.length()).isEqualTo(4);
        DataItem item = ((Group) layout.roots().get(0)).items().get(0);
        assertThat(item.conditions().get(0).values().get(0).from()).isEqualTo(new Literal(Literal.Kind.TEXT, "AB"));
    }

    @Test
    void aConstantMayBeAFigurativeConstant() {
        Layout layout =
                Copybook.parse("R.cpy", "78 NOTHING VALUE SPACES.\n01 R.\n 05 A PIC X.\n 88 C VALUE NOTHING.\n");

        DataItem item = ((Group) layout.roots().get(0)).items().get(0);
        assertThat(item.conditions().get(0).values().get(0).from().kind()).isEqualTo(Literal.Kind.SPACES);
    }

    @Test
    void aNameIsNoConstantBeforeItIsDeclared() {
        assertThat(CopybookFaultsTest.faults("01 R.\n 05 A PIC X OCCURS MOST.\n78 MOST VALUE 5.\n"))
                .isEqualTo(List.of("R.cpy:2:20: expected a number of occurrences from 1, found MOST"));
    }

    @Test
    void aTextInAPictureIsNoRepetition() {
        assertThat(CopybookFaultsTest.faults("78 MOST VALUE 'A'.\n01 R PIC X(MOST).\n"))
                .isEqualTo(List.of("R.cpy:2:10: expected a repetition such as 9(5), found (MOST)"));
    }
}

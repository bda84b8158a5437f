package io.banku.copybook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Level 66: other names for bytes of a record. */
class RenamesTest {
    private static final String RECORD = """
            01 R.
               05 A PIC X(2).
               05 B.
                  10 C PIC 9(3).
                  10 D PIC S9(3) COMP-3.
               05 E PIC X OCCURS 2.
               05 F PIC X.
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # entry                    | item
            66 X RENAMES C.            | X 2+3 PIC 9(3)
            66 X RENAMES B.            | X 2+5
            66 X RENAMES C OF B OF R THRU D IN B. | X 2+5
            66 X RENAMES A THROUGH F.  | X 0+10
            66 X RENAMES A THRU B.     | X 0+7
            """)
    void aNewNameLiesOnTheBytesOfTheOldOnes(String entry, String item) {
        assertThat(LayoutListing.of(RECORD + entry)).hasSize(8).last().isEqualTo(item);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # entry                    | fault
            66 X RENAMES Q.            | 8:14: expected one item of the record with the name Q, found none
            66 X RENAMES C OF A.       | 8:14: expected one item of the record with the name C OF A, found none
            66 X RENAMES E.            | 8:14: expected an item that does not occur several times, found E
            66 X RENAMES F THRU A.     | 8:21: expected an item that begins and ends after F, found A
            66 X RENAMES B THRU C.     | 8:21: expected an item that begins and ends after B, found C
            66 X RENAMES A THRU A.     | 8:21: expected an item that begins and ends after A, found A
            66 X REDEFINES A.          | 8:6: expected RENAMES, found REDEFINES
            """)
    void aNameForBytesThatDoNotFollowOneAnotherIsAFault(String entry, String fault) {
        assertThat(CopybookFaultsTest.faults(RECORD + entry)).containsExactly("R.cpy:" + fault);
    }

    @Test
    void conditionsMayStandUnderIt() {
        Layout layout = Copybook.parse("R.cpy", RECORD + "66 X RENAMES A.\n 88 X-ONE VALUE 'AB'.\n");

        assertThat(layout.renames().get(0).conditions())
                .extracting(ConditionName::name)
                .containsExactly("X-ONE");
    }
}

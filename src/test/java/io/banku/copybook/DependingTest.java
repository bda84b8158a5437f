package io.banku.copybook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OCCURS DEPENDING ON: where items lie by the counts of a record. */
class DependingTest {

    private static final String TWO_TABLES = """
            01 R.
               05 N          PIC 9(2).
               05 LINES OCCURS 1 TO 5 TIMES DEPENDING ON N INDEXED BY I.
                  10 L1      PIC X(3).
                  10 L2      PIC 9.
               05 M          PIC 9.
               05 NOTES      PIC X(2) OCCURS 0 TO 3 DEPENDING ON M OF R.
               05 TAIL       PIC X.
            """;

    @Test
    void withFullTablesOffsetsAreThoseOfATableOfFixedSize() {
        assertThat(LayoutListing.of(TWO_TABLES))
                .containsExactly(
                        "R 0+30",
                        "N 0+2 PIC 9(2)",
                        "LINES 2+4 x5",
                        "L1 2+3 PIC X(3)",
                        "L2 5+1 PIC 9",
                        "M 22+1 PIC 9",
                        "NOTES 23+2 x3 PIC X(2)",
                        "TAIL 29+1 PIC X");
    }

    @Test
    void whatFollowsATableLiesByItsCount() {
        Layout layout = Copybook.parse("R.cpy", TWO_TABLES);

        assertThat(starts(layout))
                .containsExactly(
                        "R 0",
                        "N 0",
                        "LINES 2",
                        "L1 2",
                        "L2 5",
                        "M 2 + 4 × N",
                        "NOTES 3 + 4 × N",
                        "TAIL 3 + 4 × N + 2 × M");
        assertThat(layout.roots().get(0).size()).hasToString("4 + 4 × N + 2 × M");
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 7", "2, 0, 11", "2, 3, 17", "5, 3, 29"})
    void anOffsetIsWorkedOutFromTheCountsOfTheRecord(int n, int m, int tail) {
        Group root = (Group) Copybook.parse("R.cpy", TWO_TABLES).roots().get(0);

        DataItem last = root.items().get(4);

        assertThat(last.start().at(new int[] {n, m})).isEqualTo(tail);
        assertThat(root.size().at(new int[] {n, m})).isEqualTo(tail + 1);
    }

    @Test
    void theTablesTellTheirCountsInTheOrderInWhichTheyCanBeRead() {
        List<Depending> tables = Copybook.parse("R.cpy", TWO_TABLES).tables();

        assertThat(tables)
                .extracting(table -> table.index() + " " + table.count().name() + " at "
                        + table.count().start() + ": " + table.least() + " to " + table.most())
                .containsExactly("0 N at 0: 1 to 5", "1 M at 2 + 4 × N: 0 to 3");
        assertThat(tables.get(0).allows(0)).isFalse();
        assertThat(tables.get(0).allows(1)).isTrue();
        assertThat(tables.get(0).allows(5)).isTrue();
        assertThat(tables.get(0).allows(6)).isFalse();
    }

    @Test
    void aTableWithinATableMultipliesTheCounts() {
        String copybook = """
                01 R.
                   05 N  PIC 9.
                   05 M  PIC 9.
                   05 A  OCCURS 1 TO 3 DEPENDING ON N.
                      10 A1 PIC X(2).
                      10 B  PIC X(4) OCCURS 0 TO 2 DEPENDING ON M.
                      10 A2 PIC X.
                   05 Z  PIC X.
                """;

        Layout layout = Copybook.parse("R.cpy", copybook);

        assertThat(starts(layout))
                .containsExactly("R 0", "N 0", "M 1", "A 2", "A1 2", "B 4", "A2 4 + 4 × M", "Z 2 + 3 × N + 4 × N × M");
        assertThat(layout.length()).isEqualTo(2 + 3 * (2 + 2 * 4 + 1) + 1);
        DataItem z = ((Group) layout.roots().get(0)).items().get(3);
        assertThat(z.start().at(new int[] {2, 1})).isEqualTo(2 + 2 * (2 + 4 + 1));
        assertThat(z.start().largest()).isEqualTo(z.offset()).isEqualTo(35);
    }

    @Test
    void withoutASmallestNumberItIsOne() {
        Layout layout = Copybook.parse("R.cpy", "01 R.\n 05 N PIC 9.\n 05 A PIC X OCCURS 5 DEPENDING ON N.\n");

        assertThat(layout.tables().get(0).least()).isEqualTo(1);
    }

    @Test
    void aRedefinitionMayVaryWithinTheBytesThatItRedefines() {
        String copybook = """
                01 R.
                   05 BODY PIC X(12).
                   05 DETAIL REDEFINES BODY.
                      10 N PIC 99.
                      10 A PIC X(5) OCCURS 0 TO 2 DEPENDING ON N.
                   05 Z PIC X.
                """;

        Group root = (Group) Copybook.parse("R.cpy", copybook).roots().get(0);

        assertThat(root.items().get(2).start()).hasToString("12");
        assertThat(root.items().get(1).size()).hasToString("2 + 5 × N");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # entries under 01 R, each in a line                                       | fault
            05 A PIC X OCCURS 1 TO 5 DEPENDING ON N. 05 N PIC 9.                       | 2:40: expected the name of one item before A in the same record, found N, which stands in or after it
            05 A OCCURS 1 TO 5 DEPENDING ON N. 10 N PIC 9.                             | 2:34: expected the name of one item before A in the same record, found N, which stands in or after it
            05 A PIC X OCCURS 1 TO 5 DEPENDING ON N.                                   | 2:40: expected the name of one item before A in the same record, found N, which is not in this record
            05 G. 10 N PIC 9. 05 H. 10 N PIC 9. 05 A PIC X OCCURS 3 DEPENDING ON N.    | 6:35: expected the name of one item before A in the same record, found N, of which there are 2
            05 G. 10 N PIC 9. 05 A PIC X OCCURS 3 DEPENDING ON N OF H.                 | 4:35: expected the name of one item before A in the same record, found N OF H, which is not in this record
            05 N PIC X. 05 A PIC X OCCURS 3 DEPENDING ON N.                            | 3:35: expected an integer as the count of A, found N
            05 N PIC 9V9. 05 A PIC X OCCURS 3 DEPENDING ON N.                          | 3:35: expected an integer as the count of A, found N
            05 N COMP-1. 05 A PIC X OCCURS 3 DEPENDING ON N.                           | 3:35: expected an integer as the count of A, found N
            05 N PIC 9 OCCURS 2. 05 A PIC X OCCURS 3 DEPENDING ON N.                   | 3:35: expected a count outside of tables, found N, which occurs itself
            05 N PIC 9. 05 A. 10 B PIC X OCCURS 3 DEPENDING ON N. 05 C REDEFINES A PIC X. | 5:17: expected an item without OCCURS DEPENDING ON, found A
            05 N PIC 9. 05 A PIC X. 05 C REDEFINES A. 10 B PIC X OCCURS 3 DEPENDING ON N. | 4:17: expected C, as it has OCCURS DEPENDING ON, to be no longer than A, found 2 bytes more
            """)
    void aCountThatCannotBeReadBeforeItsTableIsAFault(String entries, String fault) {
        String copybook = "01 R.\n " + entries.replaceAll("\\. (?=\\d\\d )", ".\n ") + "\n";

        assertThat(CopybookFaultsTest.faults(copybook)).containsExactly("R.cpy:" + fault);
    }

    private static List<String> starts(Layout layout) {
        List<String> lines = new ArrayList<>();
        layout.roots().forEach(root -> add(root, lines));
        return lines;
    }

    private static void add(DataItem item, List<String> lines) {
        lines.add(item.name() + " " + item.start());
        if (item instanceof Group group) {
            group.items().forEach(each -> add(each, lines));
        }
    }
}

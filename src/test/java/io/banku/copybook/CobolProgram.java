package io.banku.copybook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A program around a copybook that displays, as the compiler sees it, {@code NAME offset length} of every item. */
final class CobolProgram {
    private final StringBuilder text = new StringBuilder();

    private CobolProgram() {}

    /** Every table that depends on a count is full in it. */
    static String of(String copybook, Layout layout) {
        CobolProgram program = new CobolProgram();
        program.line("IDENTIFICATION DIVISION.");
        program.line("PROGRAM-ID. PLACES.");
        program.line("DATA DIVISION.");
        program.line("WORKING-STORAGE SECTION.");
        program.text.append(copybook);
        program.line("01  PLACE USAGE POINTER.");
        program.line("01  PLACE-NUMBER REDEFINES PLACE PIC S9(18) COMP-5.");
        program.line("01  BASE PIC S9(18) COMP-5.");
        program.line("01  SHOWN-OFFSET PIC Z(8)9.");
        program.line("01  SHOWN-LENGTH PIC Z(8)9.");
        program.line("PROCEDURE DIVISION.");
        for (Depending table : layout.tables()) {
            program.line("MOVE " + table.most() + " TO " + table.count().name() + ".");
        }
        DataItem root = layout.roots().get(0);
        program.line("SET PLACE TO ADDRESS OF " + root.name() + ".");
        program.line("MOVE PLACE-NUMBER TO BASE.");
        program.display(root, 0);
        program.line("STOP RUN.");
        return program.text.toString();
    }

    /** The same lines by our own reckoning. */
    static List<String> places(Layout layout) {
        List<String> lines = new ArrayList<>();
        add(layout.roots().get(0), lines);
        return lines;
    }

    private void line(String sentence) {
        text.append("           ".substring(sentence.matches("(01|[A-Z-]+ (DIV|SEC)|PROGRAM-ID).*") ? 4 : 0))
                .append(sentence)
                .append('\n');
    }

    private void display(DataItem item, int tablesAround) {
        int tables = tablesAround + (item.isTable() ? 1 : 0);
        if (!item.isFiller()) {
            String first = tables == 0
                    ? item.name()
                    : item.name() + " (" + String.join(" ", Collections.nCopies(tables, "1")) + ")";
            line("SET PLACE TO ADDRESS OF " + first + ".");
            line("COMPUTE SHOWN-OFFSET = PLACE-NUMBER - BASE.");
            line("MOVE LENGTH OF " + first + " TO SHOWN-LENGTH.");
            line("DISPLAY '" + item.name() + "' SHOWN-OFFSET SHOWN-LENGTH.");
        }
        if (item instanceof Group group) {
            group.items().forEach(each -> display(each, tables));
        }
    }

    private static void add(DataItem item, List<String> lines) {
        if (!item.isFiller()) {
            lines.add(item.name() + " " + item.offset() + " " + item.length());
        }
        if (item instanceof Group group) {
            group.items().forEach(each -> add(each, lines));
        }
    }
}

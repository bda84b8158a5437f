package io.banku.camel.copybook;

import java.util.List;
import java.util.Random;

/** A copybook of what is drawn by lot: fillers, signs, tables, descriptions of the same bytes, a table that is counted. */
final class RandomLayout {
    private static final List<String> CLAUSES = List.of(
            "PIC X(3)",
            "PIC X(2) JUSTIFIED RIGHT",
            "PIC A(2)",
            "PIC 9(3)",
            "PIC 9(3) BLANK WHEN ZERO",
            "PIC S9(3)",
            "PIC S99 SIGN LEADING",
            "PIC S9(3) SIGN LEADING SEPARATE",
            "PIC S9(2) SIGN TRAILING SEPARATE",
            "PIC S9(3)V99 COMP-3",
            "PIC 9(4) COMP-3",
            "PIC PP9 COMP-3",
            "PIC 9(4) COMP",
            "PIC S9(8) COMP",
            "PIC S9(4) COMP-5",
            "PIC ZZ9.99",
            "PIC -(3)9",
            "PIC $$9.99CR",
            "PIC 99/99",
            "PIC N(2)",
            "COMP-1",
            "COMP-2",
            "POINTER");

    private static final String AREA_B = " ".repeat(11);

    private final Random random;
    private final StringBuilder text = new StringBuilder("       01  REC.\n");

    private RandomLayout(Random random) {
        this.random = random;
    }

    /** @param mayVary whether records may be of several lengths */
    static String text(Random random, boolean mayVary) {
        RandomLayout layout = new RandomLayout(random);
        for (int i = random.nextInt(5); i >= 0; i--) {
            layout.item(i);
        }
        if (mayVary && random.nextInt(3) == 0) {
            layout.countedTable();
        }
        return layout.text.toString();
    }

    private void item(int i) {
        switch (random.nextInt(8)) {
            case 0 -> line("05  FILLER " + clause());
            case 1 -> {
                line("05  F" + i + " PIC X(6)");
                line("05  G" + i + " REDEFINES F" + i);
                line("    10  H" + i + " "
                        + List.of("PIC S9(3) COMP-3", "PIC 9(4)", "PIC S9(4) COMP")
                                .get(random.nextInt(3)));
            }
            case 2 -> line("05  T" + i + " OCCURS 2 " + clause());
            default -> line("05  F" + i + " " + clause() + (random.nextInt(6) == 0 ? " SYNC" : ""));
        }
    }

    private void countedTable() {
        line("05  N PIC 9");
        line("05  L OCCURS 0 TO 3 DEPENDING ON N");
        line("    10  LX " + clause());
        if (random.nextBoolean()) {
            line("05  TAIL PIC X(2)");
        }
    }

    private String clause() {
        return CLAUSES.get(random.nextInt(CLAUSES.size()));
    }

    private void line(String item) {
        text.append(AREA_B).append(item).append(".\n");
    }
}

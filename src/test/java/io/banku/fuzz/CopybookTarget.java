package io.banku.fuzz;

import io.banku.copybook.Copybook;
import io.banku.copybook.CopybookException;
import io.banku.copybook.Fault;
import io.banku.copybook.Layout;
import io.banku.record.CodePage;
import io.banku.record.RecordPrinter;
import java.nio.charset.StandardCharsets;

/**
 * Any bytes as a copybook: a layout whose fields can be read, or faults with their places; anything else gets out. The
 * method's name is what Jazzer looks for.
 */
public final class CopybookTarget {
    /** A layout of more could only be slow. */
    private static final int MOST_BYTES_PRINTED = 10_000;

    private CopybookTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Layout layout = Copybook.parse("R.cpy", new String(input, StandardCharsets.UTF_8));
            if (layout.length() <= MOST_BYTES_PRINTED) {
                compile(layout);
            }
        } catch (CopybookException faulty) {
            for (Fault fault : faulty.faults()) {
                if (fault.line() < 1 || fault.column() < 1 || fault.message().isBlank()) {
                    throw new AssertionError("expected a fault with its place, found " + fault, faulty);
                }
            }
        }
    }

    /** What a layout has and nobody can read yet is refused by name. */
    private static void compile(Layout layout) {
        try {
            RecordPrinter.of(layout, CodePage.of("cp037"));
        } catch (IllegalArgumentException refused) {
            if (!refused.getMessage().startsWith("expected ")) {
                throw new AssertionError("expected what was expected, found " + refused.getMessage(), refused);
            }
        }
    }
}

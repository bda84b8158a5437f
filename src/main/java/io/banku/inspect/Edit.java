package io.banku.inspect;

import io.banku.copybook.Copybook;
import io.banku.copybook.CopybookException;
import io.banku.copybook.Layout;
import io.banku.record.Dialect;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A small change of a copybook, or of how it is read, tried. Immutable.
 *
 * @param told what would have to be otherwise, as a condition: {@code if TX-CCY were PIC X(3)}
 * @param line of the entry that it is about; 0 where it is about all
 * @param unlikely how far-fetched it is; it decides between two that do equally well
 */
record Edit(String told, int line, List<Outline> roots, Dialect dialect, double unlikely) {
    /** @throws CopybookException when the changed copybook is none */
    Layout layout() {
        return Copybook.parse("TRIED", roots.stream().map(Outline::text).collect(Collectors.joining()));
    }
}

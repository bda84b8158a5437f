package io.banku.copybook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults of one copybook. */
final class Faults {
    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(Token at, String message) {
        add(at.line(), at.column(), message);
    }

    void add(int line, int column, String message) {
        faults.add(new Fault(file, line, column, message));
    }

    /** For what is only worth telling when nothing else explains it. */
    void addUnlessFaulty(int line, int column, String message) {
        if (faults.isEmpty()) {
            add(line, column, message);
        }
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column));
            throw new CopybookException(faults);
        }
    }
}

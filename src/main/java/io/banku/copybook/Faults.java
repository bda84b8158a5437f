package io.banku.copybook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Collects the faults of one copybook and of the members that it copies. */
final class Faults {
    private final String file;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> notes = new ArrayList<>();

    /** @param file whose faults come first */
    Faults(String file) {
        this.file = file;
    }

    void add(Token token, String message) {
        add(token.at(), message);
    }

    void add(Place at, String message) {
        faults.add(new Fault(at.file(), at.line(), at.column(), message));
    }

    /** What is legal, and worth knowing. */
    void note(Token token, String message) {
        notes.add(new Fault(token.at().file(), token.line(), token.at().column(), message));
    }

    List<Fault> notes() {
        return List.copyOf(notes);
    }

    void addAll(List<Fault> more) {
        faults.addAll(more);
    }

    /** For what is only worth telling when nothing else explains it. */
    void addUnlessFaulty(Place at, String message) {
        if (faults.isEmpty()) {
            add(at, message);
        }
    }

    void throwIfAny(Set<String> unusedTags) {
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing((Fault fault) -> !fault.file().equals(file))
                    .thenComparing(Fault::file)
                    .thenComparingInt(Fault::line)
                    .thenComparingInt(Fault::column));
            throw new CopybookException(faults, unusedTags);
        }
    }
}

package io.banku.feed.definition;

import io.banku.copybook.Fault;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one file; the same fault twice (a shared part, used twice) counts once. One thread. */
public final class Faults {
    private final String file;
    private final Set<Fault> faults = new LinkedHashSet<>();

    public Faults(String file) {
        this.file = file;
    }

    /** Line and column count from 1. */
    public void add(int line, int column, String message) {
        faults.add(new Fault(file, line, column, message));
    }

    /** Faults of another file that belongs to it. */
    public void addAll(Collection<Fault> others) {
        faults.addAll(others);
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** In the order of the text. */
    public List<Fault> all() {
        return faults.stream()
                .sorted(Comparator.comparing(Fault::file)
                        .thenComparingInt(Fault::line)
                        .thenComparingInt(Fault::column))
                .toList();
    }
}

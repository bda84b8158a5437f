package io.banku.copybook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All the faults of one copybook at once, in the order of the text. */
public final class CopybookException extends RuntimeException {
    private final transient List<Fault> faults;
    private final transient Set<String> unusedTags;

    public CopybookException(List<Fault> faults) {
        this(faults, Set.of());
    }

    CopybookException(List<Fault> faults, Set<String> unusedTags) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
        this.unusedTags = Set.copyOf(unusedTags);
    }

    public List<Fault> faults() {
        return faults;
    }

    /** As {@link Layout#unusedTags}. */
    public Set<String> unusedTags() {
        return unusedTags;
    }
}

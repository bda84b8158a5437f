package io.banku.copybook;

import java.util.List;
import java.util.stream.Collectors;

/** All the faults of one copybook at once, in the order of the text. */
public final class CopybookException extends RuntimeException {
    private final transient List<Fault> faults;

    public CopybookException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}

package io.banku.feed;

import io.banku.copybook.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** All the faults of one feed, or of all feeds of a catalog, at once. */
public final class FeedException extends RuntimeException {
    private final transient List<Fault> faults;

    public FeedException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}

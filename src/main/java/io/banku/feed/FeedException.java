package io.banku.feed;

import io.banku.copybook.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All the faults of one feed, or of all feeds of a catalog, at once. */
public final class FeedException extends RuntimeException {
    private final transient List<Fault> faults;
    private final transient FilePattern files;

    public FeedException(List<Fault> faults) {
        this(faults, null);
    }

    /** @param files which files would be the feed's, or null where that cannot be known */
    FeedException(List<Fault> faults, FilePattern files) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
        this.files = files;
    }

    Optional<FilePattern> files() {
        return Optional.ofNullable(files);
    }

    public List<Fault> faults() {
        return faults;
    }
}

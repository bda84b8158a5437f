package io.banku.batch;

import io.banku.feed.FileName;
import io.banku.feed.FilePattern;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The feed's arrivals in the order in which they are to be taken: by the file's date, then its sequence, then when it
 * arrived. Each folder is opened once; which ones there are is looked up again at most every {@value #LOOK_MILLIS} ms. One
 * thread.
 */
final class Arrivals {
    private static final long LOOK_MILLIS = 500;

    private final Directories directories;
    private final String feed;
    private final FilePattern pattern;
    private final Supplier<OptionalLong> highest;
    private final Consumer<Path> gone;
    private final TreeSet<Sortable> sorted = new TreeSet<>(Comparator.comparing(Sortable::date)
            .thenComparing(Sortable::sequence)
            .thenComparing(Sortable::arrival));
    private long looked = System.nanoTime() - LOOK_MILLIS * 1_000_000;

    /** Of a generation that was looked at: by it the next one is known to be before or behind the wrap. */
    private OptionalLong last = OptionalLong.empty();

    private record Sortable(Path arrival, LocalDate date, long sequence) {}

    /**
     * @param highest the number of the feed that is in the log
     * @param gone told what is not there any more, though nobody has taken it
     */
    Arrivals(
            Directories directories,
            String feed,
            FilePattern pattern,
            Supplier<OptionalLong> highest,
            Consumer<Path> gone) {
        this.directories = directories;
        this.feed = feed;
        this.pattern = pattern;
        this.highest = highest;
        this.gone = gone;
    }

    /** The first one that is wanted. */
    Optional<Path> first(Predicate<Path> wanted) throws IOException {
        look();
        return sorted.stream().map(Sortable::arrival).filter(wanted).findFirst();
    }

    /** It was taken. */
    void remove(Path arrival) {
        sorted.removeIf(known -> known.arrival().equals(arrival));
    }

    private void look() throws IOException {
        if (!sorted.isEmpty() && System.nanoTime() - looked < LOOK_MILLIS * 1_000_000) {
            return;
        }
        List<Path> there = directories.arrivals(feed);
        looked = System.nanoTime();
        Set<Path> unknown = new HashSet<>(there);
        sorted.removeIf(known -> !unknown.remove(known.arrival()) && isGone(known.arrival()));
        unknown.forEach(arrival -> sorted.add(sortable(arrival)));
    }

    private boolean isGone(Path arrival) {
        gone.accept(arrival);
        return true;
    }

    private Sortable sortable(Path arrival) {
        Optional<FileName> name = file(arrival).flatMap(pattern::match);
        return new Sortable(
                arrival,
                name.flatMap(FileName::date).orElse(LocalDate.MIN),
                name.map(this::place).orElse(0L));
    }

    private long place(FileName name) {
        if (name.generation().isEmpty()) {
            return name.sequence().orElse(0);
        }
        OptionalLong known = highest.get();
        last = OptionalLong.of(name.generation().get().place(known.isPresent() ? known : last));
        return last.getAsLong();
    }

    /** What cannot be opened is told when it is its turn. */
    private static Optional<String> file(Path arrival) {
        try {
            return Directories.fileIn(arrival).map(file -> file.getFileName().toString());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}

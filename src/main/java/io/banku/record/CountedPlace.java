package io.banku.record;

import io.banku.copybook.Depending;
import io.banku.copybook.Extent;
import io.banku.record.Occurrence.Bound;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a field lies when that depends on how often tables occur (OCCURS DEPENDING ON): read from the record each time. A
 * count outside of its table's bounds is a fault, and so is an occurrence that the count does not count. Immutable.
 */
final class CountedPlace {
    /** A table and the field that counts it. */
    record Counter(Depending table, NumericReader reader) {}

    private final String name;
    private final Extent start;
    private final Extent size;
    private final List<Bound> bounds;
    private final List<Counter> counters;
    private final int tables;

    /** @param tables how many the layout has */
    CountedPlace(String name, Extent start, Extent size, List<Bound> bounds, List<Counter> counters, int tables) {
        this.name = name;
        this.start = start;
        this.size = size;
        this.bounds = List.copyOf(bounds);
        this.counters = List.copyOf(counters);
        this.tables = tables;
    }

    int offset(Frame frame, FieldReader field) throws FieldException {
        int[] counts = counts(frame);
        for (Bound bound : bounds) {
            if (counts[bound.table().index()] < bound.number()) {
                throw new FieldException(
                        DataFault.NO_OCCURRENCE.code(),
                        field,
                        field.offset(),
                        "",
                        "expected at least " + bound.number() + " in "
                                + bound.table().count().name() + " for " + name + ", found "
                                + counts[bound.table().index()]);
            }
        }
        return start.at(counts);
    }

    int length(Frame frame) throws FieldException {
        return size.at(counts(frame));
    }

    /** Whether the counts count it. */
    boolean isCounted(Frame frame) throws FieldException {
        int[] counts = counts(frame);
        for (Bound bound : bounds) {
            if (counts[bound.table().index()] < bound.number()) {
                return false;
            }
        }
        return true;
    }

    /** What it depends on, in this record: {@code LINE-COUNT 2, NOTE-COUNT 1}. */
    String counted(Frame frame) throws FieldException {
        int[] counts = counts(frame);
        return counters.stream()
                .map(counter ->
                        counter.reader().name() + " " + counts[counter.table().index()])
                .collect(Collectors.joining(", "));
    }

    private int[] counts(Frame frame) throws FieldException {
        for (int i = 0; i < counters.size(); i++) {
            Counter counter = counters.get(i);
            // reading it may fill in the counts that decide where it lies itself: the same ones
            int count = count(counter, frame);
            frame.counts(tables)[counter.table().index()] = count;
        }
        return frame.counts(tables);
    }

    private static int count(Counter counter, Frame frame) throws FieldException {
        long count = counter.reader().unscaled(frame);
        Depending table = counter.table();
        if (!table.allows(count)) {
            throw counter.reader()
                    .fault(
                            DataFault.BAD_COUNT,
                            frame,
                            "expected a count from " + table.least() + " to " + table.most() + ", found " + count);
        }
        return (int) count;
    }
}

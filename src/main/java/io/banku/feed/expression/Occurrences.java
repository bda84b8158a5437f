package io.banku.feed.expression;

import io.banku.copybook.DataItem;
import io.banku.copybook.Depending;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All the occurrences that {@code LINE(*)} stands for, in order; of tables in tables, {@code LINE(*, *)}, the last one runs
 * fastest. Immutable, shared by threads.
 *
 * @param tables one for each star, outermost first
 * @param counts what tells how many occurrences a record has, by table; null where it is always the same
 * @param all one for each occurrence: the subscripts that stand for the stars
 */
public record Occurrences(List<DataItem> tables, List<FieldReader> counts, List<int[]> all) {
    private static final int MOST = 32_767;

    public Occurrences {
        tables = List.copyOf(tables);
        counts = Collections.unmodifiableList(new ArrayList<>(counts));
        all = List.copyOf(all);
    }

    /** @throws IllegalArgumentException when they are too many to be compiled one by one */
    static Occurrences of(List<DataItem> tables, List<FieldReader> counts) {
        List<int[]> all = List.of(new int[0]);
        for (DataItem table : tables) {
            if ((long) all.size() * table.occurrences() > MOST) {
                throw new IllegalArgumentException("expected at most " + MOST + " occurrences, found more");
            }
            List<int[]> longer = new ArrayList<>();
            for (int[] subscripts : all) {
                for (int i = 1; i <= table.occurrences(); i++) {
                    int[] more = java.util.Arrays.copyOf(subscripts, subscripts.length + 1);
                    more[subscripts.length] = i;
                    longer.add(more);
                }
            }
            all = longer;
        }
        return new Occurrences(tables, counts, all);
    }

    /** Is it about the same tables? */
    public boolean isOf(Occurrences other) {
        return tables.equals(other.tables);
    }

    /** Does the record have this one? */
    public boolean includes(int occurrence, Frame record) throws FieldException, MappingException {
        for (int i = 0; i < counts.size(); i++) {
            FieldReader count = counts.get(i);
            if (count != null && all.get(occurrence)[i] > count(tables.get(i).depending(), count, record)) {
                return false;
            }
        }
        return true;
    }

    private static long count(Depending depending, FieldReader count, Frame record)
            throws FieldException, MappingException {
        long found = count.unscaled(record);
        if (!depending.allows(found)) {
            throw new MappingException(
                    MappingFault.NO_SUCH_COUNT,
                    count,
                    "expected from " + depending.least() + " to " + depending.most() + " occurrences by " + count.name()
                            + ", found " + found);
        }
        return found;
    }
}

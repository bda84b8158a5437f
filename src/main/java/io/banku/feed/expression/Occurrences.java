package io.banku.feed.expression;

import io.banku.copybook.DataItem;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All the occurrences that {@code LINE(*)} stands for, in order; of tables in tables, {@code LINE(*, *)}, the last one runs
 * fastest. Immutable, shared by threads.
 *
 * @param tables one for each star, outermost first
 * @param all one for each occurrence: the subscripts that stand for the stars
 * @param fields what was named, in each occurrence
 */
public record Occurrences(List<DataItem> tables, List<int[]> all, List<FieldReader> fields) {
    private static final int MOST = 32_767;

    public Occurrences {
        tables = List.copyOf(tables);
        all = List.copyOf(all);
        fields = List.copyOf(fields);
    }

    /** @throws IllegalArgumentException when they are too many to be compiled one by one */
    static List<int[]> all(List<DataItem> tables) {
        List<int[]> all = List.of(new int[0]);
        for (DataItem table : tables) {
            if ((long) all.size() * table.occurrences() > MOST) {
                throw new IllegalArgumentException("expected at most " + MOST + " occurrences, found more");
            }
            List<int[]> longer = new ArrayList<>();
            for (int[] subscripts : all) {
                for (int i = 1; i <= table.occurrences(); i++) {
                    int[] more = Arrays.copyOf(subscripts, subscripts.length + 1);
                    more[subscripts.length] = i;
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    /** Is it about the same tables? */
    public boolean isOf(Occurrences other) {
        return tables.equals(other.tables);
    }

    /** Does the record have this one, by the counts that its tables depend on? */
    public boolean includes(int occurrence, Frame record) throws FieldException {
        return fields.get(occurrence).isCounted(record);
    }
}

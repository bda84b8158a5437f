package io.banku.record;

import io.banku.copybook.DataItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Counts the values that are legal and odd, by field; the occurrences of a table are one field. One thread. */
public final class Oddities {
    private static final Oddity[] KINDS = Oddity.values();

    /** So many values of a field. */
    public record Count(String field, Oddity oddity, long values) {
        /** A byte order mark before the first record. */
        public static final Count OF_MARK = new Count("file", Oddity.BYTE_ORDER_MARK, 1);

        /** {@code TX-AMOUNT: 3 negative-zero}. */
        @Override
        public String toString() {
            return field + ": " + values + " " + oddity;
        }
    }

    private final Map<DataItem, long[]> counts = new IdentityHashMap<>();

    public void look(FieldReader field, Frame frame) {
        Oddity oddity = field.oddity(frame);
        if (oddity != null) {
            count(field.item(), oddity);
        }
    }

    /** One more. */
    void count(DataItem item, Oddity oddity) {
        counts.computeIfAbsent(item, none -> new long[KINDS.length])[oddity.ordinal()]++;
    }

    /** In the order of the record. */
    public List<Count> counts() {
        List<Count> found = new ArrayList<>();
        counts.keySet().stream()
                .sorted(Comparator.comparingInt(DataItem::offset).thenComparing(DataItem::name))
                .forEach(item -> {
                    for (Oddity oddity : KINDS) {
                        long values = counts.get(item)[oddity.ordinal()];
                        if (values > 0) {
                            found.add(new Count(item.name(), oddity, values));
                        }
                    }
                });
        return found;
    }
}

package io.banku.copybook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A number of bytes that may depend on how often tables occur in a record: so many, and so many more for each occurrence of
 * a table (for each pair of occurrences of a table within a table, and so on). Immutable, shared by threads.
 */
public final class Extent {
    private static final Extent ZERO = new Extent(0, 0, Map.of());

    private final int fixed;
    private final int[] bytes;
    private final int[][] indexes;
    private final Map<List<Depending>, Integer> terms;
    private final int largest;

    private Extent(int fixed, int largest, Map<List<Depending>, Integer> terms) {
        this(
                fixed,
                largest,
                terms,
                terms.values().stream().mapToInt(Integer::intValue).toArray(),
                terms.keySet().stream()
                        .map(tables ->
                                tables.stream().mapToInt(Depending::index).toArray())
                        .toArray(int[][]::new));
    }

    private Extent(int fixed, int largest, Map<List<Depending>, Integer> terms, int[] bytes, int[][] indexes) {
        this.fixed = fixed;
        this.largest = largest;
        this.terms = terms;
        this.bytes = bytes;
        this.indexes = indexes;
    }

    public static Extent of(int bytes) {
        return bytes == 0 ? ZERO : new Extent(bytes, bytes, Map.of());
    }

    /** Whether it is the same in every record. */
    public boolean isFixed() {
        return bytes.length == 0;
    }

    /** Those that it depends on. */
    public Set<Depending> tables() {
        return terms.keySet().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether there is the same number of bytes between the two in every record. */
    boolean isSameDistanceAs(Extent other) {
        return terms.equals(other.terms);
    }

    /** When every table is empty. */
    public int fixed() {
        return fixed;
    }

    /** When every table is full. */
    public int largest() {
        return largest;
    }

    /** @param counts of the record's tables, by {@link Depending#index}; only those of tables that it depends on are asked */
    public int at(int[] counts) {
        int sum = fixed;
        for (int i = 0; i < bytes.length; i++) {
            int product = bytes[i];
            for (int index : indexes[i]) {
                product *= counts[index];
            }
            sum += product;
        }
        return sum;
    }

    public Extent plus(Extent other) {
        if (other.isFixed()) {
            // most items follow another one at a fixed distance: they share its terms
            return new Extent(fixed + other.fixed, largest + other.fixed, terms, bytes, indexes);
        }
        Map<List<Depending>, Integer> sum = new LinkedHashMap<>(terms);
        other.terms.forEach((tables, bytes) -> sum.merge(tables, bytes, Integer::sum));
        return new Extent(fixed + other.fixed, largest + other.largest, sum);
    }

    /** That of so many occurrences. */
    public Extent times(int occurrences) {
        Map<List<Depending>, Integer> product = new LinkedHashMap<>();
        if (occurrences != 0) {
            terms.forEach((tables, bytes) -> product.put(tables, bytes * occurrences));
        }
        return new Extent(fixed * occurrences, largest * occurrences, product);
    }

    /** That of as many occurrences as a table has. */
    public Extent times(Depending table) {
        Map<List<Depending>, Integer> product = new LinkedHashMap<>();
        if (fixed != 0) {
            product.put(List.of(table), fixed);
        }
        terms.forEach((tables, bytes) -> {
            List<Depending> within = new ArrayList<>(List.of(table));
            within.addAll(tables);
            product.put(List.copyOf(within), bytes);
        });
        return new Extent(0, largest * table.most(), product);
    }

    /** As a person reads it: {@code 12 + 5 × LINE-COUNT}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (fixed != 0 || isFixed()) {
            text.append(fixed);
        }
        terms.forEach((tables, bytes) -> {
            text.append(text.length() == 0 ? "" : " + ").append(bytes);
            tables.forEach(table -> text.append(" × ").append(table.count().name()));
        });
        return text.toString();
    }
}

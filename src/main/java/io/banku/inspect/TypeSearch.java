package io.banku.inspect;

import io.banku.record.CodePage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the bytes of a record that tell its type: those that divide the records into shapes most completely, by the bits that
 * would tell the kinds of all bytes then. Types whose records look alike, such as deposits and withdrawals, are one shape. Of
 * bytes that do about equally well, those count that stand first: a currency further behind follows the type. One thread.
 */
final class TypeSearch {
    /** Bytes of the type in a record. */
    record Place(int at, int width) {}

    private static final int FARTHEST = 40;
    private static final int WIDEST = 3;
    private static final int MOST_TYPES = 20;

    /** No chance saves that many, whatever is tried. */
    private static final int ENOUGH_BITS = 100;

    /** Of the bits that are saved: who saves nearly as many does as well. */
    private static final double NEARLY_AS_MANY = 0.9;

    private static final double NEARLY_ALL = 0.9;
    private static final int CLASSES = ByteClass.COUNT + 1;

    private final List<byte[]> sample;
    private final CodePage page;
    private final int columns;
    private final double[] ofClass;
    private final double[] ofColumn;

    private TypeSearch(List<byte[]> sample, CodePage page) {
        this.sample = sample;
        this.page = page;
        this.columns = sample.stream().mapToInt(each -> each.length).max().orElse(0);
        this.ofClass = Alignment.rising(Alignment.PRIOR, sample.size());
        this.ofColumn = Alignment.rising(Alignment.PRIOR * CLASSES, sample.size());
    }

    /** Empty where no bytes divide the records into shapes. */
    static Optional<Place> of(List<byte[]> sample, CodePage page) {
        return new TypeSearch(sample, page).search();
    }

    /** @param saved bits, against records of one shape */
    private record Found(Place place, double saved) {}

    private Optional<Place> search() {
        int shortest = sample.stream().mapToInt(each -> each.length).min().orElse(0);
        double together = bits(counts(sample));
        List<Found> all = new ArrayList<>();
        for (int at = 0; at < Math.min(FARTHEST, shortest); at++) {
            for (int width = 1; width <= Math.min(WIDEST, shortest - at); width++) {
                Place place = new Place(at, width);
                divided(place).ifPresent(shapes -> all.add(new Found(place, together - merged(shapes))));
            }
        }
        double most = all.stream().mapToDouble(Found::saved).max().orElse(0);
        if (most < ENOUGH_BITS) {
            return Optional.empty();
        }
        int first = all.stream()
                .filter(each -> each.saved() >= NEARLY_AS_MANY * most)
                .mapToInt(each -> each.place().at())
                .min()
                .orElseThrow();
        Place best = all.stream()
                .filter(each -> each.place().at() == first)
                .max((one, other) -> Double.compare(one.saved(), other.saved()))
                .map(Found::place)
                .orElseThrow();
        while (best.width() < WIDEST && isAsTelling(best)) {
            best = new Place(best.at(), best.width() + 1);
        }
        return Optional.of(best);
    }

    /** The classes of bytes that each column has, for each type; empty where the bytes are no type. */
    private Optional<List<int[]>> divided(Place place) {
        Map<String, List<byte[]>> byType = new LinkedHashMap<>();
        for (byte[] each : sample) {
            String type = text(each, place.at(), place.width(), page);
            if (type.isEmpty() || byType.size() > MOST_TYPES) {
                return Optional.empty();
            }
            byType.computeIfAbsent(type, none -> new ArrayList<>()).add(each);
        }
        boolean isDivided = byType.size() > 1 && byType.size() <= Math.max(2, sample.size() / 2);
        return isDivided
                ? Optional.of(byType.values().stream().map(this::counts).toList())
                : Optional.empty();
    }

    private int[] counts(List<byte[]> records) {
        int[] counts = new int[columns * CLASSES];
        for (byte[] each : records) {
            for (int column = 0; column < columns; column++) {
                counts[column * CLASSES + (column < each.length ? ByteClass.of(each[column]) : ByteClass.COUNT)]++;
            }
        }
        return counts;
    }

    /** Types of one shape are told together where that is shorter. */
    private double merged(List<int[]> types) {
        List<int[]> shapes = new ArrayList<>();
        List<Double> bits = new ArrayList<>();
        for (int[] type : types) {
            double own = bits(type);
            int nearest = -1;
            double gain = 0;
            double nearestBits = 0;
            for (int i = 0; i < shapes.size(); i++) {
                double both = bits(sum(shapes.get(i), type));
                if (bits.get(i) + own - both > gain) {
                    gain = bits.get(i) + own - both;
                    nearest = i;
                    nearestBits = both;
                }
            }
            if (nearest < 0) {
                shapes.add(type);
                bits.add(own);
            } else {
                shapes.set(nearest, sum(shapes.get(nearest), type));
                bits.set(nearest, nearestBits);
            }
        }
        return bits.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static int[] sum(int[] one, int[] other) {
        int[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }

    private double bits(int[] counts) {
        double bits = 0;
        for (int column = 0; column < columns; column++) {
            int all = 0;
            for (int i = column * CLASSES; i < (column + 1) * CLASSES; i++) {
                bits -= ofClass[counts[i]];
                all += counts[i];
            }
            bits += ofColumn[all];
        }
        return bits;
    }

    /** Whether with one byte more there are hardly more types: {@code D W T} is the beginning of {@code DP WD TR}. */
    private boolean isAsTelling(Place place) {
        int end = place.at() + place.width();
        Set<String> types = new TreeSet<>();
        Set<String> longer = new TreeSet<>();
        Map<String, Integer> next = new TreeMap<>();
        for (byte[] each : sample) {
            boolean isLonger = each.length > end;
            types.add(text(each, place.at(), place.width(), page));
            longer.add(isLonger ? text(each, place.at(), place.width() + 1, page) : "");
            next.merge(isLonger ? text(each, end, 1, page) : "", 1, Integer::sum);
        }
        boolean isConstant = next.values().stream().anyMatch(count -> count > NEARLY_ALL * sample.size());
        return !isConstant && !longer.contains("") && longer.size() <= types.size() + 1;
    }

    /** Letters and digits only; empty where there are others. */
    static String text(byte[] record, int at, int width, CodePage page) {
        StringBuilder text = new StringBuilder();
        for (int i = at; i < at + width; i++) {
            char c = page.character(record[i]);
            if (c >= 0x7F || !Character.isLetterOrDigit(c)) {
                return "";
            }
            text.append(c);
        }
        return text.toString();
    }
}

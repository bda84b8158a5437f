package io.banku.bench.pairs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One file taken by one contestant.
 *
 * @param seconds from the moment at which the file was there until Redis had all of it
 * @param processor seconds of processor time in between, by process; {@code foreign} is everybody else's
 */
record Sample(String who, int records, double seconds, Map<String, Double> processor) implements Pairs.Outcome {
    private static final double MICROS = 1e6;
    private static final int THOUSAND = 1000;

    static Sample of(String who, int records, double seconds, Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> spent = new LinkedHashMap<>();
        after.forEach((name, value) -> spent.put(name, value - before.get(name)));
        return new Sample(who, records, seconds, spent);
    }

    double recordsPerSecond() {
        return records / seconds;
    }

    /** Microseconds of processor time per record of all that is neither a server nor foreign. */
    double micros() {
        return processor.entrySet().stream()
                        .filter(process -> !process.getKey().equals("kafka")
                                && !process.getKey().equals("redis")
                                && !process.getKey().equals("foreign"))
                        .mapToDouble(Map.Entry::getValue)
                        .sum()
                * MICROS
                / records;
    }

    @Override
    public double foreign() {
        return processor.getOrDefault("foreign", 0.0)
                / (seconds * Runtime.getRuntime().availableProcessors());
    }

    String told() {
        return String.format(
                Locale.ROOT,
                "%-9s %,9d records in %6.2f s, %6.1f k/s; µs per record: %s; others had %.1f %%",
                who,
                records,
                seconds,
                recordsPerSecond() / THOUSAND,
                processor.entrySet().stream()
                        .filter(process -> !process.getKey().equals("foreign"))
                        .map(process -> String.format(
                                Locale.ROOT, "%s %.2f", process.getKey(), process.getValue() * MICROS / records))
                        .collect(Collectors.joining(", ")),
                foreign() * 100);
    }
}

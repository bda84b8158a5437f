package io.banku.bench.pairs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Processor time: of processes, this one among them, and of the whole machine where it tells that (Linux). */
final class Processors {
    private static final Path MACHINE = Path.of("/proc/stat");
    /** Hundredths of a second: what Linux counts in, on every machine that this runs on. */
    private static final double TICKS = 100;

    private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();

    Processors with(String name, long pid) {
        processes.put(name, ProcessHandle.of(pid).orElseThrow());
        return this;
    }

    /** Seconds that each of them has had so far; {@code foreign} is what everybody else had. */
    Map<String, Double> spent() throws IOException {
        Map<String, Double> spent = new LinkedHashMap<>();
        double ours = seconds(ProcessHandle.current());
        for (Map.Entry<String, ProcessHandle> process : processes.entrySet()) {
            double seconds = seconds(process.getValue());
            spent.put(process.getKey(), seconds);
            ours += seconds;
        }
        double all = ours;
        machine().ifPresent(busy -> spent.put("foreign", busy - all));
        return spent;
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
    }

    private static Optional<Double> machine() throws IOException {
        if (Files.notExists(MACHINE)) {
            return Optional.empty();
        }
        String[] all = Files.readString(MACHINE, StandardCharsets.US_ASCII)
                .lines()
                .findFirst()
                .orElseThrow()
                .split(" +");
        return Optional.of(
                (Double.parseDouble(all[1]) + Double.parseDouble(all[2]) + Double.parseDouble(all[3])) / TICKS);
    }
}

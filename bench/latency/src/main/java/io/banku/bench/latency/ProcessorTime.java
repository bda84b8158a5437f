package io.banku.bench.latency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Processor time that processes have spent so far, this one among them. */
final class ProcessorTime {
    private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();

    ProcessorTime(Map<String, Long> ids) {
        ids.forEach((name, id) -> processes.put(
                name,
                ProcessHandle.of(id)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "expected a process " + id + " as " + name + ", found none"))));
        processes.put("this generator", ProcessHandle.current());
    }

    Map<String, Duration> spent() {
        Map<String, Duration> spent = new LinkedHashMap<>();
        processes.forEach((name, process) ->
                spent.put(name, process.info().totalCpuDuration().orElse(Duration.ZERO)));
        return spent;
    }

    /** {@code bridge 0.61, redis 0.04 of 2 processors}. */
    static String told(Map<String, Duration> before, Map<String, Duration> after, double seconds) {
        return after.keySet().stream()
                .map(name -> String.format(
                        Locale.ROOT,
                        "%s %.2f",
                        name,
                        after.get(name).minus(before.get(name)).toMillis() / 1000.0 / seconds))
                .collect(Collectors.joining(
                        ", ", "", " of " + Runtime.getRuntime().availableProcessors() + " processors"));
    }
}

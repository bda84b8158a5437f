package io.banku.bench.latency;

import io.banku.bench.latency.Answer.Wanted;
import io.banku.bench.latency.OpenLoop.Round;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/**
 * What a program wants to know of a round.
 *
 * @param outcomes of those who wanted one, beside the files where there are files
 * @param fileSeconds until the events of the files were in the view; negative where there was none
 * @param processorSeconds which the generator has had since it was started
 */
record Figures(int rate, Latencies outcomes, double decidedPerSecond, double fileSeconds, double processorSeconds) {

    static Figures of(int rate, Round<Answer> round, Ingest ingest, double decidedPerSecond) {
        long end = ingest.caughtUp();
        return new Figures(
                rate,
                Latencies.of(round.arrivals().stream()
                        .filter(arrival -> arrival.answer().wanted() == Wanted.OUTCOME && arrival.due() < end)
                        .mapToLong(Arrival::took)),
                decidedPerSecond,
                ingest.seconds(),
                ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis()
                        / 1000.0);
    }

    /** Milliseconds for times. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"rate\":%d,\"count\":%d,\"p50\":%.3f,\"p99\":%.3f,\"decidedPerSecond\":%.1f,\"fileSeconds\":%.1f,"
                        + "\"processorSeconds\":%.2f}",
                rate,
                outcomes.count(),
                outcomes.within(500) / 1e6,
                outcomes.within(990) / 1e6,
                decidedPerSecond,
                fileSeconds,
                processorSeconds);
    }

    void append(Path file) throws IOException {
        Files.writeString(file, json() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}

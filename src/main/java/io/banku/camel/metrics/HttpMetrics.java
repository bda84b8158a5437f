package io.banku.camel.metrics;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;

/** The API: what it has in hand, and how long its answers took. Shared by threads. */
public final class HttpMetrics {
    static final Duration[] BOUNDS = LongStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 60_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Meters meters;
    private final Map<Answered, Timer> answered = new ConcurrentHashMap<>();

    private record Answered(String operation, int status) {}

    HttpMetrics(Meters meters) {
        this.meters = meters;
    }

    /** @param waiting how many requests wait for the view now */
    public void waiting(IntSupplier waiting) {
        meters.gauge("banku.http.waiting", "Requests that wait for an outcome or a position now.", waiting::getAsInt);
    }

    /** @param inHand how many requests were taken in and are not answered yet */
    public void inHand(IntSupplier inHand) {
        meters.gauge("banku.http.requests", "Requests taken in and not answered yet.", inHand::getAsInt);
    }

    /** @param open how many connections to the API there are */
    public void connections(IntSupplier open) {
        meters.gauge("banku.http.connections", "Connections to the API now.", open::getAsInt);
    }

    /** @param partitions of the view, each of which may be looked at for those who wait */
    public void looks(int partitions) {
        for (int partition = 0; partition < partitions; partition++) {
            looksFailed(partition, 0);
        }
    }

    /** The view could not be read for the requests that wait for a partition of it. */
    public void lookFailed(int partition) {
        looksFailed(partition, 1);
    }

    private void looksFailed(int partition, int more) {
        meters.counter(
                        "banku.http.looks.failed",
                        "Looks at the view that failed for those who wait for the partition.",
                        "partition",
                        Integer.toString(partition))
                .increment(more);
    }

    /** @param operation by the contract's name, or {@code none} */
    public void answered(String operation, int status, long nanos) {
        answered.computeIfAbsent(
                        new Answered(operation, status),
                        key -> meters.histogram(
                                "banku.http.answer",
                                "From a request's head to the end of its answer.",
                                Tags.of("operation", operation, "status", Integer.toString(status)),
                                BOUNDS))
                .record(Duration.ofNanos(nanos));
    }
}

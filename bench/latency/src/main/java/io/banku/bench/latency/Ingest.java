package io.banku.bench.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Files put into the inbox at once, and followed until their events are in the view. */
final class Ingest {
    private static final Pattern SEALED = Pattern.compile("\"state\"\\s*:\\s*\"sealed\"");
    private static final Pattern LAG = Pattern.compile("(?m)^banku_projection_lag_records\\{.*} (\\S+)$");
    /** A few offsets are always still to be read, as commands go on: markers of transactions take some, too. */
    private static final double CAUGHT_UP = 500;

    private static final long BETWEEN_LOOKS_NANOS = 500_000_000L;

    private final Api api;
    private final Api management;
    private final Clock clock;
    private final int files;
    private final long sealedBefore;
    private final long began;
    private final Thread follower = new Thread(this::follow, "ingest");
    private volatile long sealed = Long.MAX_VALUE;
    private volatile long caughtUp = Long.MAX_VALUE;

    private Ingest(Api api, Api management, Clock clock, int files) throws InterruptedException {
        this.api = api;
        this.management = management;
        this.clock = clock;
        this.files = files;
        this.sealedBefore = files == 0 ? 0 : sealedFiles();
        this.began = clock.now();
    }

    static Ingest begin(List<Path> files, Options options, Api api, Clock clock)
            throws IOException, InterruptedException {
        Ingest ingest = new Ingest(api, new Api(options.management()), clock, files.size());
        for (Path file : files) {
            Files.move(file, options.inbox().resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        if (!files.isEmpty()) {
            ingest.follower.setDaemon(true);
            ingest.follower.start();
        }
        return ingest;
    }

    /** Until all is in the view, for so long at most; what takes longer than the commands is still of interest. */
    void await(Duration longest) throws InterruptedException {
        follower.join(longest.toMillis());
    }

    private void follow() {
        try {
            while (sealedFiles() < sealedBefore + files) {
                clock.until(clock.now() + BETWEEN_LOOKS_NANOS);
            }
            sealed = clock.now();
            while (lag() > CAUGHT_UP) {
                clock.until(clock.now() + BETWEEN_LOOKS_NANOS);
            }
            caughtUp = clock.now();
        } catch (InterruptedException nobodyInterruptsIt) {
            Thread.currentThread().interrupt();
        }
    }

    private long sealedFiles() throws InterruptedException {
        return SEALED.matcher(api.get("/api/v1/batches?state=sealed").body())
                .results()
                .count();
    }

    private double lag() throws InterruptedException {
        return LAG.matcher(management.get("/observe/metrics").body())
                .results()
                .map(MatchResult::group)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    boolean isNone() {
        return files == 0;
    }

    /** The moment at which all events of the files were in the view; far away as long as they are not. */
    long caughtUp() {
        return caughtUp;
    }

    /** Until all was in the view; negative where there were no files, or they are not. */
    double seconds() {
        return isNone() || caughtUp == Long.MAX_VALUE ? -1 : (caughtUp - began) / 1e9;
    }

    String told() {
        return files + " files: sealed " + after(sealed) + ", their events in the view " + after(caughtUp);
    }

    private String after(long moment) {
        return moment == Long.MAX_VALUE
                ? "not before the end"
                : String.format(Locale.ROOT, "after %.1f s", (moment - began) / 1e9);
    }
}

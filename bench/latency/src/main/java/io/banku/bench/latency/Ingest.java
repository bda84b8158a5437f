package io.banku.bench.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    private final long began;
    private volatile long sealed = Long.MAX_VALUE;
    private volatile long caughtUp = Long.MAX_VALUE;

    private Ingest(Api api, Api management, Clock clock, int files) {
        this.api = api;
        this.management = management;
        this.clock = clock;
        this.files = files;
        this.began = clock.now();
    }

    static Ingest begin(List<Path> files, Options options, Api api, Clock clock) throws IOException {
        for (Path file : files) {
            Files.move(file, options.inbox().resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        Ingest ingest = new Ingest(api, new Api(options.management()), clock, files.size());
        if (!files.isEmpty()) {
            Thread follower = new Thread(ingest::follow, "ingest");
            follower.setDaemon(true);
            follower.start();
        }
        return ingest;
    }

    private void follow() {
        try {
            while (SEALED.matcher(api.get("/api/v1/batches?state=sealed").body())
                            .results()
                            .count()
                    < files) {
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

    String told() {
        return files + " files: sealed " + after(sealed) + ", their events in the view " + after(caughtUp);
    }

    private String after(long moment) {
        return moment == Long.MAX_VALUE
                ? "not before the end"
                : String.format(Locale.ROOT, "after %.1f s", (moment - began) / 1e9);
    }
}

package io.banku.batch;

import io.banku.feed.FileName;
import io.banku.log.AppendFailedException;
import io.banku.log.LogConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on one feed's batches, one at a time, for as long as this process owns the feed. After any failure it forgets
 * what it believes, claims the feed again and goes on from what the ledger says. A thread of its own.
 */
final class FeedOwner implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedOwner.class);
    private static final long LOOK_MILLIS = 500;
    private static final long BACK_OFF_MILLIS = 2_000;

    private final String feed;
    private final int partition;
    private final FeedLedger known;
    private final Ingest ingest;
    private final LogConnection connection;
    private final BatchRoute route;

    FeedOwner(String feed, int partition, FeedLedger known, Ingest ingest, LogConnection connection, BatchRoute route) {
        this.feed = feed;
        this.partition = partition;
        this.known = known;
        this.ingest = ingest;
        this.connection = connection;
        this.route = route;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try (Ledger ledger = Ledger.claim(connection, feed, partition, known, ingest.clock())) {
                    LOG.info("feed {}: claimed", feed);
                    work(ledger);
                } catch (AppendFailedException | IOException | RuntimeException failed) {
                    if (Thread.currentThread().isInterrupted()) {
                        return;
                    }
                    LOG.error("feed {}: stopped, will claim it again: {}", feed, failed.getMessage(), failed);
                    known.awaitNews(BACK_OFF_MILLIS);
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("feed {}: given up", feed);
        }
    }

    private void work(Ledger ledger) throws AppendFailedException, IOException, InterruptedException {
        for (Batch batch : known.all()) {
            if (!batch.state().isUnderWay()) {
                ingest.directories().tidy(batch);
            }
        }
        while (!Thread.currentThread().isInterrupted()) {
            Optional<BatchRun> next = next(ledger);
            if (next.isPresent()) {
                try (BatchRun run = next.get()) {
                    send(run);
                }
            } else {
                known.awaitNews(LOOK_MILLIS);
            }
        }
    }

    private void send(BatchRun run) throws AppendFailedException, IOException {
        try {
            route.send(run);
        } catch (NotAsStagedException found) {
            run.hold(found);
            run.settle();
        }
    }

    private Optional<BatchRun> next(Ledger ledger) throws IOException, AppendFailedException {
        for (Batch batch : known.all()) {
            if (batch.state().isUnderWay()) {
                return Optional.of(BatchRun.resumed(ingest, ledger, batch));
            }
        }
        for (Batch batch : known.all()) {
            Optional<Decision> decision =
                    batch.state() == BatchState.HELD ? known.openDecision(batch) : Optional.empty();
            if (decision.isPresent()) {
                BatchRun run = BatchRun.resumed(ingest, ledger, batch);
                run.decide(decision.get());
                return Optional.of(run);
            }
        }
        return firstArrival().map(arrival -> BatchRun.arrived(ingest, ledger, arrival));
    }

    /** By the file's date, then its sequence, then when it arrived. */
    private Optional<Path> firstArrival() throws IOException {
        List<Path> arrivals = ingest.directories().arrivals(feed);
        if (arrivals.size() < 2) {
            return arrivals.stream().findFirst();
        }
        List<Sortable> sorted = new ArrayList<>();
        for (Path arrival : arrivals) {
            Optional<FileName> name = Directories.fileIn(arrival)
                    .flatMap(file ->
                            ingest.feed(feed).files().match(file.getFileName().toString()));
            sorted.add(new Sortable(
                    arrival,
                    name.flatMap(FileName::date).orElse(LocalDate.MIN),
                    name.map(found -> found.sequence().orElse(0)).orElse(0L)));
        }
        return sorted.stream()
                .min(Comparator.comparing(Sortable::date)
                        .thenComparing(Sortable::sequence)
                        .thenComparing(Sortable::arrival))
                .map(Sortable::arrival);
    }

    private record Sortable(Path arrival, LocalDate date, long sequence) {}
}

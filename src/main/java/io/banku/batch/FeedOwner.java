package io.banku.batch;

import io.banku.log.AppendFailedException;
import io.banku.log.KnownTopics;
import io.banku.log.LogConnection;
import io.banku.log.LogUnavailableException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final Duration LONG_CLAIM = Duration.ofSeconds(30);

    private final String feed;
    private final int partition;
    private final LedgerIndex index;
    private final FeedLedger known;
    private final Ingest ingest;
    private final LogConnection connection;
    private final KnownTopics topics;
    private final BatchRoute route;
    private final Outage outage;
    private final Retries<FeedTask> retries;
    private final FeedQueue queue;
    private volatile Instant claiming;

    FeedOwner(
            String feed,
            int partition,
            LedgerIndex index,
            Ingest ingest,
            LogConnection connection,
            KnownTopics topics,
            BatchRoute route,
            Outage outage) {
        this.feed = feed;
        this.partition = partition;
        this.index = index;
        this.known = index.feed(feed, partition);
        this.ingest = ingest;
        this.connection = connection;
        this.topics = topics;
        this.route = route;
        this.outage = outage;
        this.retries = new Retries<>(ingest.clock());
        this.queue = new FeedQueue(feed, known, ingest, retries);
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                claiming = ingest.clock().instant();
                try (Ledger ledger = Ledger.claim(connection, topics, feed, partition, index, ingest)) {
                    claiming = null;
                    LOG.debug("feed {}: claimed", feed);
                    queue.begin();
                    learnCalendar(ledger);
                    learnFourEyes(ledger);
                    work(ledger);
                } catch (AppendFailedException | LogUnavailableException failed) {
                    logFailed(failed);
                    known.awaitNews(BACK_OFF_MILLIS);
                } catch (IOException | RuntimeException | LinkageError | StackOverflowError | AssertionError failed) {
                    logUnexpected(failed);
                    known.awaitNews(BACK_OFF_MILLIS);
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("feed {}: given up", feed);
        } finally {
            outage.over(feed);
        }
    }

    /** From now on the ledger says when the feed's files are due, as its definition does. */
    private void learnCalendar(Ledger ledger) throws AppendFailedException {
        known.requireReadable();
        Optional<Calendars> learned = known.calendars()
                .orElse(Calendars.none(feed))
                .with(ingest.feed(feed).due(), ingest.clock().instant());
        if (learned.isPresent()) {
            ledger.write(learned.get());
            LOG.info("feed {}: {}", feed, learned.get().told());
        }
    }

    /** From now on the ledger says what takes two, as its definition does. */
    private void learnFourEyes(Ledger ledger) throws AppendFailedException {
        FourEyes now = FourEyes.of(feed, ingest.feed(feed).terms().fourEyes());
        if (!known.fourEyes().orElse(FourEyes.none(feed)).equals(now)) {
            ledger.write(now);
            LOG.info("feed {}: it takes two for {}", feed, now.actions());
        }
    }

    private void logUnexpected(Throwable failed) {
        if (Thread.currentThread().isInterrupted()) {
            LOG.debug("feed {}: ended", feed, failed);
        } else {
            outage.began(feed, failed.toString(), failed);
        }
    }

    private void logFailed(Exception failed) {
        if (Thread.currentThread().isInterrupted()) {
            LOG.debug("feed {}: ended", feed, failed);
        } else if (failed instanceof AppendFailedException append
                && append.kind() == AppendFailedException.Kind.EXPIRED) {
            LOG.info("feed {}: not used for days, and claimed again", feed);
        } else {
            outage.began(feed, failed.getMessage(), null);
        }
    }

    /** Returns when the feed has to be claimed again: what a step left open cannot be known. */
    private void work(Ledger ledger) throws AppendFailedException, IOException, InterruptedException {
        boolean goesOn = true;
        while (goesOn && !Thread.currentThread().isInterrupted()) {
            known.requireReadable();
            Optional<FeedQueue.Task> next = queue.next(ledger);
            if (next.isPresent()) {
                goesOn = tried(next.get(), ledger);
            } else {
                outage.over(feed);
                known.awaitNews(LOOK_MILLIS);
            }
        }
    }

    /** False when it failed. */
    private boolean tried(FeedQueue.Task task, Ledger ledger) throws AppendFailedException, InterruptedException {
        try {
            take(task, ledger);
            retries.of(task.what())
                    .ifPresent(trouble ->
                            LOG.info("{} {}: goes on", feed, task.what().file()));
            queue.done(task);
            outage.over(feed);
            return true;
        } catch (AppendFailedException failed) {
            if (failed.kind() == AppendFailedException.Kind.TOO_LARGE && task.run() == null) {
                tell(task, failed);
                return false;
            }
            if (failed.kind() == AppendFailedException.Kind.TOO_LARGE) {
                queue.holdLater(task, tooLarge(failed));
                return false;
            }
            throw failed;
        } catch (LogUnavailableException away) {
            throw away;
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError | AssertionError failed) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            tell(task, failed);
            return false;
        }
    }

    private void take(FeedQueue.Task task, Ledger ledger) throws AppendFailedException, IOException {
        if (task.run() == null) {
            atRest(task, ledger);
            return;
        }
        try (BatchRun run = task.run()) {
            try {
                route.send(run);
            } catch (NotAsStagedException found) {
                run.hold(found);
                run.settle();
            }
        }
    }

    /** Of one that is in the log, this process has in memory what lists need; its report has all. */
    private void atRest(FeedQueue.Task task, Ledger ledger) throws AppendFailedException, IOException {
        Batch batch = index.wholeNow(task.rest());
        switch (task.todo()) {
            case SETTLE -> ingest.directories().tidy(batch);
            case RESUBMIT -> new Resubmission(ingest, ledger, batch).run();
        }
    }

    private void tell(FeedQueue.Task task, Throwable failed) {
        Finding reason = reason(failed);
        int tries = queue.failed(task, reason);
        String told = feed + " " + task.what().file() + ": not done, will be tried again: " + reason;
        if (tries > 1) {
            LOG.debug("{} ({} times)", told, tries);
        } else if (failed instanceof IOException) {
            LOG.warn("{}", told);
        } else {
            LOG.error("{}", told, failed);
        }
    }

    private static Finding reason(Throwable failed) {
        return new Finding(
                "BNK-4054",
                "expected to go on with it, found: "
                        + (failed instanceof AccessDeniedException denied
                                ? "no permission for " + denied.getFile()
                                : failed.toString())
                        + "; it is tried again, later each time, and others go on");
    }

    private static NotAsStagedException tooLarge(AppendFailedException failed) {
        return NotAsStagedException.tooLarge("expected records that Kafka takes, found one that is too large; "
                + failed.getMessage()
                + "; raise max.message.bytes of that topic, then release; or refuse it");
    }

    /** What does not go on now. */
    List<Standing> standing() {
        Stream<Standing> troubles =
                retries.all().entrySet().stream().map(trouble -> standing(trouble.getKey(), trouble.getValue()));
        return Stream.of(troubles, outage.of(feed).stream(), longClaim().stream())
                .flatMap(each -> each)
                .toList();
    }

    private Standing standing(FeedTask what, Retries.Trouble trouble) {
        Finding reason = trouble.reason();
        return new Standing(
                what.where(), feed, what.file(), reason.code(), reason.message(), trouble.since(), trouble.tries());
    }

    private Optional<Standing> longClaim() {
        Instant began = claiming;
        if (began == null || began.plus(LONG_CLAIM).isAfter(ingest.clock().instant())) {
            return Optional.empty();
        }
        return Optional.of(new Standing(
                "feed",
                feed,
                null,
                "BNK-4063",
                "expected its claim to come back from banku.batches, found nothing yet: can the topic be read?",
                began,
                0));
    }
}

package io.banku.batch;

import io.banku.log.AppendFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * What is to be done next for a feed: the batch that is under way, else what an operator decided, else rejects that are to be
 * resubmitted, else a batch that waited for the one before it or for another feed, else a folder that is not where it belongs,
 * else the first of the arrivals. What failed is tried again later each time; a few times the feed waits for it, so that its
 * order is kept, then the others go on without it. One thread.
 */
final class FeedQueue {
    private static final int WAITED_FOR = 3;

    private final String feed;
    private final FeedLedger known;
    private final Successors successors;
    private final Ingest ingest;
    private final Retries<FeedTask> retries;
    private final AssignedFiles assigned;
    private final Arrivals arrivals;
    private final Set<String> unsettled = new LinkedHashSet<>();
    private final Map<String, NotAsStagedException> toHold = new HashMap<>();

    /**
     * @param run null when the folder of a batch at rest is to be settled, or rejects of it are to be resubmitted
     * @param rest the batch at rest, or null
     */
    record Task(FeedTask what, BatchRun run, Batch rest, Path arrival, AtRest todo) {}

    /** What is to be done with a batch at rest. */
    enum AtRest {
        SETTLE,
        RESUBMIT
    }

    FeedQueue(String feed, FeedLedger known, Ingest ingest, Retries<FeedTask> retries) {
        this.feed = feed;
        this.known = known;
        this.successors = new Successors(known);
        this.ingest = ingest;
        this.retries = retries;
        this.assigned =
                new AssignedFiles(ingest.directories(), feed, ingest.feed(feed).files(), known.assignments());
        this.arrivals = new Arrivals(
                ingest.directories(),
                feed,
                ingest.feed(feed).files(),
                known.sequence()::highest,
                arrival -> retries.forget(FeedTask.of(arrival)));
    }

    /** After a claim: what earlier owners may have left half done. */
    void begin() throws IOException {
        new UniqueFolder(ingest.directories().unique(feed)).deleteLeftovers();
        known.lastMoved().ifPresent(batch -> unsettled.add(batch.id()));
        for (String folder : ingest.directories().unfinished(feed)) {
            Matcher id = Directories.ID.matcher(folder);
            if (id.find()) {
                known.ofFolder(folder, id.group(1)).ifPresent(batch -> unsettled.add(batch.id()));
            }
        }
    }

    /** Empty when there is nothing to do now. */
    Optional<Task> next(Ledger ledger) throws IOException, AppendFailedException {
        for (Batch batch : known.underWay()) {
            FeedTask what = FeedTask.of(batch);
            if (retries.isDue(what)) {
                return Optional.of(resumed(what, ledger, batch));
            }
            if (isWaitedFor(what) || isComparedWith()) {
                return Optional.empty();
            }
        }
        Optional<Task> decided = decided(ledger);
        if (decided.isPresent()) {
            return decided;
        }
        Optional<Batch> resubmitted = known.toResubmit().stream()
                .filter(batch -> retries.isDue(FeedTask.of(batch)))
                .findFirst();
        if (resubmitted.isPresent()) {
            Batch batch = resubmitted.get();
            return Optional.of(new Task(FeedTask.of(batch), null, batch, null, AtRest.RESUBMIT));
        }
        Optional<Batch> successor = successors.next(ingest.feed(feed));
        if (successor.isPresent()) {
            BatchRun run = BatchRun.resumed(ingest, ledger, successor.get());
            run.goOn("the batch before it is in");
            return Optional.of(new Task(FeedTask.of(successor.get()), run, null, null, null));
        }
        Optional<Task> waited = waited(ledger);
        if (waited.isPresent()) {
            return waited;
        }
        Optional<Batch> settling = unsettled.stream()
                .flatMap(id -> known.batch(id).stream())
                .filter(batch -> !batch.state().isUnderWay() && retries.isDue(FeedTask.of(batch)))
                .findFirst();
        return settling.isPresent()
                ? settling.map(batch -> new Task(FeedTask.of(batch), null, batch, null, AtRest.SETTLE))
                : arrived(ledger);
    }

    /**
     * Records of later batches would be rejects as repeats of what is on its way into the log; and so they could be in no
     * batch, if that one is refused after all.
     */
    private boolean isComparedWith() {
        return ingest.feed(feed).uniqueDays().isPresent();
    }

    private Task resumed(FeedTask what, Ledger ledger, Batch batch) throws AppendFailedException {
        BatchRun run = BatchRun.resumed(ingest, ledger, batch);
        NotAsStagedException reason = toHold.remove(batch.id());
        if (reason != null) {
            run.hold(reason);
        }
        return new Task(what, run, null, null, null);
    }

    private Optional<Task> decided(Ledger ledger) throws AppendFailedException {
        for (Batch batch : known.toBeDecided()) {
            Optional<Decision> decision = known.openDecision(batch);
            if (decision.isPresent()) {
                BatchRun run = BatchRun.resumed(ingest, ledger, batch);
                run.decide(decision.get());
                return Optional.of(new Task(FeedTask.of(batch), run, null, null, null));
            }
        }
        return Optional.empty();
    }

    /** Of other feeds all is there that one of ours waited for. */
    private Optional<Task> waited(Ledger ledger) throws AppendFailedException {
        for (Batch batch : known.toBeDecided()) {
            List<Awaited> others =
                    batch.state() == BatchState.WAITING ? ledger.precedence().of(batch) : List.of();
            if (!others.isEmpty() && others.stream().allMatch(Awaited::isOver)) {
                BatchRun run = BatchRun.resumed(ingest, ledger, batch);
                run.goOn(others.stream().map(Awaited::told).collect(Collectors.joining("; ")));
                return Optional.of(new Task(FeedTask.of(batch), run, null, null, null));
            }
        }
        return Optional.empty();
    }

    private Optional<Task> arrived(Ledger ledger) throws IOException {
        assigned.take();
        Set<String> batches = known.underWay().stream().map(Batch::arrival).collect(Collectors.toSet());
        Optional<Path> first = arrivals.first(arrival -> {
            FeedTask what = FeedTask.of(arrival);
            return !batches.contains(arrival.getFileName().toString()) && (retries.isDue(what) || isWaitedFor(what));
        });
        return first.filter(arrival -> retries.isDue(FeedTask.of(arrival)))
                .map(arrival ->
                        new Task(FeedTask.of(arrival), BatchRun.arrived(ingest, ledger, arrival), null, arrival, null));
    }

    private boolean isWaitedFor(FeedTask what) {
        return retries.of(what).filter(trouble -> trouble.tries() < WAITED_FOR).isPresent();
    }

    /** It has come as far as it can now. */
    void done(Task task) {
        retries.forget(task.what());
        forgetArrival(task);
        if (task.todo() == AtRest.SETTLE) {
            unsettled.remove(task.rest().id());
        }
    }

    /** @return how often in a row it has failed now */
    int failed(Task task, Finding reason) {
        Batch batch = task.run() == null ? task.rest() : task.run().batch();
        if (batch == null) {
            return retries.failed(task.what(), reason).tries();
        }
        forgetArrival(task);
        if (!batch.state().isUnderWay()) {
            unsettled.add(batch.id());
        }
        return retries.failed(FeedTask.of(batch), reason).tries();
    }

    /** Also where the batch was known already when its arrival was listed. */
    private void forgetArrival(Task task) {
        Batch batch = task.run() == null ? null : task.run().batch();
        Path arrival = batch == null ? task.arrival() : ingest.directories().arrival(feed, batch.arrival());
        if (arrival != null) {
            arrivals.remove(arrival);
            retries.forget(FeedTask.of(arrival));
        }
    }

    /** As soon as the feed is claimed again: it could not be held at once. */
    void holdLater(Task task, NotAsStagedException reason) {
        forgetArrival(task);
        Optional.ofNullable(task.run().batch()).ifPresent(batch -> toHold.put(batch.id(), reason));
    }
}

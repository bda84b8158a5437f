package io.banku.night;

import io.banku.batch.Batch;
import io.banku.batch.BatchState;
import io.banku.batch.DayOfFeed;
import io.banku.night.DayEvent.Change;
import io.banku.night.FeedDay.Sealed;
import io.banku.night.FeedDay.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to be said of a business date now, by what the ledger says of its feeds and what was said before. Pure: asked again
 * of the same it says the same, and asked when it was written it says nothing more.
 */
final class Close {
    private Close() {}

    /** Where each feed stands. */
    static List<FeedDay> stand(List<String> feeds, Function<String, DayOfFeed> ledger) {
        return feeds.stream().map(ledger).map(Close::stand).toList();
    }

    private static FeedDay stand(DayOfFeed day) {
        List<Sealed> sealed = day.batches().stream()
                .filter(batch -> batch.state() == BatchState.SEALED)
                .map(Sealed::of)
                .toList();
        State state = state(day, sealed.size());
        FeedDay.Grounds excuse =
                state == State.EXCUSED ? FeedDay.Grounds.of(day.excuse().orElseThrow()) : null;
        return FeedDay.of(day.feed(), state, sealed, excuse);
    }

    private static State state(DayOfFeed day, int sealed) {
        if (day.batches().isEmpty()) {
            return day.excuse().isPresent() ? State.EXCUSED : day.due() ? State.MISSING : State.NOT_DUE;
        }
        if (day.batches().stream().anyMatch(batch -> batch.state() == BatchState.HELD)) {
            return State.HELD;
        }
        if (sealed < day.batches().size()) {
            return State.UNDER_WAY;
        }
        return day.batches().stream().map(Batch::openSums).allMatch(List::isEmpty) ? State.SEALED : State.OPEN;
    }

    /** Those that are not done. */
    static List<String> lacking(List<FeedDay> feeds) {
        return feeds.stream()
                .filter(feed -> !feed.state().isDone())
                .map(FeedDay::feed)
                .toList();
    }

    /** The close of a date that is not closed; empty as long as something is waited for. */
    static Optional<DayEvent> close(
            NightSet set, LocalDate date, List<FeedDay> feeds, Optional<CloseWish> wish, Instant now) {
        List<String> lacking = lacking(feeds);
        if (lacking.isEmpty()) {
            boolean hasAny = feeds.stream().anyMatch(feed -> !feed.batches().isEmpty());
            return hasAny ? Optional.of(DayEvent.close(set, date, now, null, feeds)) : Optional.empty();
        }
        return wish.filter(said -> said.without().containsAll(lacking)).map(said -> {
            List<FeedDay> then = feeds.stream()
                    .map(feed -> feed.state().isDone() ? feed : feed.in(State.WITHOUT))
                    .toList();
            return DayEvent.close(set, date, now, new DayEvent.ByHand(lacking, said.reason(), said.by()), then);
        });
    }

    /** What has changed since the last event of the date; empty where nothing has. */
    static Optional<DayEvent> supplement(DayEvent last, Function<String, DayOfFeed> ledger, Instant now) {
        List<Change> changes = new ArrayList<>();
        List<FeedDay> then = new ArrayList<>();
        for (FeedDay told : last.feeds()) {
            FeedDay found = stand(ledger.apply(told.feed()));
            List<Sealed> batches = since(told, found, changes);
            boolean stillWithout =
                    told.state() == State.WITHOUT && !found.state().isDone();
            then.add(FeedDay.of(told.feed(), stillWithout ? State.WITHOUT : found.state(), batches, found.excuse()));
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(last.supplement(now, then, changes));
    }

    /** What was told stays told where the ledger says nothing newer. */
    private static List<Sealed> since(FeedDay told, FeedDay found, List<Change> changes) {
        Map<String, Sealed> batches = new LinkedHashMap<>();
        told.batches().forEach(batch -> batches.put(batch.batch(), batch));
        for (Sealed now : found.batches()) {
            Sealed before = batches.get(now.batch());
            if (before == null || now.revision() > before.revision() && !now.saysTheSameAs(before)) {
                batches.put(now.batch(), now);
                changes.add(new Change(
                        told.feed(), now.batch(), now.file(), before == null ? null : before.counts(), now.counts()));
            }
        }
        return List.copyOf(batches.values());
    }
}

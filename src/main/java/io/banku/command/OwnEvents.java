package io.banku.command;

import io.banku.account.Account;
import io.banku.account.Fold;
import io.banku.account.LogEntry;
import io.banku.account.Origin.FromCommand;
import io.banku.view.CommandView.Sight;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a decider wrote and its view does not have yet, in the order of the log. It lies on top of each look at the view, and
 * goes when the view has passed it. Nothing in it is more than a wait saved: it may be forgotten at any time, if the view is
 * waited for instead. One thread.
 */
class OwnEvents {
    /** Each takes about a kilobyte; when there are more, the view is waited for. */
    static final int MOST = 2_000;

    private final int most;
    private final Deque<LogEntry.Readable> events = new ArrayDeque<>();
    private final Set<String> decided = new HashSet<>();
    /** The offsets of those that the view has passed, by command: it must have their outcomes. */
    private final Map<String, Long> passed = new HashMap<>();

    OwnEvents(int most) {
        this.most = most;
    }

    void add(Collection<LogEntry.Readable> appended) {
        for (LogEntry.Readable entry : appended) {
            events.add(entry);
            commandOf(entry).ifPresent(decided::add);
        }
    }

    /** The offset that the view must have passed before more are added; none where there is room. */
    OptionalLong overflow() {
        int tooMany = events.size() - most;
        return tooMany <= 0
                ? OptionalLong.empty()
                : events.stream()
                        .skip(tooMany - 1L)
                        .mapToLong(LogEntry.Readable::offset)
                        .findFirst();
    }

    /** Commands whose outcomes the next look must have: it is to ask for them. */
    Set<String> toConfirm() {
        return Set.copyOf(passed.keySet());
    }

    /**
     * The view was looked at, and is believed. What it has passed goes.
     *
     * @return what shows that the log has other records where ours were
     */
    Optional<String> seenAt(Sight sight) {
        Optional<String> lost = passed.entrySet().stream()
                .filter(own -> !sight.decided().contains(own.getKey()))
                .map(own -> "expected the log up to " + sight.position() + " to have the outcome of the command "
                        + own.getKey() + ", which was written at offset " + own.getValue()
                        + ", found none: others came in its place after it was lost")
                .findFirst();
        decided.removeAll(passed.keySet());
        passed.clear();
        while (!events.isEmpty() && events.peek().offset() < sight.position()) {
            LogEntry.Readable entry = events.remove();
            commandOf(entry).ifPresent(id -> passed.put(id, entry.offset()));
        }
        return lost;
    }

    /** The accounts as they were read become what they are with these events; what an account has had changes nothing. */
    void layOver(Map<String, Account> accounts) {
        for (LogEntry.Readable entry : events) {
            accounts.computeIfPresent(entry.account(), (id, before) -> on(before, entry));
        }
    }

    Account on(Account before, LogEntry.Readable entry) {
        return Fold.apply(before, entry);
    }

    /** Commands that have their outcome here, and were not seen in the view yet. */
    Set<String> decided() {
        return decided;
    }

    /** Nothing is certain any more of what was believed. */
    void forget() {
        events.clear();
        decided.clear();
        passed.clear();
    }

    private static Optional<String> commandOf(LogEntry.Readable entry) {
        return entry.recorded().origin() instanceof FromCommand from ? Optional.of(from.commandId()) : Optional.empty();
    }

    /** For whoever tests what becomes of a part of them. */
    List<LogEntry.Readable> events() {
        return List.copyOf(events);
    }
}

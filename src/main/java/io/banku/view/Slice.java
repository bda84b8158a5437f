package io.banku.view;

import io.banku.account.Account;
import io.banku.account.Findings;
import io.banku.account.Findings.Parked;
import io.banku.account.Fold;
import io.banku.account.LogEntry;
import io.banku.account.LogEntry.Readable;
import io.banku.account.Origin.FromCommand;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Some entries of a partition on their way into the view: the accounts before, folded to the accounts after. */
final class Slice {
    private final List<LogEntry> entries;
    private final CommandNews news = new CommandNews();
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** One account of the slice. */
    private static final class Line {
        private Account before;
        private Account after;
        private boolean corrupt;

        private ViewStore.Change change() {
            return corrupt
                    ? new ViewStore.Change(null, AccountFields.parked(after))
                    : new ViewStore.Change(before.offset(), AccountFields.changes(before, after));
        }
    }

    Slice(List<LogEntry> entries) {
        this.entries = entries;
    }

    /** Takes what the cache knows and returns the accounts that have to be read. */
    Set<String> recall(AccountCache cache) {
        Set<String> missing = new LinkedHashSet<>();
        for (LogEntry entry : entries) {
            lines.computeIfAbsent(entry.account(), id -> {
                Line line = new Line();
                line.before = cache.get(id);
                line.after = line.before;
                if (line.before == null) {
                    missing.add(id);
                }
                return line;
            });
        }
        return missing;
    }

    void loaded(String id, Map<String, String> fields) {
        Line line = lines.get(id);
        try {
            line.before = AccountFields.read(id, fields);
        } catch (CorruptAccountException unreadable) {
            line.corrupt = true;
            line.before = parked(id, fields, unreadable.getMessage());
        }
        line.after = line.before;
    }

    /** What cannot be read is not computed with: the account is parked, and its fields stay for whoever repairs it. */
    private Account parked(String id, Map<String, String> fields, String reason) {
        Parked parked = AccountFields.parked(fields).orElseGet(() -> {
            long first = entries.stream()
                    .filter(entry -> entry.account().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .offset();
            return new Parked("BNK-6010 " + reason, first, 0);
        });
        Account unknown = Account.unknown(id);
        return new Account(
                id,
                null,
                unknown.profile(),
                unknown.balances(),
                new Findings(0, List.of(), List.of(), parked),
                0,
                -1,
                null);
    }

    void fold(Tally tally) {
        for (LogEntry entry : entries) {
            Line line = lines.get(entry.account());
            Account folded = Fold.apply(line.after, entry);
            if (entry instanceof Readable readable && readable.recorded().origin() instanceof FromCommand origin) {
                news.add(readable.recorded(), origin, entry.offset(), folded);
            }
            if (folded != line.after) {
                tally.count(line.after, folded);
                line.after = folded;
                if (entry instanceof Readable readable) {
                    tally.latest(readable.recorded().time());
                }
            }
        }
    }

    CommandNews news() {
        return news;
    }

    /** What becomes of each account that changed. */
    Map<String, ViewStore.Change> changes() {
        Map<String, ViewStore.Change> changes = new LinkedHashMap<>(lines.size() * 2);
        lines.forEach((id, line) -> {
            if (line.after != line.before) {
                changes.put(id, line.change());
            }
        });
        return changes;
    }

    /**
     * What may be remembered once the view holds it and stands at {@code next}. A corrupt account is read again each
     * time, until it is mended; so is one that a torn run left ahead of the position: were the view to go back to a state
     * of the same position without it, its events would be taken for applied.
     */
    void remember(AccountCache cache, long next) {
        lines.forEach((id, line) -> {
            if (!line.corrupt && line.after.offset() < next) {
                cache.put(id, line.after);
            }
        });
    }
}

package io.banku.view;

import io.banku.account.LogEntry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some entries of a partition on their way into the view: folded as they come, or as soon as their account is read. */
final class Slice {
    private final AccountCache cache;
    private final Tally tally = new Tally();
    private final CommandNews news = new CommandNews();
    private final List<Line> touched = new ArrayList<>();
    private final Map<String, Line> missing = new LinkedHashMap<>();
    private long end;

    Slice(AccountCache cache) {
        this.cache = cache;
        cache.beginSlice();
    }

    /** Takes so many entries at most. */
    void take(Iterator<LogEntry> entries, int most) {
        for (int i = 0; i < most && entries.hasNext(); i++) {
            LogEntry entry = entries.next();
            line(entry.account()).add(entry, tally, news);
            end = entry.offset() + 1;
        }
    }

    private Line line(String account) {
        int row = cache.row(account);
        if (row < 0) {
            return missing.computeIfAbsent(account, id -> touch(new Line(id)));
        }
        int known = cache.line(row);
        if (known >= 0) {
            return touched.get(known);
        }
        cache.line(row, touched.size());
        return touch(cache.begin(row, account));
    }

    private Line touch(Line line) {
        touched.add(line);
        return line;
    }

    /** The position after the last entry. */
    long end() {
        return end;
    }

    /** The accounts that have to be read. */
    List<String> missing() {
        return List.copyOf(missing.keySet());
    }

    /** True when it also folds into accounts that were not read for it. */
    boolean remembers() {
        return missing.size() < touched.size();
    }

    void loaded(Map<String, Map<String, String>> accounts) {
        accounts.forEach((id, fields) -> missing.get(id).loaded(fields, tally, news));
    }

    /**
     * What becomes of each account that changed; of a torn slot, of each that was read: one that stands ahead may go back
     * to where another run that was torn alike had left it, and is written, or its events would be missed.
     */
    List<ViewStore.Change> changes(boolean whole) {
        List<ViewStore.Change> changes = new ArrayList<>(touched.size());
        for (Line line : touched) {
            if (line.isChanged() || whole && line.isStored()) {
                changes.add(line.change(whole));
            }
        }
        return changes;
    }

    /** What its events say of commands, once all accounts are read. */
    CommandNews news() {
        return news;
    }

    /** The view has taken it and stands at the end of the span. */
    void applied(Span span, Tally total) {
        cache.reached(span, touched);
        total.add(tally);
    }
}

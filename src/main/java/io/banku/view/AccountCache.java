package io.banku.view;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Accounts of one partition as the view holds them at one position; those that came first go first when there are too
 * many. It is of no use at any other position, as an account of a later one would hide its events, nor behind a record of
 * another leader epoch, as the log that it was folded from may have been another one there; and while a slice is
 * folded into it, it is ahead of the view: it has to be thrown away unless the view then takes the slice. One thread.
 */
final class AccountCache {
    private final int limit;
    private final Map<String, Line> lines = new LinkedHashMap<>(1024);
    /** Where it stands; null as long as there is nothing in it. */
    private Span reached;

    AccountCache(int limit) {
        this.limit = limit;
    }

    boolean isAtBeginOf(Span span) {
        return span.follows(reached);
    }

    Line line(String account) {
        Line line = lines.get(account);
        if (line == null) {
            line = new Line(account);
            lines.put(account, line);
        }
        return line;
    }

    /** The view has taken what was folded, and stands at the end of the span. */
    void reached(Span span, Iterable<Line> touched) {
        reached = span;
        for (Line line : touched) {
            if (!line.settle(span.next())) {
                lines.remove(line.id());
            }
        }
        Iterator<Line> eldest = lines.values().iterator();
        for (int surplus = lines.size() - limit; surplus > 0; surplus--) {
            eldest.next();
            eldest.remove();
        }
    }
}

package io.banku.view;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Accounts of one partition as the view holds them at one position; those that came first go first when there are too
 * many. It is of no use at any other position, as an account of a later one would hide its events; and while a slice is
 * folded into it, it is ahead of the view: it has to be thrown away unless the view then takes the slice. One thread.
 */
final class AccountCache {
    private final int limit;
    private final Map<String, Line> lines = new LinkedHashMap<>(1024);
    private long position;

    AccountCache(int limit, long position) {
        this.limit = limit;
        this.position = position;
    }

    long position() {
        return position;
    }

    Line line(String account) {
        Line line = lines.get(account);
        if (line == null) {
            line = new Line(account);
            lines.put(account, line);
        }
        return line;
    }

    /** The view has taken what was folded, and stands at {@code next}. */
    void reached(long next, Iterable<Line> touched) {
        position = next;
        for (Line line : touched) {
            if (!line.settle(next)) {
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

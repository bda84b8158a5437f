package io.banku.view;

import io.banku.account.Account;
import io.banku.account.Fold;
import io.banku.account.LogEntry;
import io.banku.account.LogEntry.Movement;
import io.banku.account.LogEntry.Readable;
import io.banku.account.Origin.FromCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One account while events are folded into it: as the view holds it, as it will be, and what waits until it is read. */
final class Line {
    private final String id;
    private List<LogEntry> waiting = List.of();
    private Account before;
    private Account after;
    private boolean corrupt;

    private final int row;
    /** Whose row it was when the line began. */
    private final String inRow;

    /** One that has to be read. */
    Line(String id) {
        this.id = id;
        this.row = -1;
        this.inRow = null;
    }

    /** One that is remembered in a row, under this very text. */
    Line(Account known, int row, String inRow) {
        this.id = known.id();
        this.before = known;
        this.after = known;
        this.row = row;
        this.inRow = inRow;
    }

    /** Whether its row is still its own: others may have needed room. */
    boolean isIn(AccountRows rows) {
        return inRow != null && rows.id(row) == inRow;
    }

    int row() {
        return row;
    }

    String inRow() {
        return inRow;
    }

    String id() {
        return id;
    }

    /** As it will be. */
    Account after() {
        return after;
    }

    void add(LogEntry entry, Tally tally, CommandNews news) {
        if (after == null) {
            waiting = waiting.isEmpty() ? new ArrayList<>() : waiting;
            waiting.add(entry);
            return;
        }
        Account folded = Fold.apply(after, entry);
        if (folded != after) {
            tally.count(after, folded);
            after = folded;
            if (entry instanceof Movement movement) {
                tally.latest(movement.time());
            } else if (entry instanceof Readable readable) {
                tally.latest(readable.recorded().time());
            }
        }
        if (entry instanceof Readable readable && readable.recorded().origin() instanceof FromCommand origin) {
            news.add(readable.recorded(), origin, entry.offset(), folded);
        }
    }

    /** What the view holds of it; then everything that waited for that. */
    void loaded(Map<String, String> fields, Tally tally, CommandNews news) {
        try {
            before = AccountFields.read(id, fields);
        } catch (CorruptAccountException unreadable) {
            corrupt = true;
            // what cannot be read is not computed with, and its fields stay for whoever repairs it
            before = AccountFields.unreadable(
                    id, fields, unreadable, waiting.get(0).offset());
        }
        after = before;
        waiting.forEach(entry -> add(entry, tally, news));
        waiting = List.of();
    }

    boolean isChanged() {
        return after != before;
    }

    /** Whether the view holds an account of that name that can be read. */
    boolean isStored() {
        return !corrupt && before.offset() >= 0;
    }

    ViewStore.Change change(boolean whole) {
        if (corrupt) {
            return AccountFields.parked(after);
        }
        return whole ? AccountFields.whole(after) : AccountFields.changes(before, after);
    }

    /**
     * The view has taken it.
     *
     * @return whether it may be remembered at {@code next}: not a corrupt one, which is read again until it is mended, and
     *     not one that a torn apply left ahead of that position
     */
    boolean isToBeRemembered(long next) {
        return !corrupt && after.offset() < next;
    }
}

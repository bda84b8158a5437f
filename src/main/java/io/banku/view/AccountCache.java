package io.banku.view;

import java.util.Arrays;

/**
 * Accounts of one partition as the view holds them at one position; those that came first go first when there are too
 * many. It is of no use at any other position, as an account of a later one would hide its events, nor behind a record of
 * another leader epoch, as the log that it was folded from may have been another one there. One thread.
 */
final class AccountCache {
    private static final int FEW = 1024;

    private final int limit;
    private final AccountRows rows = new AccountRows();
    /** A table with twice as many places as rows, probed in turn: the hash of an id, and its row + 1; 0 where none is. */
    private long[] places = {};
    /** By row: the slice that came by last, and which of its lines the account has there. */
    private int[] slices = {};

    private int[] lines = {};
    /** Rows that are free, as far as {@link #freeCount}. */
    private int[] free = {};

    private int freeCount;
    /** Whose turn it is to go. */
    private int eldest;
    /** Of all rows: see {@link AccountRows#weight}. */
    private long weight;

    private int slice;
    /** Where it stands; null as long as there is nothing in it. */
    private Span reached;

    /** @param limit most accounts; one with breaks or suspense counts as several */
    AccountCache(int limit) {
        this.limit = Math.min(limit, AccountRows.MOST);
    }

    boolean isAtBeginOf(Span span) {
        return span.follows(reached);
    }

    /** The lines of an earlier slice are none of its. */
    void beginSlice() {
        slice++;
    }

    /** The row of an account, or -1 where it is not remembered. */
    int row(String account) {
        return row(PackedId.of(account));
    }

    private int row(PackedId id) {
        if (places.length == 0) {
            return -1;
        }
        int hash = id.hash();
        int mask = places.length - 1;
        for (int i = home(hash); places[i] != 0; i = i + 1 & mask) {
            if ((int) (places[i] >>> Integer.SIZE) == hash) {
                int row = (int) places[i] - 1;
                if (rows.isOf(id, row)) {
                    return row;
                }
            }
        }
        return -1;
    }

    /** A line of the account in a row, as the view holds it. */
    Line begin(int row, String id) {
        return new Line(rows.account(row, id), row, rows.id(row));
    }

    /** Which line of this slice the account has; -1 where it has none. */
    int line(int row) {
        return slices[row] == slice ? lines[row] : -1;
    }

    void line(int row, int line) {
        slices[row] = slice;
        lines[row] = line;
    }

    /** The view has taken what was folded, and stands at the end of the span. */
    void reached(Span span, Iterable<Line> touched) {
        reached = span;
        for (Line line : touched) {
            if (line.isToBeRemembered(span.next()) && AccountRows.fit(line.after())) {
                put(line);
            } else {
                remove(line.id());
            }
        }
    }

    private void put(Line line) {
        int row = line.isIn(rows) ? line.row() : row(line.id());
        if (row < 0) {
            PackedId id = PackedId.of(line.id());
            row = freeRow();
            rows.take(row, id);
            place(row, id.hash());
        }
        weight -= rows.weight(row);
        rows.put(row, line.after());
        weight += rows.weight(row);
        while (weight > limit) {
            evict();
        }
    }

    private int freeRow() {
        if (freeCount == 0 && rows.size() < limit) {
            grow();
        }
        while (freeCount == 0) {
            evict();
        }
        return free[--freeCount];
    }

    private void evict() {
        int row = eldest;
        eldest = (eldest + 1) % rows.size();
        if (rows.id(row) != null) {
            free(row);
        }
    }

    private void free(int row) {
        displace(row);
        weight -= rows.weight(row);
        rows.free(row);
        free[freeCount++] = row;
    }

    private void grow() {
        int before = rows.size();
        int size = Math.min(limit, Math.max(FEW, before * 2));
        rows.resize(size);
        slices = Arrays.copyOf(slices, size);
        lines = Arrays.copyOf(lines, size);
        free = new int[size];
        for (int row = size - 1; row >= before; row--) {
            free[freeCount++] = row;
        }
        places = new long[Integer.highestOneBit(Math.max(1, size - 1)) * 4];
        for (int row = 0; row < before; row++) {
            if (rows.id(row) != null) {
                place(row, rows.packed(row).hash());
            }
        }
    }

    private void remove(String account) {
        int row = row(account);
        if (row >= 0) {
            free(row);
        }
    }

    private void place(int row, int hash) {
        int mask = places.length - 1;
        int i = home(hash);
        while (places[i] != 0) {
            i = i + 1 & mask;
        }
        places[i] = (long) hash << Integer.SIZE | row + 1;
    }

    /** Those that were put behind it for want of room move up, or they would not be found any more. */
    private void displace(int row) {
        int mask = places.length - 1;
        int gap = home(rows.packed(row).hash());
        while ((int) places[gap] != row + 1) {
            gap = gap + 1 & mask;
        }
        for (int i = gap + 1 & mask; places[i] != 0; i = i + 1 & mask) {
            int home = home((int) (places[i] >>> Integer.SIZE));
            if ((i - home & mask) >= (i - gap & mask)) {
                places[gap] = places[i];
                gap = i;
            }
        }
        places[gap] = 0;
    }

    private int home(int hash) {
        return home(hash, places.length);
    }

    /** Where a table of so many places, a power of two, has it: by the highest bits, which each character of an id changes. */
    static int home(int hash, int places) {
        return hash >>> Integer.numberOfLeadingZeros(places) + 1;
    }
}

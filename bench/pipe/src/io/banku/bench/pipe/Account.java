package io.banku.bench.pipe;

/** An account of the view as the events up to {@link #offset} have made it. */
final class Account {
    /** The layout's is shorter. */
    static final int LONGEST_ID = 24;

    /** The bytes of its id lie here: to fetch an array from memory takes longer than all that is done with them. */
    final int length;

    final long first;
    final long second;
    final long third;
    boolean isAsked;
    boolean isStored;
    long balance;
    long mainframeBalance;
    long version;
    long offset = -1;
    /** {@code 20261121}, 0 for none. */
    int movedOn;

    /** Of the last event. */
    byte[] nanos;

    /** By the events that the view does not have yet. */
    boolean isMoved;

    boolean movedOnChanged;

    Account(int length, long first, long second, long third) {
        this.length = length;
        this.first = first;
        this.second = second;
        this.third = third;
    }

    /** Five fields from {@code at} on, as {@code read.lua} answers; a new account has none of them. */
    void stored(long[] fields, int at) {
        isStored = fields[at] != Numbers.NONE;
        if (isStored) {
            balance = fields[at];
            mainframeBalance = fields[at + 1];
            version = fields[at + 2];
            offset = fields[at + 3];
            movedOn = fields[at + 4] == Numbers.NONE ? 0 : (int) fields[at + 4];
        }
    }

    /** An event that it has met already is passed over. */
    boolean take(Movement movement, long at) {
        if (at <= offset) {
            return false;
        }
        balance = Math.addExact(balance, movement.cents());
        mainframeBalance = Math.addExact(mainframeBalance, movement.cents());
        version++;
        offset = at;
        nanos = movement.nanos();
        if (movement.day() > movedOn) {
            movedOn = movement.day();
            movedOnChanged = true;
        }
        return true;
    }
}

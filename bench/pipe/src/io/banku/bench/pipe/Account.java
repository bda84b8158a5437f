package io.banku.bench.pipe;

import org.apache.kafka.common.header.Headers;

/** An account of the view as the events up to {@link #offset} have made it. */
final class Account {
    final byte[] id;
    final int hash;
    boolean isAsked;
    boolean isStored;
    long balance;
    long mainframeBalance;
    long version;
    long offset = -1;
    /** {@code 20261121}, 0 for none. */
    int movedOn;

    /** Of the last event; by what the event before the ones in hand has left. */
    Headers headers;

    boolean movedOnChanged;
    int call;

    Account(byte[] id, int hash) {
        this.id = id;
        this.hash = hash;
    }

    /** {@code [balance, mainframe balance, version, offset, moved on]} as {@code read.lua} answers; the first is absent for a new one. */
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

    /** Whether it had not met the event before. */
    boolean take(Movement movement, long at, Headers of) {
        if (at <= offset) {
            return false;
        }
        balance = Math.addExact(balance, movement.cents());
        mainframeBalance = Math.addExact(mainframeBalance, movement.cents());
        version++;
        offset = at;
        headers = of;
        if (movement.day() > movedOn) {
            movedOn = movement.day();
            movedOnChanged = true;
        }
        return true;
    }
}

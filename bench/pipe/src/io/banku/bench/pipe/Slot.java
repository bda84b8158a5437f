package io.banku.bench.pipe;

import java.util.ArrayList;
import java.util.List;

/** What of a partition is in the view when all calls are answered, and what is to go there next. */
final class Slot {
    private final int partition;
    private final byte[][] accountHeads = new byte[Account.LONGEST_ID + 1][];
    final byte[] positionKey;
    final List<Account> moved = new ArrayList<>();

    /** Where the view stands, then where it will. */
    long position;

    long next;
    byte[] epoch = {};
    int events;
    /** Since when there is something to be written. */
    long since;

    Slot(int partition, long position) {
        this.partition = partition;
        this.positionKey = Bytes.ascii("banku:{" + partition + "}:position");
        this.position = position;
        this.next = position;
    }

    boolean isDone() {
        return next == position;
    }

    void take(Account account, Movement movement, long offset) {
        if (account.take(movement, offset) && !account.isMoved) {
            account.isMoved = true;
            moved.add(account);
        }
    }

    /** How the key of an account begins whose id is so long, as an argument. */
    byte[] head(int length) {
        byte[] head = accountHeads[length];
        if (head == null) {
            String beginning = "banku:{" + partition + "}:account:";
            head = Bytes.ascii("$" + (beginning.length() + length) + "\r\n" + beginning);
            accountHeads[length] = head;
        }
        return head;
    }

    /** What was to be written is on its way. */
    void sent() {
        position = next;
        events = 0;
        moved.clear();
    }
}

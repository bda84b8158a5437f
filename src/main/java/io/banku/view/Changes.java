package io.banku.view;

import io.banku.account.Account;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Changes as {@code apply.lua} reads them: first those that only move, without names of fields, then all others. */
final class Changes {
    private static final byte[] NONE = {};

    private final List<ViewStore.Change> moved;
    private final List<ViewStore.Change> others = new ArrayList<>(0);
    private Instant time;
    private byte[] timeBytes = NONE;

    Changes(Collection<ViewStore.Change> changes) {
        moved = new ArrayList<>(changes.size());
        changes.forEach(change -> (change.onlyMoves() ? moved : others).add(change));
    }

    int size() {
        return moved.size() + others.size();
    }

    void keys(int partition, ScriptArguments arguments) {
        byte[] prefix = ViewKeys.account(partition, "").getBytes(StandardCharsets.UTF_8);
        moved.forEach(change -> arguments.text(prefix, change.id()));
        others.forEach(change -> arguments.text(prefix, change.id()));
    }

    /** How many only move, and what they all say. */
    void values(ScriptArguments arguments) {
        PackedArray values = new PackedArray(50 * moved.size() + 200 * others.size());
        moved.forEach(change -> movements(change.moved(), values));
        for (ViewStore.Change change : others) {
            if (change.moved() == null) {
                values.bytes(NONE).bytes(NONE).bytes(NONE).bytes(NONE).bytes(NONE);
            } else {
                movements(change.moved(), values);
            }
            fields(change.others(), values);
            fields(change.more(), values);
        }
        values.to(arguments.number(moved.size()));
    }

    private void movements(Account account, PackedArray values) {
        values.number(account.balances().balance())
                .number(account.balances().mainframe())
                .number(account.version())
                .number(account.offset())
                .bytes(time(account.updatedAt()));
    }

    private static void fields(List<String> fields, PackedArray values) {
        values.number(fields.size() / 2);
        fields.forEach(values::text);
    }

    /** Neighbours in the log share their time: its text is made once. */
    private byte[] time(Instant updatedAt) {
        if (updatedAt == null) {
            return NONE;
        }
        if (!updatedAt.equals(time)) {
            time = updatedAt;
            timeBytes = StoredTime.text(updatedAt).getBytes(StandardCharsets.US_ASCII);
        }
        return timeBytes;
    }
}

package io.banku.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A view of one partition in memory that does what the Redis scripts do, and fails as Redis fails: an apply may be torn
 * after some accounts, its answer may be lost, it may be sent twice by a client that reconnects; what is stored may go
 * back to any earlier state. A slot that is to be rebuilt is emptied account by account.
 */
class SimulatedStore implements ViewStore {

    /** What becomes of the next apply. */
    enum Fault {
        /** It is carried out and answered. */
        NONE,
        /** It never arrives. */
        LOST,
        /** It is carried out; the answer is lost. */
        UNANSWERED,
        /** It is carried out, then carried out again, and the second answer is given. */
        SENT_TWICE,
        /** The server dies after some accounts. */
        TORN
    }

    private Map<String, Map<String, String>> accounts = new HashMap<>();
    private String logId;
    private long position;
    /** Where an apply that was torn was on its way to; 0 for none. */
    private long torn;
    /** Which of the scripts that was. */
    private String tornBy = "";

    private long scripts;

    private Fault fault = Fault.NONE;
    private int tornAfter;

    /** Everything that is stored, at one moment. */
    record Snapshot(Map<String, Map<String, String>> accounts, String logId, long position, long torn, String tornBy) {}

    /** Somebody else writes into an account, which is why a view is rebuilt. */
    void spoil(String account) {
        accounts.computeIfPresent(account, (id, fields) -> {
            fields.put("b", "-1");
            return fields;
        });
    }

    /** As {@code rebuild.lua} does. */
    void rebuild() {
        if (position >= 0) {
            position = -1;
            torn = 0;
        }
    }

    /** As {@code empty.lua} does, one account at a time; the last one opens the slot. */
    void empty() {
        if (position < 0) {
            accounts.keySet().stream().sorted().findFirst().ifPresent(accounts::remove);
            position = accounts.isEmpty() ? 0 : -1;
        }
    }

    void failNext(Fault next, int accountsWritten) {
        fault = next;
        tornAfter = accountsWritten;
    }

    Snapshot snapshot() {
        Map<String, Map<String, String>> copy = new HashMap<>();
        accounts.forEach((id, fields) -> copy.put(id, new HashMap<>(fields)));
        return new Snapshot(copy, logId, position, torn, tornBy);
    }

    void restore(Snapshot earlier) {
        accounts = new HashMap<>();
        earlier.accounts().forEach((id, fields) -> accounts.put(id, new HashMap<>(fields)));
        logId = earlier.logId();
        position = earlier.position();
        torn = earlier.torn();
        tornBy = earlier.tornBy();
    }

    long position() {
        return position;
    }

    /** What must not be: what is left in the slot is taken for what the events before 0 have made. */
    void openIfEmptying() {
        position = stored();
    }

    /** Where a consumer reads on. */
    long stored() {
        return Math.max(0, position);
    }

    Map<String, String> fields(String account) {
        return accounts.getOrDefault(account, Map.of());
    }

    @Override
    public Slot read(int partition, Collection<String> wanted) {
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        wanted.forEach(id -> found.put(id, new HashMap<>(fields(id))));
        return new Slot(position, ahead(), tornBy, found);
    }

    @Override
    public Applied apply(int partition, Step step, Collection<Change> changes, CommandNews news) {
        Fault now = fault;
        fault = Fault.NONE;
        switch (now) {
            case LOST:
                throw new ViewException("simulated: the command was lost");
            case TORN:
                write(step, changes, tornAfter);
                throw new ViewException("simulated: the server died");
            case UNANSWERED:
                write(step, changes, Integer.MAX_VALUE);
                throw new ViewException("simulated: the answer was lost");
            case SENT_TWICE:
                write(step, changes, Integer.MAX_VALUE);
                return write(step, changes, Integer.MAX_VALUE);
            default:
                return write(step, changes, Integer.MAX_VALUE);
        }
    }

    /** The script, up to a number of accounts; the position comes after all of them. */
    private Applied write(Step step, Collection<Change> changes, int limit) {
        if (logId != null && !logId.equals(step.logId())) {
            throw new ViewException("expected logId " + step.logId() + ", found " + logId);
        }
        if (position != step.expected()) {
            return new Applied(Result.ELSEWHERE, position);
        }
        if (!step.over().fits(ahead(), tornBy)) {
            return new Applied(Result.TORN, position);
        }
        tornBy = Long.toString(++scripts);
        torn = marked(Math.max(torn, step.next()));
        changes.stream().limit(limit).forEach(this::write);
        if (limit >= changes.size()) {
            logId = step.logId();
            position = step.next();
            torn = torn > position ? torn : 0;
        }
        return new Applied(Result.APPLIED, position);
    }

    private SlotState.Ahead ahead() {
        return torn == 0 ? null : new SlotState.Ahead(torn, null);
    }

    private void write(Change change) {
        Map<String, String> fields = accounts.computeIfAbsent(change.id(), unknown -> new HashMap<>());
        List<String> flat = change.fields();
        for (int i = 0; i < flat.size(); i += 2) {
            fields.put(flat.get(i), flat.get(i + 1));
        }
    }

    /** What is written before the first account. */
    long marked(long target) {
        return target;
    }
}

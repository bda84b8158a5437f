package io.banku.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A view of one partition in memory that does what the Redis scripts do, and fails as Redis fails: an apply may be torn
 * after some accounts, its answer may be lost, it may be sent twice by a client that reconnects; what is stored may go
 * back to any earlier state.
 */
final class SimulatedStore implements ViewStore {

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
    private Fault fault = Fault.NONE;
    private int tornAfter;

    /** Everything that is stored, at one moment. */
    record Snapshot(Map<String, Map<String, String>> accounts, String logId, long position) {}

    void failNext(Fault next, int accountsWritten) {
        fault = next;
        tornAfter = accountsWritten;
    }

    Snapshot snapshot() {
        Map<String, Map<String, String>> copy = new HashMap<>();
        accounts.forEach((id, fields) -> copy.put(id, new HashMap<>(fields)));
        return new Snapshot(copy, logId, position);
    }

    void restore(Snapshot earlier) {
        accounts = new HashMap<>();
        earlier.accounts().forEach((id, fields) -> accounts.put(id, new HashMap<>(fields)));
        logId = earlier.logId();
        position = earlier.position();
    }

    long position() {
        return position;
    }

    Map<String, String> fields(String account) {
        return accounts.getOrDefault(account, Map.of());
    }

    @Override
    public Slot read(int partition, Collection<String> wanted) {
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        wanted.forEach(id -> found.put(id, new HashMap<>(fields(id))));
        return new Slot(position, found);
    }

    @Override
    public Applied apply(int partition, Step step, Map<String, Change> changes, CommandNews news) {
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
    private Applied write(Step step, Map<String, Change> changes, int limit) {
        if (logId != null && !logId.equals(step.logId())) {
            throw new ViewException("expected logId " + step.logId() + ", found " + logId);
        }
        if (position != step.expected() || !changes.entrySet().stream().allMatch(this::isAtItsOffset)) {
            return new Applied(false, position);
        }
        List<String> ids = new ArrayList<>(changes.keySet());
        for (String id : ids.subList(0, Math.min(limit, ids.size()))) {
            Map<String, String> fields = accounts.computeIfAbsent(id, unknown -> new HashMap<>());
            List<String> flat = changes.get(id).fields();
            for (int i = 0; i < flat.size(); i += 2) {
                fields.put(flat.get(i), flat.get(i + 1));
            }
        }
        if (limit >= ids.size()) {
            logId = step.logId();
            position = step.next();
        }
        return new Applied(true, position);
    }

    private boolean isAtItsOffset(Map.Entry<String, Change> change) {
        Long from = change.getValue().from();
        String offset = fields(change.getKey()).getOrDefault("offset", "-1");
        return from == null || offset.equals(from.toString());
    }
}

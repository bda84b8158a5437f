package io.banku.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that was said about the rejects of one batch, in the order of the ledger, and where each stands. Not for two threads at once. */
final class BatchRepairs {
    private final List<Repair> said = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final TreeMap<Long, RejectLife> lives = new TreeMap<>();
    private final Set<Long> requested = new HashSet<>();

    /** Read again it says nothing new. */
    void put(Repair repair) {
        if (known.add(repair.id())) {
            said.add(repair);
            RejectLife before = lives.get(repair.record());
            boolean isAnew = before == null || before.said().get(0).attempt() < repair.attempt() && !isIn(before);
            keep(repair.record(), (isAnew ? RejectLife.NEW : before).with(repair));
        }
    }

    private static boolean isIn(RejectLife life) {
        return life.state().isFinal();
    }

    void put(Repaired repaired) {
        RejectLife before = lives.get(repaired.record());
        if (before != null) {
            keep(repaired.record(), before.with(repaired));
        }
    }

    private void keep(long record, RejectLife life) {
        lives.put(record, life);
        if (life.request() == null) {
            requested.remove(record);
        } else {
            requested.add(record);
        }
    }

    RejectLife life(long record) {
        return lives.getOrDefault(record, RejectLife.NEW);
    }

    SortedMap<Long, RejectLife> lives() {
        return new TreeMap<>(lives);
    }

    boolean hasRequests() {
        return !requested.isEmpty();
    }

    /** The last thing that was said about this attempt; null where nothing was. */
    String last(int attempt) {
        String last = null;
        for (Repair repair : said) {
            last = repair.attempt() == attempt ? repair.id() : last;
        }
        return last;
    }

    /**
     * What stands in the place of which record by all that was said up to this, and about the same attempt.
     *
     * @throws IllegalStateException when this is not known: without it other bytes would be published than were checked
     */
    SortedMap<Long, byte[]> upTo(String last) {
        SortedMap<Long, byte[]> bytes = new TreeMap<>();
        Repair end = said.stream()
                .filter(repair -> repair.id().equals(last))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "expected in the ledger what its batch was read by, repair " + last + ", found none"));
        for (Repair repair : said.subList(0, said.indexOf(end) + 1)) {
            if (repair.attempt() == end.attempt() && repair.action() == Repair.Action.CORRECT) {
                bytes.put(repair.record(), bytes(repair));
            } else if (repair.attempt() == end.attempt() && repair.action() == Repair.Action.DISMISS) {
                bytes.remove(repair.record());
            }
        }
        return bytes;
    }

    static byte[] bytes(Repair correction) {
        return HexFormat.of().parseHex(correction.bytes());
    }
}

package io.banku.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A store's positions in memory, and what a consumer told it. It can be made unreachable. */
class StoredPositions implements Positions {
    final Map<Integer, Long> stored = new HashMap<>();
    final List<Integer> assigned = new ArrayList<>();
    final List<Integer> revoked = new ArrayList<>();
    final List<String> gaps = new ArrayList<>();
    final Map<Integer, Integer> epochs = new HashMap<>();
    final Map<Integer, Long> leastEnds = new HashMap<>();
    final Map<Integer, Long> reached = new HashMap<>();
    final Map<Integer, Long> lags = new HashMap<>();
    final Set<Integer> notReady = new HashSet<>();
    final List<Integer> asked = new ArrayList<>();
    long answersAfterMillis;
    boolean unreachable;
    boolean standsAnywhere;

    @Override
    public Place stored(int partition) {
        if (unreachable) {
            throw new IllegalStateException("the store is unreachable");
        }
        return new Place(position(partition), Optional.ofNullable(epochs.get(partition)));
    }

    @Override
    public long leastEnd(int partition) {
        return leastEnds.getOrDefault(partition, 0L);
    }

    long position(int partition) {
        return stored.getOrDefault(partition, 0L);
    }

    @Override
    public boolean isReady(int partition) {
        asked.add(partition);
        if (answersAfterMillis > 0) {
            LockSupport.parkNanos(answersAfterMillis * 1_000_000);
        }
        return !notReady.contains(partition);
    }

    @Override
    public boolean standsAt(int partition, Place place) {
        return standsAnywhere || Positions.super.standsAt(partition, place);
    }

    @Override
    public void reached(int partition, long position) {
        reached.put(partition, position);
    }

    @Override
    public void assigned(Collection<Integer> partitions) {
        assigned.addAll(partitions);
    }

    @Override
    public void revoked(Collection<Integer> partitions) {
        revoked.addAll(partitions);
    }

    @Override
    public void lag(int partition, long offsets) {
        lags.put(partition, offsets);
    }

    @Override
    public void gap(int partition, String detail) {
        gaps.add(partition + ": " + detail);
    }
}

package io.banku.batch;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/** The batches of all feeds as lists ask for them: by id, and by when they moved last. Filled by one thread, read by any. */
public final class BatchIndex {
    private final ConcurrentSkipListMap<String, Known> byId = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<PageKey, Batch> byMove = new ConcurrentSkipListMap<>();
    /** All but the sealed ones, which are nearly all. */
    private final ConcurrentSkipListMap<PageKey, Batch> notSealed = new ConcurrentSkipListMap<>();

    private record Known(Batch batch, Place place) {}

    /** Where the last snapshot of a batch lies in the ledger. */
    record Place(int partition, long offset) {}

    /** The order of lists: what moved last comes first. */
    public record PageKey(Instant moved, String id) implements Comparable<PageKey> {
        private static final Comparator<PageKey> ORDER =
                Comparator.comparing(PageKey::moved).reversed().thenComparing(PageKey::id);

        @Override
        public int compareTo(PageKey other) {
            return ORDER.compare(this, other);
        }

        static PageKey of(Batch batch) {
            return new PageKey(batch.movedAt(), batch.id());
        }
    }

    /** @param next where the next page begins, or null when this is the last one */
    public record Page(List<Batch> batches, PageKey next) {}

    void put(Batch batch, Place place) {
        Known before = byId.put(batch.id(), new Known(batch, place));
        if (before != null) {
            byMove.remove(PageKey.of(before.batch()));
            notSealed.remove(PageKey.of(before.batch()));
        }
        byMove.put(PageKey.of(batch), batch);
        if (batch.state() != BatchState.SEALED) {
            notSealed.put(PageKey.of(batch), batch);
        }
    }

    /**
     * @param state of those that are wanted, or null for all
     * @param from where the page begins, or null for the first one
     */
    Page page(BatchState state, Predicate<Batch> wanted, PageKey from, int most) {
        var all = state == null || state == BatchState.SEALED ? byMove : notSealed;
        List<Batch> found = (from == null ? all : all.tailMap(from, true))
                .values().stream()
                        .filter(batch -> (state == null || batch.state() == state) && wanted.test(batch))
                        .limit(most + 1L)
                        .toList();
        return found.size() <= most
                ? new Page(found, null)
                : new Page(found.subList(0, most), PageKey.of(found.get(most)));
    }

    Collection<Batch> beginningWith(String idBeginning) {
        return byId.subMap(idBeginning, idBeginning + '~').values().stream()
                .map(Known::batch)
                .toList();
    }

    Place place(String id) {
        return byId.get(id).place();
    }

    /** Whether a batch that is not at its end has looked something up in this one. */
    boolean isLookedUp(Batch reference) {
        return notSealed.values().stream()
                .anyMatch(batch -> reference.id().equals(batch.references().get(reference.feed())));
    }

    /** How many of each feed do not go on by themselves or are being worked on, by state. */
    public Map<String, Map<BatchState, Long>> unfinished() {
        Map<String, Map<BatchState, Long>> counts = new TreeMap<>();
        notSealed.values().stream()
                .filter(batch -> batch.state() != BatchState.REFUSED)
                .forEach(batch -> counts.computeIfAbsent(batch.feed(), feed -> new TreeMap<>())
                        .merge(batch.state(), 1L, Long::sum));
        return counts;
    }
}

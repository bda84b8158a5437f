package io.banku.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a projection needs of a view: a consistent look at a partition's slot, and compare-and-set on its position. */
public interface ViewStore {

    /** The slot's position and these accounts, all of the same moment. */
    Slot read(int partition, Collection<String> accounts);

    /**
     * Writes the changes and moves the position, or does nothing at all: when the position is not the expected one, or
     * an account is not at the offset that its change was computed from.
     *
     * @throws ViewException when the slot belongs to another log
     */
    Applied apply(int partition, Step step, Map<String, Change> changes, CommandNews news);

    /** The same, of events that say nothing of commands. */
    default Applied apply(int partition, Step step, Map<String, Change> changes) {
        return apply(partition, step, changes, CommandNews.NONE);
    }

    /** A slot as it was at one moment. Accounts that are not stored have no fields. */
    record Slot(long position, Map<String, Map<String, String>> accounts) {}

    /** From where to where, in which log of how many partitions. */
    record Step(long expected, long next, String logId, int partitions) {}

    /**
     * What becomes of one account.
     *
     * @param from the offset that the account has reached in the store, -1 where it is not stored; null for any
     * @param fields field, value, field, value …
     */
    record Change(Long from, List<String> fields) {}

    /** Applied, or where the view really stands: also at {@code next}, when somebody else was there before. */
    record Applied(boolean applied, long position) {}
}

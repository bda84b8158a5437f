package io.banku.view;

import io.banku.account.Account;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a projection needs of a view: a consistent look at a partition's slot, and compare-and-set on its position. */
public interface ViewStore {

    /** The slot's position and these accounts, all of the same moment. */
    Slot read(int partition, Collection<String> accounts);

    /**
     * Writes the changes, the outcomes of commands, and the position, or does nothing at all: when the position is not the expected one,
     * when the slot is not as torn, or whole, as it was when it was read, when accounts stand ahead of something that nobody
     * knows the log to have still, or when the log lost something.
     *
     * @throws ViewException when the slot belongs to another log
     */
    Applied apply(int partition, Step step, Collection<Change> changes, CommandNews news);

    /** The same, of events that say nothing of commands. */
    default Applied apply(int partition, Step step, Collection<Change> changes) {
        return apply(partition, step, changes, CommandNews.NONE);
    }

    /**
     * A slot as it was at one moment. Accounts that are not stored have no fields.
     *
     * @param ahead an apply did not come to its end: some accounts may stand ahead of the position, and nothing but whole
     *     accounts may be written until it has reached where that apply went; null where all stand at the position
     * @param tornBy a word of the apply that did not come to its end last, which no two of them share
     */
    record Slot(long position, SlotState.Ahead ahead, String tornBy, Map<String, Map<String, String>> accounts) {
        public boolean isTorn() {
            return ahead != null;
        }
    }

    /**
     * What sort of slot something may be written over.
     *
     * @param any of each
     * @param ahead of one that is torn just so, as what is written was made of accounts that may have stood ahead; null of one
     *     that is not torn
     * @param by by that apply, and no other
     */
    record Over(boolean any, SlotState.Ahead ahead, String by) {
        /** What is written is of no account, or says nothing that depends on it. */
        static final Over ANY = new Over(true, null, "");

        static final Over WHOLE = new Over(false, null, "");

        public boolean fits(SlotState.Ahead found, String foundBy) {
            return any || Objects.equals(ahead, found) && (found == null || by.equals(foundBy));
        }
    }

    /** From where to where, over what sort of slot, in which log of how many partitions. */
    record Step(Span span, Over over, String logId, int partitions) {
        long expected() {
            return span.expected();
        }

        long next() {
            return span.next();
        }
    }

    /**
     * What becomes of one account.
     *
     * @param moved whose {@link AccountField#MOVEMENTS} are written, or null when none of these are
     * @param others further fields: field, value, field, value …; an empty value removes the field
     * @param more the same in the key for what is long or rare
     */
    record Change(String id, Account moved, List<String> others, List<String> more) {

        /** Whether nothing but its movements is written. */
        boolean onlyMoves() {
            return moved != null && others.isEmpty() && more.isEmpty();
        }

        /** All its fields: field, value, field, value … */
        public List<String> fields() {
            List<String> fields = new ArrayList<>(moved == null ? List.of() : AccountFields.movements(moved));
            fields.addAll(others);
            fields.addAll(more);
            return fields;
        }
    }

    /** What came of an apply, and where the view stands: also at {@code next}, when somebody else was there before. */
    record Applied(Result result, long position) {}

    /** What an apply may come to. */
    enum Result {
        APPLIED,
        /** The view stands elsewhere. */
        ELSEWHERE,
        /** It stands where it was expected; but only whole accounts may be written. */
        TORN,
        /** The log lost something of what is in it: nothing more is written until it is rebuilt. */
        GAP
    }
}

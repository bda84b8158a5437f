package io.banku.view;

import io.banku.account.Account;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The view as a decider needs it. */
public interface CommandView {

    /**
     * A look at a partition's slot, all of the same moment.
     *
     * @param accounts of this partition
     * @param commandIds of commands that may have an outcome
     * @throws ViewException when the view cannot be read
     */
    Sight look(int partition, Collection<String> accounts, Collection<String> commandIds);

    /**
     * The log has lost something of what a slot holds: from now on nothing is applied to it, decided on it or read from it as
     * if it were certain, until it is rebuilt.
     *
     * @param seen the slot when that was found
     * @param detail what is gone
     */
    void lost(int partition, SlotState seen, String detail);

    /**
     * A slot as it was at one moment.
     *
     * @param slot where it stood
     * @param logId of the log that it was built from, or null where nothing is stored
     * @param nextCommand the offset behind the last command that has had an outcome
     * @param accounts those asked for, unknown ones among them; one that cannot be read is parked
     * @param decided those of the commands that have an outcome
     */
    record Sight(SlotState slot, String logId, long nextCommand, Map<String, Account> accounts, Set<String> decided) {

        /** The offset of the next event to apply. */
        public long position() {
            return slot.position();
        }
    }
}

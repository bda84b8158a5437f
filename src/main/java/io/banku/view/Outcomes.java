package io.banku.view;

import java.util.Collection;
import java.util.Map;

/**
 * What became of commands, where the accounts stand too. Nobody is told when an outcome arrives: whoever waits asks again
 * every few milliseconds, for all that wait at a partition at once. That costs one small read per partition, and
 * unlike a message it cannot be lost with a connection.
 */
public interface Outcomes {

    /**
     * Those of the commands that have an outcome, by command id, all of the same moment; none while the log lacks
     * something of what the slot holds, as what it lost may be among them.
     *
     * @param partition of the accounts that the commands are addressed to
     * @throws ViewException when the view cannot be read
     */
    Map<String, Outcome> find(int partition, Collection<String> commandIds);
}

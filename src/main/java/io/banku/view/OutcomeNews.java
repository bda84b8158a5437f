package io.banku.view;

import java.util.Map;

/**
 * Whoever is told what became of commands as soon as that is in the log, before a view has it. It is a hint: whoever
 * misses it finds the outcomes where {@link Outcomes} are. Must neither wait nor throw.
 */
public interface OutcomeNews {

    /** @param outcomes by command id, as {@link Outcome#inTheLog} has them, without how the accounts stand */
    void tell(int partition, Map<String, Outcome> outcomes);
}

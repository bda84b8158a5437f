package io.banku.view;

import io.banku.account.Account;
import io.banku.account.Event.CommandDeclined;
import io.banku.account.Origin.FromCommand;
import io.banku.account.RecordedEvent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a slice of events says of commands: their outcomes, and how far commands are decided. Only the event of the
 * account that a command was addressed to says anything; the credit leg of a transfer, facts and markers do not.
 */
public final class CommandNews {
    public static final CommandNews NONE = new CommandNews();

    /** Not in order: the events of an account that is not known yet are folded after those of others. */
    private final Map<String, Outcome> outcomes = new HashMap<>(0);

    private long nextCommand;

    void add(RecordedEvent recorded, FromCommand origin, long offset, Account after) {
        CommandDeclined declined = recorded.event() instanceof CommandDeclined declining ? declining : null;
        boolean hasCurrency = after.currency() != null;
        outcomes.put(
                origin.commandId(),
                new Outcome(
                        recorded.account(),
                        recorded.event().getClass().getSimpleName(),
                        declined == null ? null : declined.reason(),
                        declined == null ? null : declined.detail(),
                        origin.fingerprint(),
                        origin.commandTime(),
                        offset,
                        after.version(),
                        hasCurrency ? after.balances().balance() : null,
                        hasCurrency ? after.currency().getCurrencyCode() : null));
        nextCommand = Math.max(nextCommand, origin.commandOffset() + 1);
    }

    public boolean isEmpty() {
        return outcomes.isEmpty();
    }

    /** By command id, in the order of the log: how time passed is told by the times of neighbours. */
    public Map<String, Outcome> outcomes() {
        Map<String, Outcome> ordered = new LinkedHashMap<>();
        outcomes.entrySet().stream()
                .sorted(Comparator.comparingLong(outcome -> outcome.getValue().offset()))
                .forEach(outcome -> ordered.put(outcome.getKey(), outcome.getValue()));
        return ordered;
    }

    /** The offset behind the last command that has an outcome here. */
    public long nextCommand() {
        return nextCommand;
    }
}

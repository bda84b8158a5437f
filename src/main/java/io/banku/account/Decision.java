package io.banku.account;

import io.banku.account.Event.CommandDeclined;
import java.util.Optional;

/**
 * What a command comes to.
 *
 * @param own the event of the account that the command is addressed to, a {@link CommandDeclined} among them
 * @param credit the other leg of a transfer
 */
public record Decision(Event own, Optional<Event> credit) {

    static Decision accepted(Event own) {
        return new Decision(own, Optional.empty());
    }

    static Decision transferred(Event debit, Event credit) {
        return new Decision(debit, Optional.of(credit));
    }

    static Decision declined(Command command, Decline reason, String detail) {
        return accepted(new CommandDeclined(command.account(), reason.slug(), detail));
    }

    /** Why it is declined; empty for what is accepted. */
    public Optional<Decline> decline() {
        return own instanceof CommandDeclined declined ? Decline.ofSlug(declined.reason()) : Optional.empty();
    }

    public boolean isDeclined() {
        return own instanceof CommandDeclined;
    }
}

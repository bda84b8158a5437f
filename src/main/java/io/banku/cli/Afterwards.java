package io.banku.cli;

import java.util.function.Supplier;

/** Looks at what becomes of something that was asked for: it is in the ledger, whether the bridge still answers or not. */
final class Afterwards {
    private Afterwards() {}

    /**
     * One look.
     *
     * @param asked what is in the ledger, as {@code the decision about batch fa02fcfe9fb1}
     * @param command that shows later what became of it
     */
    static <T> T look(String asked, String command, Supplier<T> look) {
        try {
            return look.get();
        } catch (CommandException away) {
            if (away.code() != ExitCode.ENVIRONMENT) {
                throw away;
            }
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    asked
                            + " is in the ledger and will be carried out by the owner of its feed; what comes of it is not"
                            + " known, as the bridge does not answer any more. Do not ask again, but look, when one runs:"
                            + " banku " + command + ". " + away.getMessage());
        }
    }
}

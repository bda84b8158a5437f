package io.banku.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what becomes of something that was asked for: it is on its way, whether the bridge still answers or not. */
final class Afterwards<T> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final String asked;
    private final String command;
    private final Supplier<T> look;

    /**
     * @param asked what goes on by itself, as {@code the decision is in the ledger}
     * @param command that shows later what became of it, as {@code batch show fa02fcfe9fb1}
     */
    Afterwards(String asked, String command, Supplier<T> look) {
        this.asked = asked;
        this.command = command;
        this.look = look;
    }

    /** What was seen last: it is over, or it is later than the deadline. */
    T await(Predicate<T> isOver, Instant deadline) throws InterruptedException {
        T now = look();
        while (!isOver.test(now) && Instant.now().isBefore(deadline)) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            now = look();
        }
        return now;
    }

    private T look() {
        try {
            return look.get();
        } catch (CommandException away) {
            if (away.code() != ExitCode.ENVIRONMENT) {
                throw away;
            }
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    asked
                            + "; what becomes of it is not known, as the bridge does not answer any more. Do not ask again,"
                            + " but look, when one runs: banku " + command + ". " + away.getMessage());
        }
    }
}

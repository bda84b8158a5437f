package io.banku.command;

import io.banku.account.Command;
import java.time.Instant;

/**
 * A command as a client sent it.
 *
 * @param id see {@link CommandId}
 * @param principal who sent it
 * @param receivedAt when the request arrived, by the clock of the process that took it in
 */
public record Submission(String id, Command command, String principal, Instant receivedAt) {

    /** What tells this request from another one with the same id. */
    public String fingerprint() {
        return Fingerprint.of(command);
    }
}

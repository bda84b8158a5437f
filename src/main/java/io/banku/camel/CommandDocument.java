package io.banku.camel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.banku.account.Money;
import io.banku.command.Submission;
import io.banku.view.Outcome;

/**
 * A command as the API shows it.
 *
 * @param state queued, accepted or declined
 * @param fingerprint of what was asked for: where a 202 has another than its outcome, the key was first used for that one
 * @param event the type of the event that it became
 * @param balance of the account after it
 * @param version of the account after it
 * @param position of the partition's view from which on all of this can be read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommandDocument(
        String commandId,
        String state,
        String account,
        String fingerprint,
        String event,
        String reason,
        String detail,
        Amount balance,
        Long version,
        String position,
        String appendedAt) {

    record Amount(String amount, String currency) {
        static Amount of(Money money) {
            return money == null
                    ? null
                    : new Amount(money.amount(), money.currency().getCurrencyCode());
        }
    }

    static CommandDocument queued(Submission submission) {
        return new CommandDocument(
                submission.id(),
                "queued",
                submission.command().account(),
                submission.fingerprint(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static CommandDocument of(String commandId, Outcome outcome, int partition) {
        return new CommandDocument(
                commandId,
                outcome.isAccepted() ? "accepted" : "declined",
                outcome.account(),
                outcome.fingerprint(),
                outcome.event(),
                outcome.reason(),
                outcome.detail(),
                Amount.of(outcome.balanceAfter()),
                outcome.version(),
                position(outcome, partition),
                outcome.commandTime().toString());
    }

    /** What is in the log, and so the same whoever answers it when; how the account stands after it is in the view. */
    CommandDocument withoutAccount() {
        return new CommandDocument(
                commandId, state, account, fingerprint, event, reason, detail, null, null, position, appendedAt);
    }

    static String position(Outcome outcome, int partition) {
        return partition + ":" + (outcome.offset() + 1);
    }
}

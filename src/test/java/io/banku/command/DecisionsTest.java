package io.banku.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Command;
import io.banku.account.Command.Transfer;
import io.banku.account.Event.CommandDeclined;
import io.banku.account.Event.MoneyReceived;
import io.banku.account.Event.MoneySent;
import io.banku.account.Event.MoneyWithdrawn;
import io.banku.account.Origin.FromCommand;
import io.banku.account.Origin.FromTransfer;
import io.banku.account.RecordedEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a decider makes of a batch of commands. */
class DecisionsTest extends DeciderScene {

    @Test
    void anEventSaysWhichCommandItIsOf() throws Exception {
        ready(opened(CLARA, "100.00"));
        QueuedCommand command = queued(41, withdraw(CLARA, "30.00"));

        decider.decide(List.of(command));

        assertThat(log.transactions)
                .containsExactly(List.of(new RecordedEvent(
                        "c-41/0",
                        new MoneyWithdrawn(CLARA, eur("30.00"), null, null, null),
                        new FromCommand("c-41", command.fingerprint(), 41, EIGHT),
                        EIGHT.plusSeconds(5))));
        assertThat(told).last().isEqualTo("Withdraw accepted");
    }

    @Test
    void eachCommandIsDecidedOnWhatThoseBeforeItLeft() throws Exception {
        ready(opened(CLARA, "20.00"), opened(HUGO, "0.00"));

        decider.decide(List.of(
                queued(0, withdraw(CLARA, "5.00")),
                queued(1, new Transfer(CLARA, HUGO, eur("13.00"), null)),
                queued(2, withdraw(CLARA, "3.00")),
                queued(3, withdraw(HUGO, "13.00")),
                queued(4, withdraw(CLARA, "2.00"))));

        assertThat(log.transactions).hasSize(1);
        assertThat(log.transactions.get(0))
                .extracting(event -> event.event().getClass().getSimpleName())
                .containsExactly(
                        "MoneyWithdrawn",
                        "MoneySent",
                        "MoneyReceived",
                        "CommandDeclined",
                        "MoneyWithdrawn",
                        "MoneyWithdrawn");
    }

    @Test
    void theLegsOfATransferAreOfOneTransactionAndTheCreditSaysNothingOfItsCommand() throws Exception {
        ready(opened(CLARA, "100.00"), opened(FARAWAY, "50.00"));

        decider.decide(List.of(queued(0, new Transfer(CLARA, FARAWAY, eur("30.00"), "RENT"))));

        assertThat(log.transactions).hasSize(1);
        assertThat(log.transactions.get(0))
                .extracting(RecordedEvent::event)
                .containsExactly(
                        new MoneySent(CLARA, eur("30.00"), null, "RENT", "c-0", FARAWAY),
                        new MoneyReceived(FARAWAY, eur("30.00"), null, "RENT", "c-0", CLARA));
        assertThat(log.transactions.get(0).get(0).origin()).isInstanceOf(FromCommand.class);
        assertThat(log.transactions.get(0).get(1).origin()).isEqualTo(new FromTransfer("c-0"));
    }

    @Test
    void aCommandThatHasItsOutcomeIsPassedOver() throws Exception {
        ready(opened(CLARA, "100.00"));
        view.decided.add("c-0");

        assertThat(decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))))).isTrue();

        assertThat(log.transactions).as("nothing is written for nothing").isEmpty();
        assertThat(decider.isReady()).isTrue();
        assertThat(told).last().isEqualTo("passed over c-0");
    }

    @Test
    void aCommandThatStandsTwiceInABatchIsDecidedOnce() throws Exception {
        ready(opened(CLARA, "100.00"));
        QueuedCommand command = queued(0, withdraw(CLARA, "30.00"));
        QueuedCommand again = new QueuedCommand(
                command.submission(), command.fingerprint(), 1, command.time().plusSeconds(1));

        decider.decide(List.of(command, again));

        assertThat(log.transactions.get(0)).hasSize(1);
    }

    @Test
    void aCommandThatWasAppendedLateIsPassedOver() throws Exception {
        ready(opened(CLARA, "100.00"));
        Submission submission = new Submission(
                "c-0",
                withdraw(CLARA, "30.00"),
                "teller",
                EIGHT.minus(Duration.ofMinutes(5)).minusMillis(1));

        decider.decide(List.of(new QueuedCommand(submission, "f", 0, EIGHT)));

        assertThat(log.transactions).isEmpty();
    }

    @Test
    void aCommandThatCannotBeReadIsDeclinedAndTheOthersAreDecided() throws Exception {
        ready(opened(CLARA, "100.00"));

        Command unreadable = new Command.Unreadable(CLARA, "a command type that this version does not know: Freeze");

        decider.decide(List.of(
                new QueuedCommand(new Submission("c-0", unreadable, "teller", EIGHT), "f", 0, EIGHT),
                queued(1, withdraw(CLARA, "30.00"))));

        assertThat(log.transactions.get(0))
                .extracting(RecordedEvent::event)
                .containsExactly(
                        new CommandDeclined(
                                CLARA,
                                "unreadable-command",
                                "The process that decides for account " + CLARA
                                        + " cannot read it: a command type that this version does not know: Freeze."),
                        new MoneyWithdrawn(CLARA, eur("30.00"), null, null, null));
    }
}

package io.banku.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Command.Deposit;
import io.banku.account.Command.Transfer;
import io.banku.account.Event.CommandDeclined;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transfers into other partitions, whose slots may have lost what they had. */
class TargetsElsewhereTest extends DeciderScene {

    @Test
    void aTransferIntoAPartitionThatIsBeingRebuiltWaitsBecauseItsTargetMaySeemUnknown() throws Exception {
        ready(opened(CLARA, "100.00"));
        List<QueuedCommand> batch = List.of(queued(0, new Transfer(CLARA, FARAWAY, eur("30.00"), "RENT")));
        view.rebuildingTo.put(1, view.position + 1);

        assertThat(decider.decide(batch)).isFalse();
        assertThat(log.transactions).isEmpty();

        view.rebuildingTo.clear();
        view.accounts.put(FARAWAY, opened(FARAWAY, "50.00"));
        assertThat(decider.decide(batch)).isTrue();
        assertThat(told).last().isEqualTo("Transfer accepted");
    }

    @Test
    void aTargetOfAnotherPartitionIsReadThere() throws Exception {
        ready(opened(CLARA, "100.00"));

        decider.decide(List.of(queued(0, new Transfer(CLARA, FARAWAY, eur("30.00"), null))));

        assertThat(((CommandDeclined) log.transactions.get(0).get(0).event()).reason())
                .isEqualTo("unknown-target");
        assertThat(view.looks).contains("1 [" + FARAWAY + "]");
    }

    @Test
    void aTargetIsUnknownOnlyWhenItsSlotHasWhatTheLogHad() throws Exception {
        ready(opened(CLARA, "100.00"));
        List<QueuedCommand> batch = List.of(queued(0, new Transfer(CLARA, FARAWAY, eur("30.00"), null)));
        log.end = 40;
        view.positions.put(1, 39L);

        assertThat(decider.decide(batch)).isFalse();
        assertThat(decider.decide(batch)).isFalse();
        assertThat(log.transactions).isEmpty();

        view.positions.put(1, 40L);
        log.end = 1_000; // the log goes on meanwhile: the slot would never have all of it
        assertThat(decider.decide(batch)).isTrue();
        assertThat(told).last().isEqualTo("Transfer declined");
    }

    @Test
    void aTargetThatComesBackReceives() throws Exception {
        ready(opened(CLARA, "100.00"));
        List<QueuedCommand> batch = List.of(queued(0, new Transfer(CLARA, FARAWAY, eur("30.00"), null)));
        log.end = 40;
        view.positions.put(1, 0L);
        decider.decide(batch);

        view.accounts.put(FARAWAY, opened(FARAWAY, "50.00"));

        assertThat(decider.decide(batch)).isTrue();
        assertThat(told).last().isEqualTo("Transfer accepted");
    }

    @Test
    void aSlotThatHasNothingOfThisLogSaysNothing() throws Exception {
        ready(opened(CLARA, "100.00"), opened(FARAWAY, "50.00"));
        List<QueuedCommand> batch = List.of(queued(0, new Transfer(CLARA, FARAWAY, eur("30.00"), null)));
        view.logIds.put(1, null);

        assertThat(decider.decide(batch)).isFalse();
        view.logIds.put(1, "other/topic");
        assertThat(decider.decide(batch)).isFalse();
        assertThat(decider.awaited()).isEqualTo("the view of partition 1, where a transfer goes, to be whole again");

        view.logIds.clear();
        assertThat(decider.decide(batch)).isTrue();
    }

    @Test
    void whatComesBeforeATransferThatWaitsDoesNotWait() throws Exception {
        ready(opened(CLARA, "100.00"));
        QueuedCommand deposit = queued(0, new Deposit(CLARA, eur("5.00"), null, null));
        QueuedCommand transfer = queued(1, new Transfer(CLARA, FARAWAY, eur("30.00"), null));
        QueuedCommand behind = queued(2, new Deposit(CLARA, eur("7.00"), null, null));
        log.end = 40;
        view.positions.put(1, 39L);

        assertThat(decider.decide(List.of(deposit, transfer, behind))).isFalse();

        assertThat(told).last().isEqualTo("Deposit accepted");
        assertThat(log.transactions)
                .singleElement()
                .satisfies(events -> assertThat(events).hasSize(1));
    }

    @Test
    void norWhatComesBeforeATransferIntoAPartitionThatIsBeingRebuilt() throws Exception {
        ready(opened(CLARA, "100.00"));
        QueuedCommand deposit = queued(0, new Deposit(CLARA, eur("5.00"), null, null));
        QueuedCommand transfer = queued(1, new Transfer(CLARA, FARAWAY, eur("30.00"), null));
        view.rebuildingTo.put(1, view.position + 1);

        assertThat(decider.decide(List.of(deposit, transfer))).isFalse();

        assertThat(told).last().isEqualTo("Deposit accepted");
    }

    @Test
    void aCommandThatJoinsLaterIsDoubtedByTheLogOfThen() throws Exception {
        ready(opened(CLARA, "100.00"));
        QueuedCommand first = queued(0, new Transfer(CLARA, FARAWAY, eur("30.00"), null));
        QueuedCommand second = queued(1, new Transfer(CLARA, FARAWAY, eur("1.00"), null));
        log.end = 40;
        view.positions.put(1, 39L);
        decider.decide(List.of(first));
        log.end = 50;
        view.positions.put(1, 45L);

        assertThat(decider.decide(List.of(first, second))).isFalse();
        assertThat(told).last().isEqualTo("Transfer declined");
        view.nextCommand = 1; // it has the outcome of the first
        ready();
        view.positions.put(1, 50L);
        assertThat(decider.decide(List.of(second))).isTrue();
    }
}

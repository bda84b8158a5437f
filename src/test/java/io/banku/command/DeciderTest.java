package io.banku.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.account.Command.Deposit;
import io.banku.account.Fold;
import io.banku.account.LogEntry;
import io.banku.log.AppendFailedException;
import io.banku.view.SlotState;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** When a decider decides, and when it waits or takes its partition over again. */
class DeciderTest extends DeciderScene {

    @Test
    void itIsReadyWhenTheViewHasItsMarkerAndNotBefore() throws Exception {
        view.position = log.next;

        assertThat(decider.isReady()).isFalse();
        assertThat(decider.isReady()).isFalse();
        view.position = log.next;

        assertThat(decider.isReady()).isTrue();
        assertThat(log.takeOvers).isEqualTo(1);
        assertThat(told).containsExactly("took over 0", "caught up 0 after 0 s");
    }

    @Test
    void aViewOfAnotherLogIsNotReady() throws Exception {
        decider.isReady();
        view.position = 100;
        view.logId = "other/topic";

        assertThat(decider.isReady()).isFalse();
        assertThat(decider.decide(List.of(queued(0, new Deposit(CLARA, eur("1.00"), null, null)))))
                .isFalse();
    }

    @Test
    void aViewThatIsBeingRebuiltIsNotReadyThoughItHasAllThatWasDecided() throws Exception {
        decider.isReady();
        view.position = 100;
        view.rebuildingTo.put(0, 101L);

        assertThat(decider.isReady()).isFalse();
        view.position = 101;
        assertThat(decider.isReady()).isTrue();
    }

    @Test
    void commandsAreReadFromWhereTheViewSaidWhenItHadEverything() throws Exception {
        view.nextCommand = 41;
        ready(opened(CLARA, "100.00"));

        view.nextCommand = 0;

        assertThat(decider.nextCommand()).isEqualTo(41);
    }

    @Test
    void theNextBatchIsDecidedOnWhatTheViewDoesNotHaveYet() throws Exception {
        ready(opened(CLARA, "100.00"));
        decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))));

        assertThat(decider.isReady()).as("nobody waits for the view").isTrue();
        decider.decide(List.of(queued(1, withdraw(CLARA, "80.00"))));

        assertThat(told).endsWith("Withdraw accepted", "Withdraw declined");
    }

    @Test
    void whatTheAccountHasAlreadyIsNotTakenFromItTwice() throws Exception {
        ready(opened(CLARA, "100.00"));
        decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))));
        LogEntry.Readable written =
                new LogEntry.Readable(log.transactions.get(0).get(0), log.next - 2);
        view.accounts.put(CLARA, Fold.apply(view.accounts.get(CLARA), written)); // a script that died has written it

        decider.decide(List.of(queued(1, withdraw(CLARA, "70.00"))));

        assertThat(told).endsWith("Withdraw accepted", "Withdraw accepted");
    }

    @Test
    void aCommandThatComesAgainBeforeTheViewHasItsOutcomeIsPassedOver() throws Exception {
        ready(opened(CLARA, "100.00"));
        QueuedCommand first = queued(0, withdraw(CLARA, "30.00"));
        decider.decide(List.of(first));

        decider.decide(List.of(new QueuedCommand(first.submission(), first.fingerprint(), 1, first.time())));

        assertThat(log.transactions).hasSize(1);
        assertThat(told).last().isEqualTo("passed over c-0");
    }

    @Test
    void whoeverWaitsIsToldWhenTheEventsAreInTheLogAndNotBefore() throws Exception {
        ready(opened(CLARA, "100.00"));
        log.failing = true;
        assertThatThrownBy(() -> decider.decide(List.of(queued(0, withdraw(CLARA, "30.00")))))
                .isInstanceOf(AppendFailedException.class);
        assertThat(answered).isEmpty();
        log.failing = false;
        ready();

        decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))));

        assertThat(answered).containsExactly("c-0");
    }

    @Test
    void aDeciderThatKeepsTooManyEventsWaitsUntilTheViewHasSomeOfThem() throws Exception {
        Decider forgetful = new Decider(0, surroundings(), new Floor(), new OwnEvents(1));
        view.accounts.put(CLARA, opened(CLARA, "100.00"));
        forgetful.isReady();
        view.position = log.next;
        forgetful.isReady();
        long first = log.next;
        forgetful.decide(List.of(queued(0, withdraw(CLARA, "30.00")), queued(1, withdraw(CLARA, "30.00"))));

        assertThat(forgetful.isReady()).isFalse();
        assertThat(forgetful.awaited()).isEqualTo("the view beyond " + first + ", found it at " + first);
        view.position = first + 1;
        assertThat(forgetful.isReady()).isTrue();
    }

    @Test
    void nothingIsDecidedOnAViewThatIsTooOld() throws Exception {
        ready(opened(CLARA, "100.00"));
        log.recentEnd = OptionalLong.of(50);

        assertThat(decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))))).isFalse();

        assertThat(log.transactions).isEmpty();
        assertThat(decider.isReady()).isFalse();
        assertThat(decider.awaited())
                .isEqualTo("a view that is not older than banku.commands.freshness: at 50 at least, found it at 2");
        view.position = 50;
        assertThat(decider.isReady()).isTrue();
    }

    @Test
    void norWhileKafkaDoesNotSayWhereThePartitionEnds() throws Exception {
        ready(opened(CLARA, "100.00"));
        log.recentEnd = OptionalLong.empty();

        assertThat(decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))))).isFalse();

        assertThat(decider.awaited()).isEqualTo("Kafka to say where the partition ends");
    }

    @Test
    void whoeverReadsAnewBeginsBehindWhatWasDecidedThoughTheViewDoesNotSaySo() throws Exception {
        ready(opened(CLARA, "100.00"));

        decider.decide(List.of(queued(7, withdraw(CLARA, "30.00"))));

        assertThat(decider.nextCommand()).isEqualTo(8);
    }

    @Test
    void aViewThatWentBackIsWaitedForAndNothingIsDecided() throws Exception {
        ready(opened(CLARA, "100.00"));
        view.position = 0;

        assertThat(decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))))).isFalse();

        assertThat(log.transactions).isEmpty();
        assertThat(decider.isReady()).isFalse();
        assertThat(log.takeOvers).isEqualTo(1);
    }

    @Test
    void aViewIsNotBelievedThatStandsBeforeWhereItWasSeenThoughItHasAllThatWasDecided() throws Exception {
        ready(opened(CLARA, "100.00"));
        view.position = 50;
        assertThat(decider.decide(List.of())).isTrue();
        view.position = 49;

        assertThat(decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))))).isFalse();

        assertThat(log.transactions).isEmpty();
        assertThat(decider.awaited()).isEqualTo("the view beyond 49, found it at 49");
        view.position = 50;
        assertThat(decider.isReady()).isTrue();
        assertThat(log.takeOvers).isEqualTo(1);
    }

    @Test
    void whatWasSeenWhileItWasWaitedForIsNotForgottenEither() throws Exception {
        decider.isReady();
        view.position = 100;
        view.rebuildingTo.put(0, 101L);
        decider.isReady();
        view.rebuildingTo.clear();
        view.position = 99;

        assertThat(decider.isReady()).isFalse();
    }

    @Test
    void whatIsAppendedWhereTheViewHasBeenMeansThatTheLogLostSomething() throws Exception {
        ready(opened(CLARA, "100.00"));
        view.position = 50;
        decider.lookAgain();

        assertThat(decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))))).isFalse();

        assertThat(view.lost.get(0)).contains("behind offset 49", "offsets 2 to 49 were others before");
        assertThat(decider.isReady()).isFalse();
        assertThat(decider.gap()).hasValueSatisfying(gap -> assertThat(gap).startsWith("BNK-5010"));
        assertThat(log.takeOvers).as("no marker fills the gap").isEqualTo(1);
    }

    @Test
    void soDoesAMarker() throws Exception {
        view.position = 50;

        assertThat(decider.isReady()).isFalse();

        assertThat(view.lost.get(0)).contains("behind offset 49", "found it at offset 0");
        assertThat(decider.isReady()).isFalse();
        assertThat(log.takeOvers).isEqualTo(1);
    }

    /** Some of its accounts have what comes after its position, so the log had that. */
    @Test
    void soDoesWhatIsAppendedWhereATornScriptWasOnItsWayTo() throws Exception {
        view.ahead = new SlotState.Ahead(50, 3);

        assertThat(decider.isReady()).isFalse();

        assertThat(view.lost.get(0)).contains("behind offset 49", "found it at offset 0");
    }

    @Test
    void whatCouldNotBeWrittenDownAtOnceIsWrittenDownLater() throws Exception {
        ready(opened(CLARA, "100.00"));
        view.position = 50;
        decider.lookAgain();
        view.deaf = true;
        assertThatThrownBy(() -> decider.decide(List.of(queued(0, withdraw(CLARA, "30.00")))))
                .hasMessage("deaf");
        log.next = 1_000;
        assertThatThrownBy(() -> decider.isReady()).hasMessage("deaf");

        view.deaf = false;
        decider.isReady();

        assertThat(view.lost).containsKey(0);
        assertThat(log.takeOvers).isEqualTo(1);
    }

    /** It was being folded when the log lost that; who decides on it would not see what came in its place. */
    @Test
    void aViewThatIsPastTheMarkerByRecordsOfAnEarlierEpochSaysThatTheyAreGone() throws Exception {
        log.epoch = OptionalInt.of(4);
        view.epoch = 3;
        decider.isReady();
        view.position = log.next;

        assertThat(decider.isReady()).isFalse();
        assertThat(view.lost.get(0)).contains("offset 0 to be of leader epoch 4 or a later one", "leader epoch 3");
    }

    @Test
    void aViewThatIsPastTheMarkerByRecordsOfItsEpochOrALaterOneIsBelieved() throws Exception {
        log.epoch = OptionalInt.of(4);
        view.epoch = 4;
        ready(opened(CLARA, "100.00"));
        view.epoch = 5;
        decider.lookAgain();

        assertThat(view.lost).isEmpty();
        assertThat(decider.isReady()).isTrue();
    }

    @Test
    void aViewThatIsPastItsRecordsWithoutTheirOutcomesSaysThatOthersCameInTheirPlace() throws Exception {
        ready(opened(CLARA, "100.00"));
        decider.decide(List.of(queued(7, withdraw(CLARA, "30.00"))));
        view.position = log.next;
        decider.lookAgain();

        decider.lookAgain(); // asks for the outcome of what the view has passed

        assertThat(view.lost.get(0))
                .contains("the outcome of the command c-7", "written at offset 2", "others came in its place");
        assertThat(decider.isReady()).isFalse();
    }

    /** Until then it may be that others came in their place; the command must not be carried out on top of that. */
    @Test
    void whatTheViewIsPastIsDecidedUntilItsOutcomeIsSeen() throws Exception {
        ready(opened(CLARA, "100.00"));
        decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))));
        view.position = log.next;
        int written = log.transactions.size();

        decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))));

        assertThat(log.transactions).hasSize(written);
        assertThat(told).last().isEqualTo("passed over c-0");
    }

    @Test
    void aViewThatHasAllThereIsAndNotWhatItOnceHadIsFoundOutByAMarker() throws Exception {
        ready(opened(CLARA, "100.00"));
        view.position = 50;
        decider.lookAgain();
        view.position = 3;
        log.end = 3;
        log.next = 3;
        decider.lookAgain();

        decider.isReady();
        now = now.plusSeconds(10);
        decider.isReady();
        decider.isReady();

        assertThat(view.lost.get(0)).contains("behind offset 49", "found it at offset 3");
    }

    @Test
    void soIsALogThatLostWhatTheDeciderWroteBeforeAnyViewHadIt() throws Exception {
        ready(opened(CLARA, "100.00"));
        decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))));
        log.end = view.position;
        log.next = view.position;

        decider.lookAgain();
        now = now.plusSeconds(10);
        decider.lookAgain();
        decider.isReady();

        assertThat(view.lost.get(0)).contains("behind offset 2", "found it at offset 2");
    }

    @Test
    void onceTheViewIsRebuiltThePartitionIsTakenOverAnewAndReadFromWhereThatSays() throws Exception {
        ready(opened(CLARA, "100.00"));
        decider.nextCommand();
        view.position = 50;
        decider.lookAgain();
        view.position = 4;
        view.losses = 1;
        log.next = 4;

        decider.lookAgain();
        decider.isReady();
        view.position = log.next;

        assertThat(decider.isReady()).isTrue();
        assertThat(log.takeOvers).isEqualTo(2);
        assertThat(decider.hasReader()).isFalse();
    }

    @Test
    void anIdleDeciderNoticesThatTheViewWentBack() throws Exception {
        ready(opened(CLARA, "100.00"));
        view.position = 50;
        decider.lookAgain();
        assertThat(decider.isReady()).isTrue();

        view.position = 3;
        decider.lookAgain();

        assertThat(decider.isReady()).isFalse();
        view.position = 50;
        assertThat(decider.isReady()).isTrue();
    }

    @Test
    void afterACommitThatIsNotCertainThePartitionIsTakenOverAgain() throws Exception {
        ready(opened(CLARA, "100.00"));
        log.failing = true;

        assertThatThrownBy(() -> decider.decide(List.of(queued(0, withdraw(CLARA, "30.00")))))
                .isInstanceOf(AppendFailedException.class);
        log.failing = false;

        assertThat(log.closed).isEqualTo(1);
        assertThat(decider.decide(List.of(queued(0, withdraw(CLARA, "30.00")))))
                .as("nobody decides without a partition")
                .isFalse();
        assertThat(decider.isReady())
                .as("not before the view has the new marker")
                .isFalse();
        assertThat(log.takeOvers).isEqualTo(2);
    }

    @Test
    void afterAViewThatCannotBeReadThePartitionIsTakenOverAgain() throws Exception {
        ready(opened(CLARA, "100.00"));
        view.unreachable = true;

        assertThatThrownBy(() -> decider.decide(List.of(queued(0, withdraw(CLARA, "30.00")))))
                .hasMessage("unreachable");

        assertThat(log.closed).isEqualTo(1);
    }

    @Test
    void theWaitForTheViewIsMeasuredFromWhenItFellBehind() throws Exception {
        ready(opened(CLARA, "100.00"));
        decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))));
        view.position = log.next;
        view.nextCommand = 1;
        decider.isReady();
        now = now.plusSeconds(3_600);
        view.position = 0;
        decider.decide(List.of(queued(1, withdraw(CLARA, "30.00"))));
        now = now.plusSeconds(7);
        view.position = log.next;

        decider.isReady();

        assertThat(told).last().isEqualTo("caught up 0 after 7 s");
    }

    @Test
    void theWaitAfterATakeOverBeginsThere() throws Exception {
        ready(opened(CLARA, "100.00"));
        decider.close();
        now = now.plusSeconds(3_600);
        decider.isReady();
        now = now.plusSeconds(2);
        view.position = log.next;

        decider.isReady();

        assertThat(told).last().isEqualTo("caught up 0 after 2 s");
    }

    @Test
    void nothingIsDecidedWhileCommandsAreMissing() throws Exception {
        source.missing = "expected offset 7 to come next, found offsets 0 to 3";
        decider.isReady();
        view.position = log.next;

        assertThat(decider.isReady()).isFalse();
        assertThat(decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))))).isFalse();
        assertThat(decider.awaited()).endsWith("expected offset 7 to come next, found offsets 0 to 3");
        assertThat(decider.gap())
                .hasValueSatisfying(gap -> assertThat(gap)
                        .startsWith("BNK-5012 ")
                        .contains("expected offset 7 to come next, found offsets 0 to 3"));

        source.missing = null;
        assertThat(decider.isReady()).isTrue();
        assertThat(decider.gap()).isEmpty();
    }

    @Test
    void whenSomebodyMissesCommandsItIsLookedIntoBeforeAnyOtherIsDecided() throws Exception {
        ready(opened(CLARA, "100.00"));
        source.missing = "all of them";

        decider.doubtCommands();

        assertThat(decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))))).isFalse();
        assertThat(decider.isReady()).isFalse();
        assertThat(log.transactions).isEmpty();
    }
}

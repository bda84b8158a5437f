package io.banku.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.account.Command.Deposit;
import io.banku.log.AppendFailedException;
import java.util.List;
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
    void afterADecisionItWaitsUntilTheViewHasThat() throws Exception {
        ready(opened(CLARA, "100.00"));

        assertThat(decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))))).isTrue();

        assertThat(decider.isReady()).isFalse();
        view.position = log.next;
        view.nextCommand = 1;
        assertThat(decider.isReady()).isTrue();
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

    @Test
    void aViewThatIsPastItsRecordsWithoutTheirOutcomesSaysThatOthersCameInTheirPlace() throws Exception {
        ready(opened(CLARA, "100.00"));
        decider.decide(List.of(queued(7, withdraw(CLARA, "30.00"))));
        view.position = log.next;

        assertThat(decider.isReady()).isFalse();

        assertThat(view.lost.get(0)).contains("the outcomes of the commands before offset 8", "found those before 0");
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

package io.banku.batch;

import static io.banku.batch.RejectLife.State.CORRECTED;
import static io.banku.batch.RejectLife.State.DISMISSED;
import static io.banku.batch.RejectLife.State.OPEN;
import static io.banku.batch.RejectLife.State.PUBLISHED;
import static io.banku.batch.RejectLife.State.REQUESTED;
import static io.banku.batch.Repair.Action.CORRECT;
import static io.banku.batch.Repair.Action.DISMISS;
import static io.banku.batch.Repair.Action.RESUBMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.batch.Repaired.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Where a reject stands, by what was said about it and in which order. */
class RejectLifeTest {
    private final BatchRepairs repairs = new BatchRepairs();

    @Test
    void aRequestMeansTheCorrectionThatWasThereWhenItWasMade() {
        say("c1", CORRECT, "01");
        say("r1", RESUBMIT, null);
        say("c2", CORRECT, "02");

        assertThat(life().state()).isEqualTo(REQUESTED);
        assertThat(life().asked().id()).isEqualTo("c1");
        assertThat(life().correction().id()).isEqualTo("c2");
    }

    @Test
    void whatIsPublishedStaysPublishedWhateverIsSaid() {
        say("r1", RESUBMIT, null);
        answer("r1", Outcome.PUBLISHED);
        say("c2", CORRECT, "02");
        say("r2", RESUBMIT, null);
        say("d2", DISMISS, null);

        assertThat(life().state()).isEqualTo(PUBLISHED);
        assertThat(repairs.hasRequests()).isFalse();
    }

    @Test
    void aDismissalTakesARequestBack() {
        say("c1", CORRECT, "01");
        say("r1", RESUBMIT, null);
        say("d1", DISMISS, null);

        assertThat(life().state()).isEqualTo(DISMISSED);
        assertThat(repairs.hasRequests()).isFalse();
    }

    @Test
    void whatIsARejectStillCanBeAskedForAgain() {
        say("r1", RESUBMIT, null);
        answer("r1", Outcome.REJECTED);
        assertThat(life().state()).isEqualTo(OPEN);

        say("c1", CORRECT, "01");
        assertThat(life().state()).isEqualTo(CORRECTED);
        say("r2", RESUBMIT, null);
        assertThat(life().state()).isEqualTo(REQUESTED);
    }

    @Test
    void anAnswerThatIsReadTwiceAnswersNoLaterRequest() {
        say("r1", RESUBMIT, null);
        answer("r1", Outcome.REJECTED);
        say("r2", RESUBMIT, null);
        answer("r1", Outcome.REJECTED);

        assertThat(life().request().id()).isEqualTo("r2");
    }

    /** The owner of the feed was at it: it answers what it had read. */
    @Test
    void whatIsAskedForAgainMeanwhileIsNotPublishedAgain() {
        say("c1", CORRECT, "01");
        say("r1", RESUBMIT, null);
        say("c2", CORRECT, "02");
        say("r2", RESUBMIT, null);
        answer("r1", "c1", Outcome.PUBLISHED);

        assertThat(life().state()).isEqualTo(PUBLISHED);
        assertThat(life().correction().id()).isEqualTo("c1");
        assertThat(repairs.hasRequests()).isFalse();
    }

    @Test
    void whatIsTakenBackTooLateIsInTheLogAllTheSame() {
        say("r1", RESUBMIT, null);
        say("d1", DISMISS, null);
        answer("r1", Outcome.PUBLISHED);
        say("r2", RESUBMIT, null);

        assertThat(life().state()).isEqualTo(PUBLISHED);
        assertThat(repairs.hasRequests()).isFalse();
    }

    @Test
    void aBatchIsReadByWhatWasSaidUpToItsCheck() {
        say("c1", CORRECT, "01");
        String checked = repairs.last(1);
        say("c2", CORRECT, "02");

        assertThat(repairs.upTo(checked))
                .hasSize(1)
                .hasEntrySatisfying(3L, bytes -> assertThat(bytes).containsExactly(1));
        assertThatThrownBy(() -> repairs.upTo("lost")).hasMessageContaining("repair lost, found none");
    }

    @Test
    void whatWasCorrectedInAnAttemptThatWasRefusedIsForgottenInTheNext() {
        say("c1", CORRECT, "01");

        assertThat(repairs.last(2)).isNull();
    }

    private RejectLife life() {
        return repairs.life(3);
    }

    private void say(String id, Repair.Action action, String bytes) {
        repairs.put(new Repair(id, "day", "b", 1, 3, action, null, null, bytes, "because", "anna", Instant.EPOCH));
    }

    private void answer(String request, Outcome outcome) {
        answer(request, null, outcome);
    }

    private void answer(String request, String correction, Outcome outcome) {
        repairs.put(new Repaired("day", "b", 3, request, correction, outcome, 1, null, null, Instant.EPOCH));
    }
}

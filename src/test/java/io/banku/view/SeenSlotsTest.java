package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a process has seen of a slot, it does not take for untrue because a Redis forgot it. */
class SeenSlotsTest {
    private final SeenSlots seen = new SeenSlots();

    @Test
    void aSlotThatStandsBeforeWhereItWasSeenIsCatchingUp() {
        look(7, SlotState.at(12));

        SlotState found = look(7, SlotState.at(4));

        assertThat(found.isRebuilding()).isTrue();
        assertThat(found.rebuildingTo()).isEqualTo(12);
        assertThat(look(7, SlotState.at(12)).isRebuilding()).isFalse();
    }

    @Test
    void whatWasWrittenOrSeenByOthersCountsToo() {
        seen.reached(7, 20);
        seen.reached(7, 10);

        assertThat(look(7, SlotState.at(19)).rebuildingTo()).isEqualTo(20);
    }

    @Test
    void aSlotThatWasRebuiltFromALogThatLostSomethingBeginsAnew() {
        look(7, SlotState.at(100));
        look(7, new SlotState(-1, null, 90, null, 1, null));

        assertThat(look(7, new SlotState(90, null, 90, null, 1, null)).isRebuilding())
                .isFalse();
    }

    @Test
    void aRebuildThatWasLostAgainIsNoReasonToBelieveWhatIsOlder() {
        look(7, new SlotState(100, null, 90, null, 3, null));

        assertThat(look(7, SlotState.at(50)).rebuildingTo()).isEqualTo(100);
        assertThat(look(7, SlotState.at(100)).isRebuilding()).isFalse();
        assertThat(look(7, SlotState.at(99)).isRebuilding()).isTrue();
    }

    @Test
    void slotsAreSeenEachByItself() {
        look(7, SlotState.at(12));

        assertThat(look(8, SlotState.at(4)).isRebuilding()).isFalse();
    }

    @Test
    void whatIsSeenWhileASlotIsReadDoesNotMakeTheReadOld() {
        SeenSlots.Before before = seen.before(7);
        seen.reached(7, 110);

        assertThat(before.look(SlotState.at(100)).isRebuilding()).isFalse();
        assertThat(look(7, SlotState.at(100)).rebuildingTo()).isEqualTo(110);
    }

    @Test
    void whatOthersSawIsBelievedAlsoOfALogThatOnceLostSomething() {
        seen.reached(7, 5_000);

        assertThat(look(7, new SlotState(4_000, null, 90, null, 1, null)).rebuildingTo())
                .isEqualTo(5_000);
    }

    private SlotState look(int partition, SlotState found) {
        return seen.look(partition, same -> found);
    }
}

package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a process has seen of a slot, it does not take for untrue because a Redis forgot it. */
class SeenSlotsTest {
    private final SeenSlots seen = new SeenSlots();

    @Test
    void aSlotThatStandsBeforeWhereItWasSeenIsCatchingUp() {
        seen.look(7, SlotState.at(12));

        SlotState found = seen.look(7, SlotState.at(4));

        assertThat(found.isRebuilding()).isTrue();
        assertThat(found.rebuildingTo()).isEqualTo(12);
        assertThat(seen.look(7, SlotState.at(12)).isRebuilding()).isFalse();
    }

    @Test
    void whatWasWrittenOrSeenByOthersCountsToo() {
        seen.reached(7, 20);
        seen.reached(7, 10);

        assertThat(seen.look(7, SlotState.at(19)).rebuildingTo()).isEqualTo(20);
    }

    @Test
    void aSlotThatWasRebuiltFromALogThatLostSomethingBeginsAnew() {
        seen.look(7, SlotState.at(100));
        seen.look(7, new SlotState(-1, null, 90, null, 1, null));

        assertThat(seen.look(7, new SlotState(90, null, 90, null, 1, null)).isRebuilding())
                .isFalse();
    }

    @Test
    void aRebuildThatWasLostAgainIsNoReasonToBelieveWhatIsOlder() {
        seen.look(7, new SlotState(100, null, 90, null, 3, null));

        assertThat(seen.look(7, SlotState.at(50)).rebuildingTo()).isEqualTo(100);
        assertThat(seen.look(7, SlotState.at(100)).isRebuilding()).isFalse();
        assertThat(seen.look(7, SlotState.at(99)).isRebuilding()).isTrue();
    }

    @Test
    void slotsAreSeenEachByItself() {
        seen.look(7, SlotState.at(12));

        assertThat(seen.look(8, SlotState.at(4)).isRebuilding()).isFalse();
    }
}

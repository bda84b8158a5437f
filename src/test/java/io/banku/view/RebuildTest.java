package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Emptying slots of a real Redis, a few keys at a time. */
@ExtendWith(LocalRedis.class)
class RebuildTest {
    private static final String LOG = "cluster/topic";
    private static final String POSITION = "banku:{7}:position";
    private static final Instant EIGHT = Instant.parse("2026-11-22T08:00:00Z");
    private static final int ACCOUNTS = 500;

    private final LocalRedis.Server redis;
    private final RedisView view;
    private final Rebuild rebuild;

    RebuildTest(LocalRedis.Server redis) {
        this.redis = redis;
        this.view = RedisView.connect(redis.uri());
        this.rebuild = new Rebuild(redis.connection(), "127.0.0.1", 50);
    }

    @BeforeEach
    void aSlotAndANeighbour() {
        redis.commands().flushall();
        for (int partition : new int[] {7, 77}) {
            List<ViewStore.Change> changes = IntStream.range(0, ACCOUNTS)
                    .mapToObj(i ->
                            new ViewStore.Change("a" + i, null, List.of("b", "1", "o", "11"), List.of("breaks", "[]")))
                    .toList();
            apply(partition, 0, 12, changes);
            redis.commands().hset(ViewKeys.outcomes(partition), "c-1", "{}");
            redis.commands().zadd(ViewKeys.outcomeTimes(partition), 1, "c-1");
        }
        redis.commands().hset(POSITION, Map.of("nextCommand", "9", "commandTime", "5"));
    }

    @AfterEach
    void nothingIsLeft() {
        redis.commands().flushall();
        view.close();
    }

    @Test
    void aMarkedSlotStandsNowhereAndSaysWhereItStood() {
        assertThat(rebuild.begin(7, rebuild.state(7), LOG, EIGHT, 12))
                .isEqualTo(new SlotState(-1, null, 12, EIGHT, 0, null));

        assertThat(rebuild.state(7)).isEqualTo(new SlotState(-1, null, 12, EIGHT, 0, null));
        assertThat(rebuild.state(77)).isEqualTo(SlotState.at(12));
        assertThat(view.read(7, List.of("a1")).position()).isEqualTo(-1);
    }

    @Test
    void nothingIsAppliedToAMarkedSlotFromWhereverSomebodyBelievesItToStand() {
        rebuild.begin(7, rebuild.state(7), LOG, EIGHT, 12);

        assertThat(apply(7, 12, 13, List.of())).isEqualTo(new ViewStore.Applied(ViewStore.Result.ELSEWHERE, -1));
        assertThat(apply(7, 0, 13, List.of())).isEqualTo(new ViewStore.Applied(ViewStore.Result.ELSEWHERE, -1));
    }

    @Test
    void emptyingTakesManyPagesAndLeavesTheNeighbourAlone() {
        rebuild.begin(7, rebuild.state(7), LOG, EIGHT, 12);
        redis.commands().set(ViewKeys.account(7, "of another type"), "x");

        assertThat(emptied(7)).isGreaterThan(10);

        assertThat(redis.commands().keys("banku:{7}:*")).containsExactly(POSITION);
        assertThat(redis.commands().hgetall(POSITION))
                .containsAllEntriesOf(Map.of("position", "0", "nextCommand", "0", "commandTime", "", "emptying", ""));
        assertThat(redis.commands().keys("banku:{77}:*")).hasSize(2 * ACCOUNTS + 4);
        assertThat(rebuild.state(7)).isEqualTo(new SlotState(0, null, 12, EIGHT, 0, null));
    }

    @Test
    void whoeverEmptiesGoesOnWhereAnotherStopped() {
        rebuild.begin(7, rebuild.state(7), LOG, EIGHT, 12);
        for (int page = 0; page < 5; page++) {
            rebuild.empty(7);
        }

        Rebuild heir = view.rebuild();
        heir.begin(7, heir.state(7), LOG, EIGHT.plusSeconds(60), 12);
        assertThat(heir.state(7).rebuildBegan()).as("it is under way").isEqualTo(EIGHT);
        while (!heir.empty(7)) {
            assertThat(view.position(7)).isEqualTo(-1);
        }

        assertThat(redis.commands().keys("banku:{7}:*")).containsExactly(POSITION);
    }

    @Test
    void aPlaceOfAnotherRunOfTheServerIsNoPlace() {
        rebuild.begin(7, rebuild.state(7), LOG, EIGHT, 12);
        redis.commands().hset(POSITION, "emptying", "0123456789abcdef 1");

        emptied(7);

        assertThat(redis.commands().keys("banku:{7}:account*")).isEmpty();
    }

    @Test
    void aSlotThatIsNotMarkedIsNotEmptied() {
        assertThat(rebuild.empty(7)).isTrue();

        assertThat(redis.commands().keys("banku:{7}:*")).hasSize(2 * ACCOUNTS + 4);
    }

    @Test
    void aSlotThatWentBackAnswersNothingUntilItStandsWhereItWasSeen() {
        SlotState seen = SlotState.at(12).rebuildingTo(40);

        rebuild.catchUp(7, seen);

        assertThat(rebuild.state(7)).isEqualTo(seen);
        assertThat(rebuild.state(7).isRebuilding()).isTrue();
        apply(7, 12, 40, List.of());
        assertThat(rebuild.state(7).isRebuilding()).isFalse();
    }

    @Test
    void aSlotThatWasEmptiedByAnotherHandAnswersNothingEither() {
        redis.commands().flushall();

        rebuild.catchUp(7, SlotState.at(0).rebuildingTo(12));

        assertThat(rebuild.state(7).rebuildingTo()).isEqualTo(12);
    }

    @Test
    void aSlotThatCaughtUpMeanwhileStaysAsItIs() {
        rebuild.catchUp(7, SlotState.at(3).rebuildingTo(12));

        assertThat(rebuild.state(7)).isEqualTo(SlotState.at(12));
    }

    @Test
    void whatTheLogLostStopsTheSlotUntilItIsRebuilt() {
        SlotState before = rebuild.state(7);
        rebuild.latch(7, before, "offsets 9 to 11 are gone");
        rebuild.latch(7, before, "others");

        assertThat(rebuild.state(7)).isEqualTo(SlotState.at(12).with("offsets 9 to 11 are gone"));
        assertThat(apply(7, 12, 14, List.of())).isEqualTo(new ViewStore.Applied(ViewStore.Result.GAP, 12));
        assertThat(view.find(7, List.of("c-1")))
                .as("what was lost may be among the outcomes")
                .isEmpty();

        assertThat(rebuild.begin(7, rebuild.state(7), LOG, EIGHT, 9))
                .isEqualTo(new SlotState(-1, null, 9, EIGHT, 1, null));
        emptied(7);
        assertThat(apply(7, 0, 9, List.of()).result()).isEqualTo(ViewStore.Result.APPLIED);
        assertThat(rebuild.state(7).isRebuilding()).isFalse();
    }

    @Test
    void aLossThatWasFoundAfterTheRebuildWasAskedForIsNotGivenUp() {
        SlotState known = rebuild.state(7);
        rebuild.latch(7, known, "offsets 9 to 11 are gone");
        SlotState lost = rebuild.state(7);

        assertThat(rebuild.begin(7, known, LOG, EIGHT, 9)).isEqualTo(lost);
        assertThat(rebuild.begin(7, known.with("offsets 10 to 11 are gone"), LOG, EIGHT, 9))
                .isEqualTo(lost);

        assertThat(rebuild.state(7)).isEqualTo(lost);
        assertThat(rebuild.empty(7)).as("nothing is to be emptied").isTrue();
        assertThat(redis.commands().exists(ViewKeys.account(7, "a1"))).isOne();
    }

    @Test
    void aLossThatIsFoundWhileASlotIsEmptiedStaysUntilItIsGivenUp() {
        SlotState emptying = rebuild.begin(7, rebuild.state(7), LOG, EIGHT, 12);
        rebuild.latch(7, emptying, "offsets 9 to 11 are gone");

        assertThat(rebuild.begin(7, emptying, LOG, EIGHT, 9)).isEqualTo(emptying.with("offsets 9 to 11 are gone"));

        SlotState known = rebuild.state(7);
        assertThat(rebuild.begin(7, known, LOG, EIGHT, 9)).isEqualTo(new SlotState(-1, null, 9, EIGHT, 1, null));
    }

    @Test
    void whoFoundALossBeforeTheRebuildStopsNothingAfterIt() {
        SlotState before = rebuild.state(7);
        rebuild.latch(7, before, "offsets 9 to 11 are gone");
        rebuild.begin(7, rebuild.state(7), LOG, EIGHT, 9);

        rebuild.latch(7, before, "offsets 9 to 11 are gone");
        rebuild.catchUp(7, before.rebuildingTo(40));

        assertThat(rebuild.state(7)).isEqualTo(new SlotState(-1, null, 9, EIGHT, 1, null));
    }

    @Test
    void theEpochIsKeptWithThePositionAndASlotWithoutOneIsOfAnOlderVersion() {
        view.apply(7, new ViewStore.Step(new Span(12, null, 14, 3), ViewStore.Over.WHOLE, LOG, 12), List.of());
        assertThat(rebuild.state(7)).isEqualTo(new SlotState(14, 3, 0, null, 0, null));

        view.apply(7, new ViewStore.Step(Span.of(14, 15), ViewStore.Over.WHOLE, LOG, 12), List.of());
        assertThat(rebuild.state(7)).isEqualTo(SlotState.at(15));
        redis.commands().hdel(POSITION, "epoch");
        assertThat(rebuild.state(7)).isEqualTo(SlotState.at(15));
    }

    @Test
    void whoReadOtherRecordsUpToThePositionAppliesNothing() {
        view.apply(7, new ViewStore.Step(new Span(12, null, 14, 3), ViewStore.Over.WHOLE, LOG, 12), List.of());

        ViewStore.Applied other =
                view.apply(7, new ViewStore.Step(new Span(14, 4, 16, 4), ViewStore.Over.WHOLE, LOG, 12), List.of());

        assertThat(other).isEqualTo(new ViewStore.Applied(ViewStore.Result.ELSEWHERE, 14));
        assertThat(view.apply(7, new ViewStore.Step(new Span(14, 3, 16, 4), ViewStore.Over.WHOLE, LOG, 12), List.of())
                        .result())
                .isEqualTo(ViewStore.Result.APPLIED);
    }

    @Test
    void askedForAgainWhileItFoldsItIsEmptiedAgainAndItsAimStays() {
        rebuild.begin(7, rebuild.state(7), LOG, EIGHT, 12);
        emptied(7);
        apply(7, 0, 5, List.of());
        assertThat(rebuild.state(7).isRebuilding()).isTrue();

        rebuild.begin(7, rebuild.state(7), LOG, EIGHT.plusSeconds(60), 12);

        assertThat(rebuild.state(7)).isEqualTo(new SlotState(-1, null, 12, EIGHT.plusSeconds(60), 0, null));
        emptied(7);
        apply(7, 0, 12, List.of());
        assertThat(rebuild.state(7).isRebuilding()).isFalse();
    }

    @Test
    void aSlotOfAnotherLogIsNotTouched() {
        assertThatThrownBy(() -> rebuild.begin(7, rebuild.state(7), "cluster/other", EIGHT, 12))
                .isInstanceOf(ViewException.class)
                .hasMessageContaining("banku:{7}:position: expected logId cluster/other, found cluster/topic");

        assertThat(view.position(7)).isEqualTo(12);
    }

    @Test
    void anEmptySlotCanBeRebuiltToo() {
        assertThat(rebuild.begin(3, rebuild.state(3), LOG, EIGHT, 12).isRebuilding())
                .isTrue();

        emptied(3);

        assertThat(rebuild.state(3).isRebuilding()).isFalse();
    }

    /** How many pages it took. */
    private int emptied(int partition) {
        int pages = 1;
        while (!rebuild.empty(partition)) {
            pages++;
        }
        return pages;
    }

    private ViewStore.Applied apply(int partition, long expected, long next, List<ViewStore.Change> changes) {
        return view.apply(
                partition,
                new ViewStore.Step(Span.of(expected, next), ViewStore.Over.ANY, LOG, 12),
                changes,
                CommandNews.NONE);
    }
}

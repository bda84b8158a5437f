package io.banku.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Thousands of bad days for commands: the real decider, projection and fold against a log, a view and a clock that fail as
 * Kafka, Redis and processes do.
 */
@Tag("long")
class CommandsSimulationTest {
    /** More of them on demand: {@code SEEDS=50000 mvn test -Dtest=CommandsSimulationTest}. */
    private static final int SEEDS = Integer.parseInt(System.getenv().getOrDefault("SEEDS", "5000"));

    @Test
    void whateverHappensEveryCommandHasOneOutcomeAndNoMoneyIsMadeOrLost() {
        assertThat(failingSeeds(SEEDS, Flaws.NONE)).isEmpty();
    }

    /** Where the view loses nothing by itself, a rebuild must not make a target seem unknown. */
    @Test
    void aViewThatIsRebuiltAtAnyMomentMakesNoDecisionOtherwise() {
        assertThat(failingSeeds(SEEDS / 5, Flaws.NONE.durable())).isEmpty();
    }

    /** What an account has already is not taken from it once more, whoever wrote it. */
    @Test
    void aServerThatOftenDiesInTheMiddleOfAScriptLeavesNothingThatIsCountedTwice() {
        assertThat(failingSeeds(SEEDS / 5, Flaws.NONE.torn())).isEmpty();
    }

    /** What was lost is gone; but what is left is one truth, to which everything comes back, and nothing is done twice. */
    @Test
    void aLogThatForgetsItsTailIsFoundOutAndNothingIsDecidedOnWhatItLost() {
        assertThat(failingSeeds(SEEDS / 2, Flaws.NONE.tail(Flaws.Tail.LOST))).isEmpty();
    }

    /** An account that a dead script left ahead has what the log has no more. */
    @Test
    void soItIsWhenTheServerDiesInTheMiddleOfScriptsToo() {
        assertThat(failingSeeds(SEEDS / 2, Flaws.NONE.torn().tail(Flaws.Tail.LOST)))
                .isEmpty();
    }

    /** It decided a command twice: the answer of a commit was lost, and a view went past it by events that were gone. */
    @Test
    void theSeedThatShowedWhatAViewWasBuiltOnHoldsToo() {
        assertThat(violations(67_687, Flaws.NONE.torn().tail(Flaws.Tail.LOST))).isEmpty();
    }

    /** The simulation is worth something only if it finds what is known to be wrong. */
    @ParameterizedTest
    @EnumSource
    void aRuleThatIsLeftOutIsFoundOut(LeftOut rule) {
        boolean isFound =
                rule.seeds().anyMatch(seed -> !violations(seed, rule.flaws()).isEmpty());

        assertThat(isFound).isTrue();
    }

    private static Map<Long, Set<String>> failingSeeds(int seeds, Flaws flaws) {
        Map<Long, Set<String>> failing = new TreeMap<>();
        for (long seed = 0; seed < seeds; seed++) {
            Set<String> violations = violations(seed, flaws);
            if (!violations.isEmpty()) {
                failing.put(seed, violations);
            }
        }
        return failing;
    }

    private static Set<String> violations(long seed, Flaws flaws) {
        SimulatedWorld world = new SimulatedWorld(seed, flaws);
        Set<String> violations = new TreeSet<>();
        if (!world.run()) {
            violations.add("it does not come to rest");
        }
        violations.addAll(Invariants.violatedIn(world));
        return violations;
    }
}

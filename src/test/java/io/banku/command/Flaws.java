package io.banku.command;

import io.banku.view.CommandView;
import io.banku.view.Retention;
import java.util.function.UnaryOperator;

/** What of a simulated world is otherwise than it should be. */
record Flaws(
        UnaryOperator<DecisionLog> log,
        UnaryOperator<CommandView> view,
        UnaryOperator<QueuedCommand> queued,
        Retention retention,
        SimulatedDecider.Memory memory,
        Store store) {

    /** What becomes of what the view has stored. */
    enum Store {
        GOES_BACK,
        IS_ONLY_REBUILT
    }

    static final Flaws NONE = new Flaws(
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            new Retention(SimulatedWorld.KEPT, SimulatedWorld.KEPT.dividedBy(8)),
            SimulatedDecider.Memory.OF_THE_VIEW,
            Store.GOES_BACK);

    Flaws log(UnaryOperator<DecisionLog> flawed) {
        return new Flaws(flawed, view, queued, retention, memory, store);
    }

    Flaws view(UnaryOperator<CommandView> flawed) {
        return new Flaws(log, flawed, queued, retention, memory, store);
    }

    Flaws queued(UnaryOperator<QueuedCommand> flawed) {
        return new Flaws(log, view, flawed, retention, memory, store);
    }

    Flaws retention(Retention flawed) {
        return new Flaws(log, view, queued, flawed, memory, store);
    }

    Flaws memory(SimulatedDecider.Memory flawed) {
        return new Flaws(log, view, queued, retention, flawed, store);
    }

    /** Nothing that was once stored is lost, except that it is rebuilt. */
    Flaws durable() {
        return new Flaws(log, view, queued, retention, memory, Store.IS_ONLY_REBUILT);
    }
}

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
        Store store,
        Tail tail) {

    /** What becomes of what the view has stored. */
    enum Store {
        GOES_BACK,
        IS_ONLY_REBUILT
    }

    /** What becomes of the last records of the log. */
    enum Tail {
        KEPT,
        /** Some are lost at times. */
        LOST,
        /** And nobody asks Kafka whether what came last is still what it was. */
        GROWS_AGAIN_UNSEEN,
        /** And nobody remembers it, once it was found. */
        LOST_AND_FORGOTTEN
    }

    static final Flaws NONE = new Flaws(
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            new Retention(SimulatedWorld.KEPT, SimulatedWorld.KEPT.dividedBy(8)),
            SimulatedDecider.Memory.OF_THE_VIEW,
            Store.GOES_BACK,
            Tail.KEPT);

    Flaws log(UnaryOperator<DecisionLog> flawed) {
        return new Flaws(flawed, view, queued, retention, memory, store, tail);
    }

    Flaws view(UnaryOperator<CommandView> flawed) {
        return new Flaws(log, flawed, queued, retention, memory, store, tail);
    }

    Flaws queued(UnaryOperator<QueuedCommand> flawed) {
        return new Flaws(log, view, flawed, retention, memory, store, tail);
    }

    Flaws retention(Retention flawed) {
        return new Flaws(log, view, queued, flawed, memory, store, tail);
    }

    Flaws memory(SimulatedDecider.Memory flawed) {
        return new Flaws(log, view, queued, retention, flawed, store, tail);
    }

    /** Nothing that was once stored is lost, except that it is rebuilt. */
    Flaws durable() {
        return new Flaws(log, view, queued, retention, memory, Store.IS_ONLY_REBUILT, tail);
    }

    /** A log that forgets its tail. */
    Flaws tail(Tail forgotten) {
        return new Flaws(log, view, queued, retention, memory, store, forgotten);
    }
}

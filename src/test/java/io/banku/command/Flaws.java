package io.banku.command;

import io.banku.view.CommandView;
import io.banku.view.Retention;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What of a simulated world is otherwise than it should be. */
record Flaws(
        UnaryOperator<DecisionLog> log,
        UnaryOperator<CommandView> view,
        UnaryOperator<QueuedCommand> queued,
        Retention retention,
        SimulatedDecider.Reading reading,
        Memory memory,
        Answering answering,
        Store store,
        Tail tail) {

    /** What deciders know beside the view. */
    record Memory(Supplier<Floor> floor, Supplier<OwnEvents> own) {}

    /** When clients that wait are told of a decision. */
    enum Answering {
        WHEN_COMMITTED,
        WHEN_APPENDED
    }

    /** What becomes of what the view has stored. */
    enum Store {
        GOES_BACK(3),
        IS_ONLY_REBUILT(3),
        /** And its server often dies in the middle of a script. */
        IS_OFTEN_TORN(40);

        /** Of a hundred scripts so many die. */
        final int dying;

        Store(int dying) {
            this.dying = dying;
        }
    }

    /** What becomes of the last records of the log. */
    enum Tail {
        KEPT,
        /** Some are lost at times. */
        LOST,
        /** And nobody asks Kafka whether what came last is still what it was. */
        GROWS_AGAIN_UNSEEN,
        /** And nobody asks Kafka whether it has still what accounts stand ahead of. */
        AHEAD_IS_NOT_ASKED_FOR,
        /** And nobody remembers it, once it was found. */
        LOST_AND_FORGOTTEN
    }

    static final Flaws NONE = new Flaws(
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            new Retention(SimulatedWorld.KEPT, SimulatedWorld.KEPT.dividedBy(8)),
            SimulatedDecider.Reading.OF_THE_VIEW,
            new Memory(Floor::new, () -> new OwnEvents(SimulatedWorld.MOST_OWN)),
            Answering.WHEN_COMMITTED,
            Store.GOES_BACK,
            Tail.KEPT);

    Flaws log(UnaryOperator<DecisionLog> flawed) {
        return new Flaws(flawed, view, queued, retention, reading, memory, answering, store, tail);
    }

    Flaws view(UnaryOperator<CommandView> flawed) {
        return new Flaws(log, flawed, queued, retention, reading, memory, answering, store, tail);
    }

    Flaws queued(UnaryOperator<QueuedCommand> flawed) {
        return new Flaws(log, view, flawed, retention, reading, memory, answering, store, tail);
    }

    Flaws retention(Retention flawed) {
        return new Flaws(log, view, queued, flawed, reading, memory, answering, store, tail);
    }

    Flaws reading(SimulatedDecider.Reading flawed) {
        return new Flaws(log, view, queued, retention, flawed, memory, answering, store, tail);
    }

    Flaws floor(Supplier<Floor> flawed) {
        return memory(new Memory(flawed, memory.own));
    }

    Flaws own(Supplier<OwnEvents> flawed) {
        return memory(new Memory(memory.floor, flawed));
    }

    private Flaws memory(Memory flawed) {
        return new Flaws(log, view, queued, retention, reading, flawed, answering, store, tail);
    }

    Flaws answering(Answering flawed) {
        return new Flaws(log, view, queued, retention, reading, memory, flawed, store, tail);
    }

    /** Nothing that was once stored is lost, except that it is rebuilt. */
    Flaws durable() {
        return new Flaws(log, view, queued, retention, reading, memory, answering, Store.IS_ONLY_REBUILT, tail);
    }

    /** The same with a server that often dies in the middle of a script. */
    Flaws torn() {
        return new Flaws(log, view, queued, retention, reading, memory, answering, Store.IS_OFTEN_TORN, tail);
    }

    /** A log that forgets its tail, and a view that loses nothing at the same time, except that it is rebuilt. */
    Flaws tail(Tail forgotten) {
        Store kept = store == Store.GOES_BACK ? Store.IS_ONLY_REBUILT : store;
        return new Flaws(log, view, queued, retention, reading, memory, answering, kept, forgotten);
    }
}

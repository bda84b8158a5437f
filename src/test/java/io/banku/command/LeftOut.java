package io.banku.command;

import io.banku.account.Account;
import io.banku.account.LogEntry;
import io.banku.account.Origin.FromCommand;
import io.banku.account.Origin.FromTransfer;
import io.banku.account.RecordedEvent;
import io.banku.command.Flaws.Answering;
import io.banku.command.Flaws.Tail;
import io.banku.command.SimulatedDecider.Reading;
import io.banku.log.AppendFailedException;
import io.banku.view.CommandView;
import io.banku.view.CommandView.Sight;
import io.banku.view.Retention;
import io.banku.view.SlotState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** The protocol's rules, each left out by a log, a view or a driver that does otherwise. The decider is the real one. */
enum LeftOut {
    A_TRANSACTIONAL_ID_THAT_IS_ALWAYS_THE_SAME(
            100,
            Flaws.NONE.log(log -> new Otherwise(
                    log,
                    log::end,
                    log::recentEnd,
                    partition -> ((SimulatedLog) log)
                            .takeOver("decider-" + partition + "-" + UUID.randomUUID(), partition)))),
    WAITING_UNTIL_THE_VIEW_HAS_THE_MARKER(200, Flaws.NONE.floor(() -> new Floor() {
        @Override
        boolean tookOver(long marker, OptionalInt epoch) {
            return wrote(marker, marker);
        }
    })),
    DECIDING_ON_OWN_EVENTS_TOO(100, Flaws.NONE.own(() -> new OwnEvents(SimulatedWorld.MOST_OWN) {
        @Override
        void add(Collection<LogEntry.Readable> appended) {}
    })),
    WAITING_FOR_OWN_EVENTS_THAT_ARE_TOO_MANY_TO_KEEP(500, Flaws.NONE.own(() -> new OwnEvents(1) {
        @Override
        void add(Collection<LogEntry.Readable> appended) {
            appended.forEach(only -> {
                forget();
                super.add(List.of(only));
            });
        }
    })),
    FORGETTING_OWN_EVENTS_AFTER_A_FAILURE(
            2_000, Flaws.NONE.tail(Tail.LOST).own(() -> new OwnEvents(SimulatedWorld.MOST_OWN) {
                @Override
                void forget() {}
            })),
    OWN_EVENTS_ONLY_WHERE_THE_ACCOUNT_DOES_NOT_HAVE_THEM(
            500, Flaws.NONE.torn().own(() -> new OwnEvents(SimulatedWorld.MOST_OWN) {
                @Override
                Account on(Account before, LogEntry.Readable entry) {
                    return super.on(before, new LogEntry.Readable(entry.recorded(), before.offset() + 1));
                }
            })),
    A_VIEW_THAT_IS_FRESH(
            500, Flaws.NONE.log(log -> new Otherwise(log, log::end, partition -> OptionalLong.of(0), log::takeOver))),
    ANSWERING_ONLY_WHEN_THE_COMMIT_IS_KNOWN(100, Flaws.NONE.answering(Answering.WHEN_APPENDED)),
    PASSING_OVER_WHAT_HAS_AN_OUTCOME(
            100,
            Flaws.NONE.view(view -> seeing(
                    view,
                    sight -> new Sight(sight.slot(), sight.logId(), sight.nextCommand(), sight.accounts(), Set.of())))),
    ACCOUNTS_AND_POSITION_OF_THE_SAME_MOMENT(2_000, Flaws.NONE.view(LeftOut::twoLooks)),
    TAKING_OVER_AFTER_A_COMMIT_WITHOUT_AN_ANSWER(
            200,
            Flaws.NONE.log(log -> withHands(log, (hand, events) -> {
                try {
                    return hand.append(events);
                } catch (AppendFailedException unknown) {
                    return hand.append(events);
                }
            }))),
    CONCLUDING_NOTHING_FROM_A_COMMIT_WITHOUT_AN_ANSWER(
            200,
            Flaws.NONE.log(log -> withHands(log, (hand, events) -> {
                try {
                    return hand.append(events);
                } catch (AppendFailedException unknown) {
                    return believed((SimulatedLog) log, events);
                }
            }))),
    BOTH_LEGS_IN_ONE_TRANSACTION(
            200,
            Flaws.NONE.log(log -> withHands(log, (hand, events) -> {
                List<RecordedEvent> debits = new ArrayList<>(events);
                debits.removeIf(event -> event.origin() instanceof FromTransfer);
                List<RecordedEvent> credits = new ArrayList<>(events);
                credits.removeAll(debits);
                List<LogEntry.Readable> own = new ArrayList<>(hand.append(debits));
                own.addAll(credits.isEmpty() ? List.of() : hand.append(credits));
                return own;
            }))),
    READING_COMMANDS_FROM_WHERE_THE_VIEW_SAYS(200, Flaws.NONE.reading(Reading.OF_ITS_OWN)),
    BELIEVING_NO_VIEW_THAT_WENT_BACK(500, Flaws.NONE.floor(() -> new Floor() {
        @Override
        void seen(long position) {}
    })),
    A_CREDIT_LEG_THAT_SAYS_NOTHING_OF_COMMANDS(
            200,
            Flaws.NONE.log(log -> withHands(log, (hand, events) -> {
                List<RecordedEvent> spoilt = new ArrayList<>();
                for (RecordedEvent event : events) {
                    spoilt.add(
                            event.origin() instanceof FromTransfer
                                    ? new RecordedEvent(event.id(), event.event(), owner(event, events), event.time())
                                    : event);
                }
                return hand.append(spoilt);
            }))),
    WAITING_FOR_A_TARGET_THAT_IS_BEING_REBUILT(
            400,
            Flaws.NONE
                    .durable()
                    .log(LeftOut::withoutEnds)
                    .view(view -> new Shown(view, (partition, accounts, ids) -> {
                        Sight sight = view.look(partition, accounts, ids);
                        return ids.isEmpty() && !accounts.isEmpty() ? notRebuilding(sight) : sight;
                    }))),
    BELIEVING_THAT_A_TARGET_IS_NOT_THERE_ONLY_A_SLOT_THAT_HAS_ALL_EVENTS(800, Flaws.NONE.log(LeftOut::withoutEnds)),
    OUTCOMES_THAT_ARE_KEPT_FOR_LONG_ENOUGH(200, Flaws.NONE.retention(leaping(Duration.ofSeconds(60)))),
    OUTCOMES_THAT_A_LEAP_OF_THE_CLOCK_DOES_NOT_REMOVE(2_000, Flaws.NONE.retention(leaping(SimulatedWorld.KEPT))),
    SAYING_TO_KAFKA_WHICH_RECORD_CAME_LAST(1_000, Flaws.NONE.tail(Tail.GROWS_AGAIN_UNSEEN)),
    REMEMBERING_WHAT_THE_LOG_LOST(1_000, Flaws.NONE.tail(Tail.LOST_AND_FORGOTTEN)),
    ASKING_KAFKA_FOR_WHAT_ACCOUNTS_STAND_AHEAD_OF(1_000, Flaws.NONE.torn().tail(Tail.AHEAD_IS_NOT_ASKED_FOR)),
    DECIDING_NOTHING_WHILE_THE_LOG_LACKS_SOMETHING(
            3_000,
            Flaws.NONE
                    .tail(Tail.LOST)
                    .view(view -> seeing(
                            view,
                            sight -> new Sight(
                                    sight.slot().with(null),
                                    sight.logId(),
                                    sight.nextCommand(),
                                    sight.accounts(),
                                    sight.decided())))),
    /** The one seed of a hundred thousand that shows it: a commit without an answer, a loss, and an apply that was late. */
    BELIEVING_NO_VIEW_THAT_IS_PAST_THE_MARKER_BY_WHAT_IS_GONE(
            67_687, 1, Flaws.NONE.torn().tail(Tail.LOST).floor(() -> new Floor() {
                @Override
                boolean isPassedByWhatIsGone(SlotState slot) {
                    return false;
                }
            })),
    /** Where outcomes go earlier than in the other worlds, which harms none of these seeds: else too few go at all. */
    PASSING_OVER_WHAT_WAS_APPENDED_LATE(
            4_000,
            Flaws.NONE
                    .retention(new Retention(Duration.ofSeconds(400), Duration.ofSeconds(80)))
                    .queued(queued -> new QueuedCommand(
                            new Submission(
                                    queued.id(),
                                    queued.submission().command(),
                                    queued.submission().principal(),
                                    queued.time()),
                            queued.fingerprint(),
                            queued.offset(),
                            queued.time())));

    private final long first;
    private final int seeds;
    private final Flaws flaws;

    LeftOut(int seeds, Flaws flaws) {
        this(0, seeds, flaws);
    }

    LeftOut(long first, int seeds, Flaws flaws) {
        this.first = first;
        this.seeds = seeds;
        this.flaws = flaws;
    }

    /** In which it has to be found out. */
    LongStream seeds() {
        return LongStream.range(first, first + seeds);
    }

    Flaws flaws() {
        return flaws;
    }

    /** By time as it is stamped, however far it leaps. */
    private static Retention leaping(Duration kept) {
        Duration anything = Duration.ofDays(1);
        return new Retention(kept.minus(anything), anything);
    }

    private static FromCommand owner(RecordedEvent credit, List<RecordedEvent> events) {
        String id = ((FromTransfer) credit.origin()).commandId();
        return events.stream()
                .filter(event -> event.origin() instanceof FromCommand from
                        && from.commandId().equals(id))
                .map(event -> (FromCommand) event.origin())
                .findFirst()
                .orElseThrow();
    }

    private static Sight notRebuilding(Sight sight) {
        return new Sight(
                SlotState.at(sight.position()), sight.logId(), sight.nextCommand(), sight.accounts(), sight.decided());
    }

    private static CommandView seeing(CommandView view, UnaryOperator<Sight> otherwise) {
        return new Shown(view, (partition, accounts, ids) -> otherwise.apply(view.look(partition, accounts, ids)));
    }

    /** As if they had been committed, behind what is there now. */
    private static List<LogEntry.Readable> believed(SimulatedLog log, List<RecordedEvent> events) {
        int home = SimulatedWorld.PARTITIONING.of(events.get(0).account());
        List<LogEntry.Readable> own = new ArrayList<>();
        events.stream()
                .filter(event -> SimulatedWorld.PARTITIONING.of(event.account()) == home)
                .forEach(event -> own.add(new LogEntry.Readable(event, log.size(home) + own.size())));
        return own;
    }

    private interface Looking {
        Sight look(int partition, Collection<String> accounts, Collection<String> commandIds);
    }

    /** A view that shows something else, and takes to heart what it is told. */
    private record Shown(CommandView view, Looking looking) implements CommandView {
        @Override
        public Sight look(int partition, Collection<String> accounts, Collection<String> commandIds) {
            return looking.look(partition, accounts, commandIds);
        }

        @Override
        public void lost(int partition, SlotState seen, String detail) {
            view.lost(partition, seen, detail);
        }
    }

    interface Appending {
        List<LogEntry.Readable> append(DecisionLog.Hand hand, List<RecordedEvent> events) throws AppendFailedException;
    }

    private static DecisionLog withoutEnds(DecisionLog log) {
        return new Otherwise(log, partition -> 0, log::recentEnd, log::takeOver);
    }

    private interface TakingOver {
        DecisionLog.Hand takeOver(int partition) throws AppendFailedException;
    }

    /** A log with other ends, or other hands. */
    private record Otherwise(
            DecisionLog log, IntToLongFunction ends, IntFunction<OptionalLong> recentEnds, TakingOver takingOver)
            implements DecisionLog {
        @Override
        public Hand takeOver(int partition) throws AppendFailedException {
            return takingOver.takeOver(partition);
        }

        @Override
        public OptionalLong recentEnd(int partition) {
            return recentEnds.apply(partition);
        }

        @Override
        public long end(int partition) {
            return ends.applyAsLong(partition);
        }
    }

    static DecisionLog withHands(DecisionLog log, Appending appending) {
        return new Otherwise(log, log::end, log::recentEnd, partition -> appending(log.takeOver(partition), appending));
    }

    private static DecisionLog.Hand appending(DecisionLog.Hand hand, Appending appending) {
        return new DecisionLog.Hand() {
            @Override
            public long marker() {
                return hand.marker();
            }

            @Override
            public OptionalInt epoch() {
                return hand.epoch();
            }

            @Override
            public List<LogEntry.Readable> append(List<RecordedEvent> decided) throws AppendFailedException {
                return appending.append(hand, decided);
            }

            @Override
            public void close() {
                hand.close();
            }
        };
    }

    /** Asks for the position first and for the accounts a moment later. */
    private static CommandView twoLooks(CommandView view) {
        return new Shown(view, (partition, accounts, ids) -> {
            Sight first = view.look(partition, Set.of(), Set.of());
            Sight second = view.look(partition, accounts, ids);
            return new Sight(first.slot(), first.logId(), first.nextCommand(), second.accounts(), second.decided());
        });
    }
}

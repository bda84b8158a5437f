package io.banku.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.account.Account;
import io.banku.account.Command;
import io.banku.account.Command.Deposit;
import io.banku.account.Command.Transfer;
import io.banku.account.Command.Withdraw;
import io.banku.account.Decision;
import io.banku.account.Event.AccountOpened;
import io.banku.account.Event.CommandDeclined;
import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Event.MoneyReceived;
import io.banku.account.Event.MoneySent;
import io.banku.account.Event.MoneyWithdrawn;
import io.banku.account.Fold;
import io.banku.account.LogEntry;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.Origin.FromCommand;
import io.banku.account.Origin.FromTransfer;
import io.banku.account.RecordedEvent;
import io.banku.log.AppendFailedException;
import io.banku.view.CommandView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One decider on a log and a view that do what they are told. */
class DeciderTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Partitioning TWO = new Partitioning(2);
    private static final String CLARA = accountOf(0, "clara");
    private static final String HUGO = accountOf(0, "hugo");
    private static final String FARAWAY = accountOf(1, "faraway");
    private static final Instant EIGHT = Instant.parse("2026-11-22T08:00:00Z");

    private final Ledger log = new Ledger();
    private final Slots view = new Slots();
    private final List<String> told = new ArrayList<>();
    private final Decider decider = new Decider(
            0,
            new Decider.Surroundings(
                    log, view, TWO, "cluster/topic", Clock.fixed(EIGHT.plusSeconds(5), ZoneOffset.UTC), observer()));

    @Test
    void itIsReadyWhenTheViewHasItsMarkerAndNotBefore() throws Exception {
        view.position = log.next;

        assertThat(decider.isReady()).isFalse();
        assertThat(decider.isReady()).isFalse();
        view.position = log.next;

        assertThat(decider.isReady()).isTrue();
        assertThat(log.takeOvers).isEqualTo(1);
        assertThat(told).containsExactly("took over 0", "caught up 0");
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
    void aTransferIntoAPartitionThatIsBeingRebuiltWaitsBecauseItsTargetMaySeemUnknown() throws Exception {
        ready(opened(CLARA, "100.00"));
        List<QueuedCommand> batch = List.of(queued(0, new Transfer(CLARA, FARAWAY, eur("30.00"), "RENT")));
        view.rebuildingTo.put(1, view.position + 1);

        assertThat(decider.decide(batch)).isFalse();
        assertThat(log.transactions).isEmpty();

        view.rebuildingTo.clear();
        view.accounts.put(FARAWAY, opened(FARAWAY, "50.00"));
        assertThat(decider.decide(batch)).isTrue();
        assertThat(told).last().isEqualTo("Transfer accepted");
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
        assertThat(decider.isReady()).isTrue();
    }

    @Test
    void anEventSaysWhichCommandItIsOf() throws Exception {
        ready(opened(CLARA, "100.00"));
        QueuedCommand command = queued(41, withdraw(CLARA, "30.00"));

        decider.decide(List.of(command));

        assertThat(log.transactions)
                .containsExactly(List.of(new RecordedEvent(
                        "c-41/0",
                        new MoneyWithdrawn(CLARA, eur("30.00"), null, null, null),
                        new FromCommand("c-41", command.fingerprint(), 41, EIGHT),
                        EIGHT.plusSeconds(5))));
        assertThat(told).last().isEqualTo("Withdraw accepted");
    }

    @Test
    void eachCommandIsDecidedOnWhatThoseBeforeItLeft() throws Exception {
        ready(opened(CLARA, "20.00"), opened(HUGO, "0.00"));

        decider.decide(List.of(
                queued(0, withdraw(CLARA, "5.00")),
                queued(1, new Transfer(CLARA, HUGO, eur("13.00"), null)),
                queued(2, withdraw(CLARA, "3.00")),
                queued(3, withdraw(HUGO, "13.00")),
                queued(4, withdraw(CLARA, "2.00"))));

        assertThat(log.transactions).hasSize(1);
        assertThat(log.transactions.get(0))
                .extracting(event -> event.event().getClass().getSimpleName())
                .containsExactly(
                        "MoneyWithdrawn",
                        "MoneySent",
                        "MoneyReceived",
                        "CommandDeclined",
                        "MoneyWithdrawn",
                        "MoneyWithdrawn");
    }

    @Test
    void theLegsOfATransferAreOfOneTransactionAndTheCreditSaysNothingOfItsCommand() throws Exception {
        ready(opened(CLARA, "100.00"), opened(FARAWAY, "50.00"));

        decider.decide(List.of(queued(0, new Transfer(CLARA, FARAWAY, eur("30.00"), "RENT"))));

        assertThat(log.transactions).hasSize(1);
        assertThat(log.transactions.get(0))
                .extracting(RecordedEvent::event)
                .containsExactly(
                        new MoneySent(CLARA, eur("30.00"), null, "RENT", "c-0", FARAWAY),
                        new MoneyReceived(FARAWAY, eur("30.00"), null, "RENT", "c-0", CLARA));
        assertThat(log.transactions.get(0).get(0).origin()).isInstanceOf(FromCommand.class);
        assertThat(log.transactions.get(0).get(1).origin()).isEqualTo(new FromTransfer("c-0"));
    }

    @Test
    void aTargetOfAnotherPartitionIsReadThere() throws Exception {
        ready(opened(CLARA, "100.00"));

        decider.decide(List.of(queued(0, new Transfer(CLARA, FARAWAY, eur("30.00"), null))));

        assertThat(((CommandDeclined) log.transactions.get(0).get(0).event()).reason())
                .isEqualTo("unknown-target");
        assertThat(view.looks).contains("1 [" + FARAWAY + "]");
    }

    @Test
    void aCommandThatHasItsOutcomeIsPassedOver() throws Exception {
        ready(opened(CLARA, "100.00"));
        view.decided.add("c-0");

        assertThat(decider.decide(List.of(queued(0, withdraw(CLARA, "30.00"))))).isTrue();

        assertThat(log.transactions).as("nothing is written for nothing").isEmpty();
        assertThat(decider.isReady()).isTrue();
        assertThat(told).last().isEqualTo("passed over c-0");
    }

    @Test
    void aCommandThatStandsTwiceInABatchIsDecidedOnce() throws Exception {
        ready(opened(CLARA, "100.00"));
        QueuedCommand command = queued(0, withdraw(CLARA, "30.00"));
        QueuedCommand again = new QueuedCommand(
                command.submission(), command.fingerprint(), 1, command.time().plusSeconds(1));

        decider.decide(List.of(command, again));

        assertThat(log.transactions.get(0)).hasSize(1);
    }

    @Test
    void aCommandThatWasAppendedLateIsPassedOver() throws Exception {
        ready(opened(CLARA, "100.00"));
        Submission submission = new Submission(
                "c-0",
                withdraw(CLARA, "30.00"),
                "teller",
                EIGHT.minus(Duration.ofMinutes(5)).minusMillis(1));

        decider.decide(List.of(new QueuedCommand(submission, "f", 0, EIGHT)));

        assertThat(log.transactions).isEmpty();
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

    private void ready(Account... accounts) throws AppendFailedException {
        for (Account account : accounts) {
            view.accounts.put(account.id(), account);
        }
        decider.isReady();
        view.position = log.next;
        assertThat(decider.isReady()).isTrue();
    }

    private static Account opened(String id, String balance) {
        Account account = folded(Account.unknown(id), new AccountOpened(id, EUR, null, null));
        return folded(account, new MoneyDeposited(id, eur(balance), null, null, null));
    }

    private static Account folded(Account before, io.banku.account.Event event) {
        RecordedEvent recorded = new RecordedEvent("e", event, new FromBatch("f", "b", 1), EIGHT);
        return Fold.apply(before, new LogEntry.Readable(recorded, before.offset() + 1));
    }

    private static Command withdraw(String account, String amount) {
        return new Withdraw(account, eur(amount), null, null);
    }

    private static Money eur(String amount) {
        return Money.parse(amount, EUR);
    }

    private static QueuedCommand queued(long offset, Command command) {
        Submission submission = new Submission("c-" + offset, command, "teller", EIGHT.minusSeconds(1));
        return new QueuedCommand(submission, submission.fingerprint(), offset, EIGHT);
    }

    private static String accountOf(int partition, String name) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> name + i)
                .filter(id -> TWO.of(id) == partition)
                .findFirst()
                .orElseThrow();
    }

    private DecisionObserver observer() {
        return new DecisionObserver() {
            @Override
            public void tookOver(int partition) {
                told.add("took over " + partition);
            }

            @Override
            public void decided(Command command, Decision decision) {
                told.add(command.getClass().getSimpleName() + (decision.isDeclined() ? " declined" : " accepted"));
            }

            @Override
            public void passedOver(QueuedCommand command) {
                told.add("passed over " + command.id());
            }

            @Override
            public void caughtUp(int partition, Duration waited) {
                told.add("caught up " + partition);
            }
        };
    }

    /** A log that takes everything, or nothing. */
    private static final class Ledger implements DecisionLog {
        private final List<List<RecordedEvent>> transactions = new ArrayList<>();
        private long next;
        private int takeOvers;
        private int closed;
        private boolean failing;

        @Override
        public Hand takeOver(int partition) {
            takeOvers++;
            long marker = next;
            next += 2;
            return new Hand() {
                @Override
                public long marker() {
                    return marker;
                }

                @Override
                public long append(List<RecordedEvent> decided) throws AppendFailedException {
                    if (failing) {
                        throw new AppendFailedException("no answer", null);
                    }
                    transactions.add(decided);
                    next += decided.size() + 1;
                    return next - 2;
                }

                @Override
                public void close() {
                    closed++;
                }
            };
        }
    }

    /** A view that is what it is told to be. */
    private static final class Slots implements CommandView {
        private final Map<String, Account> accounts = new HashMap<>();
        private final Set<String> decided = new HashSet<>();
        private final List<String> looks = new ArrayList<>();
        private final Map<Integer, Long> rebuildingTo = new HashMap<>();
        private long position;
        private long nextCommand;
        private String logId = "cluster/topic";
        private boolean unreachable;

        @Override
        public Sight look(int partition, Collection<String> wanted, Collection<String> commandIds) {
            if (unreachable) {
                throw new IllegalStateException("unreachable");
            }
            looks.add(partition + " " + wanted);
            Map<String, Account> found = new HashMap<>();
            wanted.forEach(id -> found.put(id, accounts.getOrDefault(id, Account.unknown(id))));
            return new Sight(position, rebuildingTo.getOrDefault(partition, 0L), logId, nextCommand, found, decided);
        }
    }
}

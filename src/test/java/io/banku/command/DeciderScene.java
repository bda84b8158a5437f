package io.banku.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Account;
import io.banku.account.Command;
import io.banku.account.Command.Withdraw;
import io.banku.account.Decision;
import io.banku.account.Event;
import io.banku.account.Event.AccountOpened;
import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Fold;
import io.banku.account.LogEntry;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import io.banku.log.AppendFailedException;
import io.banku.view.OutcomeNews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/** What tests of a decider share: a log and a view that do what they are told, and accounts. */
abstract class DeciderScene {
    static final Currency EUR = Currency.getInstance("EUR");
    static final Partitioning TWO = new Partitioning(2);
    static final String CLARA = accountOf(0, "clara");
    static final String HUGO = accountOf(0, "hugo");
    static final String FARAWAY = accountOf(1, "faraway");
    static final Instant EIGHT = Instant.parse("2026-11-22T08:00:00Z");

    final ObedientLog log = new ObedientLog();
    final ObedientView view = new ObedientView();
    final WholeSource source = new WholeSource();
    final List<String> told = new ArrayList<>();
    /** Commands whose outcomes whoever waits was told. */
    final List<String> answered = new ArrayList<>();

    Instant now = EIGHT.plusSeconds(5);
    final Decider decider = new Decider(0, surroundings());

    Decider.Surroundings surroundings() {
        return new Decider.Surroundings(log, view, source, TWO, "cluster/topic", clock(), observer(), news());
    }

    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }

    void ready(Account... accounts) throws AppendFailedException {
        for (Account account : accounts) {
            view.accounts.put(account.id(), account);
        }
        decider.isReady();
        view.position = log.next;
        assertThat(decider.isReady()).isTrue();
    }

    static Account opened(String id, String balance) {
        Account account = folded(Account.unknown(id), new AccountOpened(id, EUR, null, null));
        return folded(account, new MoneyDeposited(id, eur(balance), null, null, null));
    }

    static Account folded(Account before, Event event) {
        RecordedEvent recorded = new RecordedEvent("e", event, new FromBatch("f", "b", 1), EIGHT);
        return Fold.apply(before, new LogEntry.Readable(recorded, before.offset() + 1));
    }

    static Command withdraw(String account, String amount) {
        return new Withdraw(account, eur(amount), null, null);
    }

    static Money eur(String amount) {
        return Money.parse(amount, EUR);
    }

    static QueuedCommand queued(long offset, Command command) {
        Submission submission = new Submission("c-" + offset, command, "teller", EIGHT.minusSeconds(1));
        return new QueuedCommand(submission, submission.fingerprint(), offset, EIGHT);
    }

    static String accountOf(int partition, String name) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> name + i)
                .filter(id -> TWO.of(id) == partition)
                .findFirst()
                .orElseThrow();
    }

    OutcomeNews news() {
        return (partition, outcomes) -> answered.addAll(outcomes.keySet());
    }

    DecisionObserver observer() {
        return new DecisionObserver() {
            @Override
            public void tookOver(int partition) {
                told.add("took over " + partition);
            }

            @Override
            public void decided(QueuedCommand queued, Decision decision) {
                Command command = queued.submission().command();
                told.add(command.getClass().getSimpleName() + (decision.isDeclined() ? " declined" : " accepted"));
            }

            @Override
            public void passedOver(QueuedCommand command) {
                told.add("passed over " + command.id());
            }

            @Override
            public void caughtUp(int partition, Duration waited) {
                told.add("caught up " + partition + " after " + waited.toSeconds() + " s");
            }
        };
    }
}

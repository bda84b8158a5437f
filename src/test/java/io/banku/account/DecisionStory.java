package io.banku.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event.CommandDeclined;
import io.banku.account.Origin.FromBatch;
import io.banku.account.Origin.FromCommand;
import io.banku.account.Origin.FromTransfer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Accounts as the mainframe's facts made them, a command about them, and what it comes to. */
final class DecisionStory {
    static final String CLARA = "clara";
    static final String HUGO = "hugo";
    private static final Instant TIME = Instant.parse("2026-11-22T08:00:00Z");
    private static final String ID = "c-1";

    private final Map<String, Account> accounts = new HashMap<>();
    private long offset;
    private Decision decision;

    static DecisionStory noAccounts() {
        return new DecisionStory();
    }

    static DecisionStory given(Event... facts) {
        return noAccounts().and(facts);
    }

    DecisionStory and(Event... facts) {
        for (Event fact : facts) {
            fold(fact, new FromBatch("daily-transactions", "9f2c", offset + 1));
        }
        return this;
    }

    /** The events of its decision are facts for what follows. */
    DecisionStory when(Command command) {
        decision = Decide.on(command, this::account, ID, LocalDate.ofInstant(TIME, java.time.ZoneOffset.UTC));
        fold(decision.own(), new FromCommand(ID, "f", 1, TIME));
        decision.credit().ifPresent(credit -> fold(credit, new FromTransfer(ID)));
        return this;
    }

    DecisionStory then(Event... events) {
        assertThat(Stream.concat(Stream.of(decision.own()), decision.credit().stream()))
                .isEqualTo(List.of(events));
        return this;
    }

    DecisionStory declined(Decline reason) {
        assertThat(decision.own()).isInstanceOf(CommandDeclined.class);
        assertThat(((CommandDeclined) decision.own()).reason()).isEqualTo(reason.slug());
        assertThat(decision.credit()).isEmpty();
        return this;
    }

    DecisionStory declined(Decline reason, String detail) {
        declined(reason);
        assertThat(((CommandDeclined) decision.own()).detail()).isEqualTo(detail);
        return this;
    }

    DecisionStory balance(String account, String amount) {
        assertThat(account(account).balances().balance())
                .isEqualTo(Money.parse(amount, account(account).currency()).minor());
        return this;
    }

    DecisionStory nobodyIsParked() {
        assertThat(accounts.values()).as(decision.toString()).noneMatch(Account::isParked);
        return this;
    }

    private Account account(String id) {
        return accounts.getOrDefault(id, Account.unknown(id));
    }

    private void fold(Event event, Origin origin) {
        RecordedEvent recorded = new RecordedEvent("e-" + offset, event, origin, TIME);
        Account after = Fold.apply(account(event.account()), new LogEntry.Readable(recorded, offset++));
        accounts.put(event.account(), after);
    }
}

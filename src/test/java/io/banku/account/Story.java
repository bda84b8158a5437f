package io.banku.account;

import io.banku.account.Origin.FromBatch;
import io.banku.account.Origin.FromCommand;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The log of one account, told event by event; what the account becomes by it. */
final class Story {
    static final String ACCOUNT = "0000004711";
    static final Currency EUR = Currency.getInstance("EUR");
    static final Currency USD = Currency.getInstance("USD");
    static final Currency JPY = Currency.getInstance("JPY");

    private final List<LogEntry> entries = new ArrayList<>();

    /** Facts from the mainframe. */
    static Story given(Event... facts) {
        return new Story().then(facts);
    }

    Story then(Event... facts) {
        for (Event fact : facts) {
            long record = entries.size() + 1;
            add(fact, new FromBatch("daily-transactions", "9f2c", record), "9f2c/" + record + "/0");
        }
        return this;
    }

    Story overHttp(Event... decided) {
        for (Event event : decided) {
            long offset = entries.size();
            Instant time = Instant.parse("2026-11-22T08:00:00Z");
            add(event, new FromCommand("c-" + offset, "f-" + offset, offset, time), "c-" + offset);
        }
        return this;
    }

    Story unreadable(String reason) {
        entries.add(new LogEntry.Unreadable(ACCOUNT, nextOffset(), reason));
        return this;
    }

    Account account() {
        Account account = Account.unknown(ACCOUNT);
        for (LogEntry entry : entries) {
            account = Fold.apply(account, entry);
        }
        return account;
    }

    List<LogEntry> entries() {
        return List.copyOf(entries);
    }

    private void add(Event event, Origin origin, String id) {
        Instant time = Instant.parse("2026-11-21T22:15:02Z").plusSeconds(entries.size());
        entries.add(new LogEntry.Readable(new RecordedEvent(id, event, origin, time), nextOffset()));
    }

    /** Every second offset, as if each event had been followed by the marker of its transaction. */
    private long nextOffset() {
        return 2L * entries.size();
    }

    static Event opened(Currency currency) {
        return new Event.AccountOpened(ACCOUNT, currency, "GRUBER", LocalDate.parse("2026-11-20"));
    }

    static Event deposited(String amount) {
        return new Event.MoneyDeposited(ACCOUNT, eur(amount), null, null, null);
    }

    static Event depositedOn(String day, String amount) {
        return new Event.MoneyDeposited(
                ACCOUNT, eur(amount), OffsetDateTime.parse(day + "T23:15:02+01:00"), null, null);
    }

    static Event deposited(Money amount) {
        return new Event.MoneyDeposited(ACCOUNT, amount, null, null, null);
    }

    static Event withdrawn(String amount) {
        return new Event.MoneyWithdrawn(ACCOUNT, eur(amount), null, null, null);
    }

    static Event broughtForward(String asOf, String amount) {
        return new Event.BalanceBroughtForward(ACCOUNT, eur(amount), LocalDate.parse(asOf));
    }

    static Money eur(String amount) {
        return Money.parse(amount, EUR);
    }

    static Money usd(String amount) {
        return Money.parse(amount, USD);
    }
}

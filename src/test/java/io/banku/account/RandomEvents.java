package io.banku.account;

import io.banku.account.Origin.FromBatch;
import io.banku.account.Origin.FromCommand;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/**
 * Facts as no mainframe would send them: all types, any order, mostly small amounts in one currency, now and then another
 * currency, an amount at the edge of 64 bits or an unreadable record. The same seed gives the same facts.
 */
public final class RandomEvents {
    private static final List<Currency> CURRENCIES =
            List.of(Currency.getInstance("EUR"), Currency.getInstance("USD"), Currency.getInstance("JPY"));
    private static final String[] TEXTS = {
        "SALARY",
        "",
        "\"quoted\" and \\ back",
        "line\nbreak\ttab \u0000\u001f\u007f",
        "Größe €",
        "🏦 bank",
        "\ud800",
        "x\udc00y"
    };

    private final Random random;

    public RandomEvents(long seed) {
        random = new Random(seed);
    }

    /** A log of some entries about the accounts; offsets rise, with gaps where control records would be. */
    public List<LogEntry> log(int entries, List<String> accounts) {
        List<LogEntry> log = new ArrayList<>(entries);
        long offset = random.nextInt(3);
        for (int i = 0; i < entries; i++) {
            log.add(entry(accounts.get(random.nextInt(accounts.size())), offset));
            offset += oneIn(5) ? 2 : 1;
        }
        return log;
    }

    private LogEntry entry(String account, long offset) {
        return oneIn(150)
                ? new LogEntry.Unreadable(account, offset, "expected an event, found noise")
                : new LogEntry.Readable(recorded(account, offset), offset);
    }

    public RecordedEvent recorded(String account, long offset) {
        Event event = event(account);
        Instant time = Instant.ofEpochSecond(1_795_000_000L + offset, oneIn(3) ? random.nextInt(1_000_000_000) : 0);
        Origin origin = event instanceof Event.CommandDeclined || oneIn(4)
                ? new FromCommand("c-" + offset, "f-" + offset, offset, time)
                : new FromBatch("daily-transactions", "9f2c", offset + 1);
        return new RecordedEvent("9f2c/" + offset + "/0", event, origin, time);
    }

    private Event event(String account) {
        return switch (random.nextInt(16)) {
            case 0 -> new Event.AccountOpened(account, currency(), maybe(text()), maybe(date()));
            case 1 -> new Event.AccountDescribed(account, maybe(text()), maybe(amount()), maybe(status()));
            case 2 -> oneIn(4) ? new Event.AccountClosed(account, maybe(date())) : deposited(account);
            case 3, 4 -> new Event.BalanceBroughtForward(account, amount(), date());
            case 5 -> new Event.CommandDeclined(account, maybe("insufficient-funds"), maybe(text()));
            case 6 ->
                oneIn(4)
                        ? acknowledged(account)
                        : new Event.PostingReversed(account, amount(), maybe(time()), maybe(text()), maybe("9f2c/1/0"));
            case 7, 8 -> new Event.MoneySent(account, amount(), maybe(time()), maybe(text()), maybe("T"), maybe("4"));
            case 9, 10 ->
                new Event.MoneyReceived(account, amount(), maybe(time()), maybe(text()), maybe("T"), maybe("4"));
            case 11, 12 -> new Event.MoneyWithdrawn(account, amount(), maybe(time()), maybe(text()), maybe(text()));
            default -> deposited(account);
        };
    }

    private Event acknowledged(String account) {
        return new Event.BreakAcknowledged(account, "9f2c/" + random.nextInt(100) + "/0", text(), text());
    }

    private Event deposited(String account) {
        return new Event.MoneyDeposited(account, amount(), maybe(time()), maybe(text()), maybe(text()));
    }

    private Money amount() {
        if (oneIn(6)) { // so that what came in goes out again, to nothing
            return new Money(100L * random.nextInt(2), currency());
        }
        long minor = oneIn(100) ? Long.MAX_VALUE - random.nextInt(10) : random.nextInt(100_000) - 1_000;
        return new Money(minor, currency());
    }

    private Currency currency() {
        return oneIn(12) ? CURRENCIES.get(random.nextInt(CURRENCIES.size())) : CURRENCIES.get(0);
    }

    private AccountStatus status() {
        return AccountStatus.values()[random.nextInt(AccountStatus.values().length)];
    }

    private LocalDate date() {
        return LocalDate.of(2026, 11, 1).plusDays(random.nextInt(10));
    }

    private OffsetDateTime time() {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(900 * (random.nextInt(97) - 48));
        return date().atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60))
                .atOffset(offset);
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private <T> T maybe(T value) {
        return oneIn(3) ? null : value;
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }
}

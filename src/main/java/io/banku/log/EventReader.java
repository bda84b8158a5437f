package io.banku.log;

import io.banku.account.AccountStatus;
import io.banku.account.Event;
import io.banku.account.Event.AccountClosed;
import io.banku.account.Event.AccountDescribed;
import io.banku.account.Event.AccountOpened;
import io.banku.account.Event.BalanceBroughtForward;
import io.banku.account.Event.CommandDeclined;
import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Event.MoneyReceived;
import io.banku.account.Event.MoneySent;
import io.banku.account.Event.MoneyWithdrawn;
import io.banku.account.Event.PostingReversed;
import io.banku.account.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads what {@link EventWriter} wrote. Properties it does not know are ignored, as a later version may have added
 * them. Holds one record's properties: one thread.
 */
final class EventReader {
    private final Map<String, Currency> currencies = new HashMap<>();
    private final EventProperties properties = new EventProperties();

    /** The batch of the record last read, or null when it came from a command. */
    String batch() throws EventFormatException {
        return get("batch");
    }

    long recordNumber() throws EventFormatException {
        if (properties.record() < 1) {
            throw new EventFormatException("expected the property record as an integer from 1, found "
                    + (properties.record() == 0 ? properties.present() : properties.record()));
        }
        return properties.record();
    }

    Event event(String type, byte[] value) throws EventFormatException {
        properties.read(value);
        try {
            return event(type);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw new EventFormatException(type + ": " + malformed.getMessage());
        }
    }

    private Event event(String type) throws EventFormatException {
        String account = required("account");
        switch (type) {
            case "MoneyDeposited":
                return new MoneyDeposited(account, money(), bookedAt(), get("text"), get("reference"));
            case "MoneyWithdrawn":
                return new MoneyWithdrawn(account, money(), bookedAt(), get("text"), get("reference"));
            case "MoneySent":
                return new MoneySent(account, money(), bookedAt(), get("text"), get("transfer"), get("counterparty"));
            case "MoneyReceived":
                return new MoneyReceived(
                        account, money(), bookedAt(), get("text"), get("transfer"), get("counterparty"));
            case "PostingReversed":
                return new PostingReversed(account, money(), bookedAt(), get("text"), get("reverses"));
            case "BalanceBroughtForward":
                return new BalanceBroughtForward(account, money(), LocalDate.parse(required("asOf")));
            case "AccountOpened":
                return new AccountOpened(account, currency(), get("holder"), date("openedOn"));
            case "AccountDescribed":
                return described(account);
            case "AccountClosed":
                return new AccountClosed(account, date("closedOn"));
            case "CommandDeclined":
                return new CommandDeclined(account, get("reason"), get("detail"));
            default:
                throw new EventFormatException("expected an event type of this version, found " + type);
        }
    }

    private Event described(String account) throws EventFormatException {
        Money limit = get("limit") == null ? null : Money.parse(get("limit"), currency());
        AccountStatus status = get("status") == null ? null : AccountStatus.of(get("status"));
        return new AccountDescribed(account, get("holder"), limit, status);
    }

    private String get(String name) throws EventFormatException {
        return properties.get(name);
    }

    private String required(String name) throws EventFormatException {
        return properties.required(name);
    }

    private Money money() throws EventFormatException {
        return Money.parse(required("amount"), currency());
    }

    private Currency currency() throws EventFormatException {
        return currencies.computeIfAbsent(required("currency"), EventReader::currency);
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("expected the ISO code of a currency, found '" + code + "'", unknown);
        }
    }

    private OffsetDateTime bookedAt() throws EventFormatException {
        String text = get("bookedAt");
        return text == null ? null : Timestamps.parse(text);
    }

    private LocalDate date(String name) throws EventFormatException {
        String text = get(name);
        return text == null ? null : LocalDate.parse(text);
    }
}

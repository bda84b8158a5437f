package io.banku.log;

import static io.banku.log.EventProperty.ACCOUNT;
import static io.banku.log.EventProperty.AMOUNT;
import static io.banku.log.EventProperty.AS_OF;
import static io.banku.log.EventProperty.BATCH;
import static io.banku.log.EventProperty.BOOKED_AT;
import static io.banku.log.EventProperty.BREAK;
import static io.banku.log.EventProperty.BY;
import static io.banku.log.EventProperty.CLOSED_ON;
import static io.banku.log.EventProperty.COUNTERPARTY;
import static io.banku.log.EventProperty.CURRENCY;
import static io.banku.log.EventProperty.DETAIL;
import static io.banku.log.EventProperty.HOLDER;
import static io.banku.log.EventProperty.LIMIT;
import static io.banku.log.EventProperty.OPENED_ON;
import static io.banku.log.EventProperty.REASON;
import static io.banku.log.EventProperty.REFERENCE;
import static io.banku.log.EventProperty.REVERSES;
import static io.banku.log.EventProperty.STATUS;
import static io.banku.log.EventProperty.TEXT;
import static io.banku.log.EventProperty.TRANSFER;

import io.banku.account.AccountStatus;
import io.banku.account.Event;
import io.banku.account.Event.AccountClosed;
import io.banku.account.Event.AccountDescribed;
import io.banku.account.Event.AccountOpened;
import io.banku.account.Event.BalanceBroughtForward;
import io.banku.account.Event.BreakAcknowledged;
import io.banku.account.Event.CommandDeclined;
import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Event.MoneyReceived;
import io.banku.account.Event.MoneySent;
import io.banku.account.Event.MoneyWithdrawn;
import io.banku.account.Event.PostingReversed;
import io.banku.account.Money;
import java.nio.charset.StandardCharsets;
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
    private final Map<String, LocalDate> dates = new HashMap<>();
    private final EventProperties properties = new EventProperties();
    private final boolean descriptions;

    /** @param descriptions whether the texts and references of postings are read */
    EventReader(boolean descriptions) {
        this.descriptions = descriptions;
    }

    /** The batch of the record last read, or null when it came from a command. */
    String batch() throws EventFormatException {
        return get(BATCH);
    }

    long recordNumber() throws EventFormatException {
        if (properties.record() < 1) {
            throw new EventFormatException("expected the property record as an integer from 1, found "
                    + (properties.record() == 0 ? properties.present() : properties.record()));
        }
        return properties.record();
    }

    /** @param account which the value most probably names: its text need not be made again */
    Event event(String type, String account, byte[] value) throws EventFormatException {
        properties.expect(ACCOUNT, account, account.getBytes(StandardCharsets.UTF_8));
        properties.read(value);
        try {
            return event(type);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw new EventFormatException(type + ": " + malformed.getMessage());
        }
    }

    private Event event(String type) throws EventFormatException {
        String account = required(ACCOUNT);
        switch (type) {
            case "MoneyDeposited":
                return new MoneyDeposited(account, money(), bookedAt(), description(TEXT), description(REFERENCE));
            case "MoneyWithdrawn":
                return new MoneyWithdrawn(account, money(), bookedAt(), description(TEXT), description(REFERENCE));
            case "MoneySent":
                return new MoneySent(
                        account,
                        money(),
                        bookedAt(),
                        description(TEXT),
                        description(TRANSFER),
                        description(COUNTERPARTY));
            case "MoneyReceived":
                return new MoneyReceived(
                        account,
                        money(),
                        bookedAt(),
                        description(TEXT),
                        description(TRANSFER),
                        description(COUNTERPARTY));
            case "PostingReversed":
                return new PostingReversed(account, money(), bookedAt(), description(TEXT), description(REVERSES));
            case "BalanceBroughtForward":
                return new BalanceBroughtForward(account, money(), LocalDate.parse(required(AS_OF)));
            case "AccountOpened":
                return new AccountOpened(account, currency(), get(HOLDER), date(OPENED_ON));
            case "AccountDescribed":
                return described(account);
            case "AccountClosed":
                return new AccountClosed(account, date(CLOSED_ON));
            case "BreakAcknowledged":
                return new BreakAcknowledged(account, required(BREAK), required(REASON), required(BY));
            case "CommandDeclined":
                return new CommandDeclined(account, get(REASON), get(DETAIL));
            default:
                throw new EventFormatException("expected an event type of this version, found " + type);
        }
    }

    private Event described(String account) throws EventFormatException {
        Money limit = get(LIMIT) == null ? null : Money.parse(get(LIMIT), currency());
        AccountStatus status = get(STATUS) == null ? null : AccountStatus.of(get(STATUS));
        return new AccountDescribed(account, get(HOLDER), limit, status);
    }

    private String get(EventProperty property) throws EventFormatException {
        return properties.get(property);
    }

    private String description(EventProperty property) throws EventFormatException {
        return descriptions ? properties.get(property) : null;
    }

    private String required(EventProperty property) throws EventFormatException {
        return properties.required(property);
    }

    private Money money() throws EventFormatException {
        return Money.parse(required(AMOUNT), currency());
    }

    private Currency currency() throws EventFormatException {
        return currencies.computeIfAbsent(required(CURRENCY), EventReader::currency);
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("expected the ISO code of a currency, found '" + code + "'", unknown);
        }
    }

    private OffsetDateTime bookedAt() throws EventFormatException {
        String text = get(BOOKED_AT);
        return text == null ? null : Timestamps.parse(text);
    }

    private LocalDate date(EventProperty property) throws EventFormatException {
        String text = get(property);
        return text == null ? null : dates.computeIfAbsent(text, LocalDate::parse);
    }
}

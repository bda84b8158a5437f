package io.banku.feed;

import static io.banku.feed.Property.Kind.CURRENCY;
import static io.banku.feed.Property.Kind.DATE;
import static io.banku.feed.Property.Kind.DATETIME;
import static io.banku.feed.Property.Kind.MONEY;
import static io.banku.feed.Property.Kind.REFERENCE;
import static io.banku.feed.Property.Kind.STATUS;
import static io.banku.feed.Property.Kind.TEXT;
import static io.banku.feed.Property.optional;
import static io.banku.feed.Property.required;

import io.banku.account.AccountStatus;
import io.banku.account.Event;
import io.banku.account.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/** The events that a record can become, and what each is made from. Values come in the order of the properties. */
enum EventType {
    ACCOUNT_OPENED(
            "AccountOpened", required("currency", CURRENCY), optional("holder", TEXT), optional("openedOn", DATE)) {
        @Override
        Event of(String account, Object[] values) {
            return new Event.AccountOpened(account, (Currency) values[0], (String) values[1], (LocalDate) values[2]);
        }
    },
    ACCOUNT_DESCRIBED(
            "AccountDescribed", optional("holder", TEXT), optional("limit", MONEY), optional("status", STATUS)) {
        @Override
        Event of(String account, Object[] values) {
            return new Event.AccountDescribed(
                    account, (String) values[0], (Money) values[1], (AccountStatus) values[2]);
        }
    },
    ACCOUNT_CLOSED("AccountClosed", optional("closedOn", DATE)) {
        @Override
        Event of(String account, Object[] values) {
            return new Event.AccountClosed(account, (LocalDate) values[0]);
        }
    },
    BALANCE_BROUGHT_FORWARD("BalanceBroughtForward", required("amount", MONEY), required("asOf", DATE)) {
        @Override
        Event of(String account, Object[] values) {
            return new Event.BalanceBroughtForward(account, (Money) values[0], (LocalDate) values[1]);
        }
    },
    MONEY_DEPOSITED(
            "MoneyDeposited",
            required("amount", MONEY),
            optional("bookedAt", DATETIME),
            optional("text", TEXT),
            optional("reference", TEXT)) {
        @Override
        Event of(String account, Object[] values) {
            return new Event.MoneyDeposited(
                    account, (Money) values[0], (OffsetDateTime) values[1], (String) values[2], (String) values[3]);
        }
    },
    MONEY_WITHDRAWN(
            "MoneyWithdrawn",
            required("amount", MONEY),
            optional("bookedAt", DATETIME),
            optional("text", TEXT),
            optional("reference", TEXT)) {
        @Override
        Event of(String account, Object[] values) {
            return new Event.MoneyWithdrawn(
                    account, (Money) values[0], (OffsetDateTime) values[1], (String) values[2], (String) values[3]);
        }
    },
    MONEY_SENT(
            "MoneySent",
            required("amount", MONEY),
            optional("bookedAt", DATETIME),
            optional("text", TEXT),
            required("transfer", REFERENCE),
            required("counterparty", REFERENCE)) {
        @Override
        Event of(String account, Object[] values) {
            return new Event.MoneySent(
                    account,
                    (Money) values[0],
                    (OffsetDateTime) values[1],
                    (String) values[2],
                    (String) values[3],
                    (String) values[4]);
        }
    },
    MONEY_RECEIVED(
            "MoneyReceived",
            required("amount", MONEY),
            optional("bookedAt", DATETIME),
            optional("text", TEXT),
            required("transfer", REFERENCE),
            required("counterparty", REFERENCE)) {
        @Override
        Event of(String account, Object[] values) {
            return new Event.MoneyReceived(
                    account,
                    (Money) values[0],
                    (OffsetDateTime) values[1],
                    (String) values[2],
                    (String) values[3],
                    (String) values[4]);
        }
    },
    POSTING_REVERSED(
            "PostingReversed",
            required("amount", MONEY),
            optional("bookedAt", DATETIME),
            optional("text", TEXT),
            required("reverses", REFERENCE)) {
        @Override
        Event of(String account, Object[] values) {
            return new Event.PostingReversed(
                    account, (Money) values[0], (OffsetDateTime) values[1], (String) values[2], (String) values[3]);
        }
    };

    private final String text;
    private final List<Property> properties;

    EventType(String text, Property... properties) {
        this.text = text;
        this.properties = List.of(properties);
    }

    abstract Event of(String account, Object[] values);

    /** As a feed names it: {@code MoneyDeposited}. */
    String text() {
        return text;
    }

    List<Property> properties() {
        return properties;
    }

    /** A posting says by its name which way the money moves: its amount, the first property, must be positive. */
    boolean namesDirection() {
        return this == MONEY_DEPOSITED || this == MONEY_WITHDRAWN || this == MONEY_SENT || this == MONEY_RECEIVED;
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(EventType::text).toList();
    }
}

package io.banku.log;

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
import io.banku.account.Event.Posting;
import io.banku.account.Event.PostingReversed;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;

/**
 * An event as the JSON object that is its record's value (shapes: {@code docs/events/}). Reuses one buffer: one thread.
 */
final class EventWriter {
    private final JsonBytes json = new JsonBytes();

    /** @param account the bytes of its account */
    byte[] value(RecordedEvent recorded, byte[] account) {
        Event event = recorded.event();
        json.open().text("account", event.account(), account);
        if (event instanceof Posting posting) {
            posting(posting);
        } else if (event instanceof AccountOpened opened) {
            json.text("currency", opened.currency().getCurrencyCode())
                    .text("holder", opened.holder())
                    .text("openedOn", text(opened.openedOn()));
        } else if (event instanceof AccountDescribed described) {
            json.text("holder", described.holder());
            described(described.limit(), described.status());
        } else if (event instanceof BalanceBroughtForward forward) {
            money("amount", forward.amount());
            json.text("asOf", text(forward.asOf()));
        } else if (event instanceof AccountClosed closed) {
            json.text("closedOn", text(closed.closedOn()));
        } else if (event instanceof BreakAcknowledged acknowledged) {
            json.text("break", acknowledged.breakOf())
                    .text("reason", acknowledged.reason())
                    .text("by", acknowledged.by());
        } else if (event instanceof CommandDeclined declined) {
            json.text("reason", declined.reason()).text("detail", declined.detail());
        }
        if (recorded.origin() instanceof FromBatch from) {
            json.text("batch", from.batch()).number("record", from.record());
        }
        return json.close();
    }

    private void posting(Posting posting) {
        money("amount", posting.amount());
        if (posting.bookedAt() != null) {
            json.text("bookedAt", Timestamps.format(posting.bookedAt()));
        }
        if (posting instanceof MoneyDeposited deposited) {
            json.text("text", deposited.text()).text("reference", deposited.reference());
        } else if (posting instanceof MoneyWithdrawn withdrawn) {
            json.text("text", withdrawn.text()).text("reference", withdrawn.reference());
        } else if (posting instanceof MoneySent sent) {
            leg(sent.text(), sent.transfer(), sent.counterparty());
        } else if (posting instanceof MoneyReceived received) {
            leg(received.text(), received.transfer(), received.counterparty());
        } else if (posting instanceof PostingReversed reversed) {
            json.text("text", reversed.text()).text("reverses", reversed.reverses());
        }
    }

    private void leg(String text, String transfer, String counterparty) {
        json.text("text", text).text("transfer", transfer).text("counterparty", counterparty);
    }

    private void described(Money limit, AccountStatus status) {
        if (limit != null) {
            money("limit", limit);
        }
        json.text("status", status == null ? null : status.text());
    }

    private void money(String name, Money money) {
        json.decimal(name, money.minor(), Money.scale(money.currency()))
                .text("currency", money.currency().getCurrencyCode());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}

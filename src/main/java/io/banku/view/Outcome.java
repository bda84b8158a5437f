package io.banku.view;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.banku.account.Event.CommandDeclined;
import io.banku.account.Money;
import io.banku.account.Origin.FromCommand;
import io.banku.account.RecordedEvent;
import java.time.Instant;
import java.util.Currency;

/**
 * What became of a command: as its event says, with the account as the view had it when the event was applied.
 *
 * @param account that the command was addressed to
 * @param event the type of the event that it became: {@code MoneyWithdrawn}, {@code CommandDeclined} …
 * @param reason the slug of an {@link io.banku.account.Decline}, or null when it was accepted
 * @param detail one sentence on the reason, or null
 * @param fingerprint of the command that was decided: one with another fingerprint was not
 * @param commandTime when the command was appended
 * @param offset of its event in the account's partition
 * @param version of the account after it, 0 for an unknown one
 * @param balance of the account after it, minor units, or null for an account without a currency
 * @param currency of the account, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(
        String account,
        String event,
        String reason,
        String detail,
        String fingerprint,
        Instant commandTime,
        long offset,
        long version,
        Long balance,
        String currency) {

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What its event says by itself; how the account stands after it is for a view to say. */
    public static Outcome inTheLog(RecordedEvent recorded, FromCommand origin, long offset) {
        CommandDeclined declined = recorded.event() instanceof CommandDeclined declining ? declining : null;
        return new Outcome(
                recorded.account(),
                recorded.event().getClass().getSimpleName(),
                declined == null ? null : declined.reason(),
                declined == null ? null : declined.detail(),
                origin.fingerprint(),
                origin.commandTime(),
                offset,
                0,
                null,
                null);
    }

    @JsonIgnore
    public boolean isAccepted() {
        return reason == null;
    }

    /** The balance after it, or null where the account has no currency. */
    @JsonIgnore
    public Money balanceAfter() {
        return currency == null ? null : new Money(balance, Currency.getInstance(currency));
    }

    /** As the view keeps it. */
    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Outcome read(String commandId, String json) {
        try {
            return JSON.readValue(json, Outcome.class);
        } catch (JsonProcessingException corrupt) {
            throw new ViewException(
                    "BNK-6011 command " + commandId + " in the view: expected its outcome, found "
                            + corrupt.getOriginalMessage(),
                    corrupt);
        }
    }
}

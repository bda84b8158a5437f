package io.banku.log;

import io.banku.account.Event;
import io.banku.account.RecordedEvent;
import java.nio.charset.StandardCharsets;

/** An event as it would be published, for people who look at a file before it is. Reuses a buffer: one thread. */
public final class EventJson {
    private final EventWriter writer = new EventWriter();

    /** {@code MoneyDeposited}. */
    public static String type(Event event) {
        return event.getClass().getSimpleName();
    }

    /** The value of its record, without the batch and record that it comes from. */
    public String data(Event event) {
        byte[] account = event.account().getBytes(StandardCharsets.UTF_8);
        return new String(writer.value(new RecordedEvent(null, event, null, null), account), StandardCharsets.UTF_8);
    }
}

package io.banku.log;

import io.banku.account.Event;
import io.banku.account.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event as it would be published, for people who look at a file before it is. Reuses a buffer: one thread. */
public final class EventJson {
    private final EventWriter writer = new EventWriter();
    private final EventRecord record = new EventRecord("as it would be");

    /**
     * A record of the topic.
     *
     * @param headers in their order, but for the time, which nobody knows before
     * @param value a JSON object
     */
    public record Published(String key, Map<String, String> headers, String value) {}

    /** The record that would be published; of its time nothing is told. */
    public Published published(RecordedEvent recorded) {
        byte[] account = recorded.account().getBytes(StandardCharsets.UTF_8);
        EventRecord sent = record.of(0, account, recorded);
        Map<String, String> headers = new LinkedHashMap<>();
        sent.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        headers.remove("ce_time");
        return new Published(recorded.account(), headers, new String(sent.value(), StandardCharsets.UTF_8));
    }

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

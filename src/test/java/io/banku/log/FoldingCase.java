package io.banku.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banku.account.Account;
import io.banku.account.Findings;
import io.banku.account.LogEntry;
import io.banku.account.Money;
import io.banku.account.Origin.FromCommand;
import io.banku.account.RecordedEvent;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Events and accounts in the form of {@code docs/events/folding/}: no headers but type and id, nothing of the origin. */
final class FoldingCase {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    private FoldingCase() {}

    /** The event as a record of the topic is read. */
    static LogEntry entry(JsonNode event) throws IOException {
        Headers headers = new RecordHeaders()
                .add("ce_specversion", Records.bytes("1.0"))
                .add("ce_id", Records.bytes(event.get("id").asText()))
                .add("ce_type", Records.bytes(event.get("type").asText()))
                .add("ce_source", Records.bytes("/feeds/daily"))
                .add("ce_time", Records.bytes("2026-11-21T22:15:02Z"))
                .add("content-type", Records.bytes("application/json"));
        JsonNode value = event.get("value");
        if (!value.has("batch")) {
            headers.add("ce_commandid", Records.bytes("c"));
            if (!event.get("type").asText().equals("MoneyReceived")) {
                headers.add("ce_fingerprint", Records.bytes("f"))
                        .add("ce_commandoffset", Records.bytes("1"))
                        .add("ce_commandtime", Records.bytes("2026-11-21T22:15:02Z"));
            }
        }
        byte[] key = Records.bytes(value.get("account").asText());
        return new EventRecords()
                .entry(new ConsumerRecord<>(
                        "banku.events",
                        3,
                        event.get("offset").asLong(),
                        0,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        key,
                        JACKSON.writeValueAsBytes(value),
                        headers,
                        Optional.empty()));
    }

    /** What a record of the topic says; an unreadable one is of a type that nobody knows. */
    static ObjectNode event(LogEntry entry) throws IOException {
        ObjectNode event = JACKSON.createObjectNode().put("offset", entry.offset());
        if (entry instanceof LogEntry.Unreadable) {
            event.put("id", "none").put("type", "Noise").putObject("value").put("account", entry.account());
            return event;
        }
        RecordedEvent recorded = ((LogEntry.Readable) entry).recorded();
        ProducerRecord<byte[], byte[]> record = Records.written(recorded);
        event.put("id", recorded.id())
                .put("type", recorded.event().getClass().getSimpleName())
                .set("value", JACKSON.readTree(record.value()));
        return event;
    }

    /** Credits of commands are legs of transfers in this form, which has no headers: others are left out. */
    static boolean isToldByItsValue(LogEntry entry) {
        return !(entry instanceof LogEntry.Readable readable
                && readable.recorded().origin() instanceof FromCommand
                && readable.recorded().event() instanceof io.banku.account.Event.MoneyReceived);
    }

    static ObjectNode document(Account account) {
        ObjectNode document = JACKSON.createObjectNode();
        document.put("status", account.profile().status().text());
        if (account.currency() != null) {
            document.put("currency", account.currency().getCurrencyCode())
                    .put("balance", amount(account.balances().balance(), account))
                    .put("mainframeBalance", amount(account.balances().mainframe(), account))
                    .put("limit", amount(account.profile().limit(), account));
        }
        if (account.profile().holder() != null) {
            document.put("holder", account.profile().holder());
        }
        document.put("breaks", (int) account.findings().breakCount());
        if (!account.findings().suspense().isEmpty()) {
            ArrayNode suspense = document.putArray("suspense");
            account.findings().suspense().stream()
                    .sorted(Comparator.comparing(waiting -> waiting.currency().getCurrencyCode()))
                    .forEach(waiting -> suspense.addObject()
                            .put("currency", waiting.currency().getCurrencyCode())
                            .put("amount", new Money(waiting.balances().balance(), waiting.currency()).amount())
                            .put("count", (int) waiting.count()));
        }
        Findings.Parked parked = account.findings().parked();
        if (parked != null) {
            document.put("parked", (int) parked.count());
        }
        return document;
    }

    private static String amount(long minor, Account account) {
        return new Money(minor, account.currency()).amount();
    }
}

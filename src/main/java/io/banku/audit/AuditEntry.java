package io.banku.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What somebody decided. It holds no value of a record: only the names of the fields that were set or shown.
 *
 * @param id of the decision, in the ledger too where it is kept there
 * @param byToken whether a token said who it was; else it is what the client said
 * @param action as the command that asks for it: {@code release}, {@code correct}, {@code excuse}, …
 * @param batch what it is about; null where it is about no batch, as the next ones
 * @param date the day of a file that is not there
 * @param fields by their COBOL names
 * @param about anything else that it is about, in words
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AuditEntry(
        String id,
        Instant at,
        String by,
        boolean byToken,
        String action,
        String reason,
        String feed,
        String batch,
        Long record,
        LocalDate date,
        List<String> fields,
        String about) {
    static final String TYPE = "OperatorDecided";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** About nothing yet: {@link #ofBatch} and its neighbours say what. */
    public static AuditEntry of(String id, String action, String by, String reason, Instant at) {
        return new AuditEntry(id, at, by, false, action, reason, null, null, null, null, null, null);
    }

    public AuditEntry ofBatch(String feed, String batch) {
        return new AuditEntry(id, at, by, byToken, action, reason, feed, batch, record, date, fields, about);
    }

    /** @param fields that were set or shown; null for none */
    public AuditEntry ofRecord(long record, List<String> fields) {
        return new AuditEntry(id, at, by, byToken, action, reason, feed, batch, record, date, fields, about);
    }

    public AuditEntry ofDay(String feed, LocalDate date) {
        return new AuditEntry(id, at, by, byToken, action, reason, feed, batch, record, date, fields, about);
    }

    public AuditEntry about(String words) {
        return new AuditEntry(id, at, by, byToken, action, reason, feed, batch, record, date, fields, words);
    }

    public AuditEntry byToken(boolean isKnown) {
        return new AuditEntry(id, at, by, isKnown, action, reason, feed, batch, record, date, fields, about);
    }

    /** The record's key: what is about one feed lies in one partition. */
    String key() {
        return feed == null ? "" : feed;
    }

    byte[] value() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The attributes of CloudEvents 1.0, as headers of its Kafka binding. */
    Map<String, String> headers() {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                id,
                "ce_type",
                TYPE,
                "ce_source",
                "/api",
                "ce_time",
                at.toString(),
                "content-type",
                "application/json");
    }

    /** @throws IOException when it is none */
    static AuditEntry read(byte[] value) throws IOException {
        AuditEntry read = value == null ? null : JSON.readValue(value, AuditEntry.class);
        if (read == null || read.id == null || read.at == null || read.by == null || read.action == null) {
            throw new IOException("expected id, at, by and action, found not all of them");
        }
        return read;
    }
}

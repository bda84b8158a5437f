package io.banku.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The ledger's records: key {@code batch/ID} with a batch's last snapshot, {@code claim/FEED} with the feed's last claim,
 * {@code decision/ID} with the last decision about a batch, {@code wish/ID} with the last one that waits for somebody else,
 * {@code four-eyes/FEED} with what takes two, {@code repair/ID/RECORD/REPAIR} with what was said about a
 * reject, {@code repaired/ID/RECORD/REPAIR} with what came of it, {@code calendar/FEED} with when the feed's files are due,
 * {@code excuse/FEED/DATE} with why one of them is not waited for, {@code
 * assigned/ARRIVAL} with whose a file is that no feed claimed. Values are JSON.
 */
public final class LedgerFormat {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private LedgerFormat() {}

    public static String key(Batch batch) {
        return "batch/" + batch.id();
    }

    public static String key(Claim claim) {
        return "claim/" + claim.feed();
    }

    public static String key(Decision decision) {
        return "decision/" + decision.batch();
    }

    public static String key(Wish wish) {
        return "wish/" + wish.batch();
    }

    static String key(FourEyes fourEyes) {
        return "four-eyes/" + fourEyes.feed();
    }

    public static String key(Repair repair) {
        return "repair/" + repair.batch() + "/" + repair.record() + "/" + repair.id();
    }

    static String key(Repaired repaired) {
        return "repaired/" + repaired.batch() + "/" + repaired.record() + "/" + repaired.repair();
    }

    static String key(Calendars calendars) {
        return "calendar/" + calendars.feed();
    }

    public static String key(Excuse excuse) {
        return "excuse/" + excuse.feed() + "/" + excuse.date();
    }

    public static String key(Assignment assignment) {
        return "assigned/" + assignment.arrival();
    }

    /** The value of any of these, or any other object of ours, as JSON. */
    public static byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As {@link #write}, to be read by people. */
    public static byte[] writeIndented(Object value) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A note of ours beside a file, if it is one. */
    static Optional<Map<String, Object>> note(byte[] value) {
        try {
            return Optional.of(JSON.readValue(value, new TypeReference<Map<String, Object>>() {}));
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    public static Optional<Batch> batch(String key, byte[] value) {
        return read(
                "batch/",
                key,
                value,
                Batch.class,
                List.of(Batch::id, Batch::feed, Batch::file, Batch::state, Batch::counts));
    }

    static Optional<Claim> claim(String key, byte[] value) {
        return read("claim/", key, value, Claim.class, List.of(Claim::feed, Claim::claim));
    }

    static Optional<Decision> decision(String key, byte[] value) {
        return read(
                "decision/", key, value, Decision.class, List.of(Decision::feed, Decision::batch, Decision::action));
    }

    static Optional<Wish> wish(String key, byte[] value) {
        return read("wish/", key, value, Wish.class, List.of(Wish::feed, Wish::batch, Wish::decision));
    }

    static Optional<FourEyes> fourEyes(String key, byte[] value) {
        return read("four-eyes/", key, value, FourEyes.class, List.of(FourEyes::feed, FourEyes::actions));
    }

    static Optional<Repair> repair(String key, byte[] value) {
        return read(
                "repair/", key, value, Repair.class, List.of(Repair::feed, Repair::batch, Repair::action, Repair::id));
    }

    static Optional<Repaired> repaired(String key, byte[] value) {
        return read(
                "repaired/",
                key,
                value,
                Repaired.class,
                List.of(Repaired::feed, Repaired::batch, Repaired::repair, Repaired::outcome));
    }

    /** One of which a calendar cannot be compiled a later version wrote. */
    static Optional<Calendars> calendars(String key, byte[] value) {
        Optional<Calendars> read =
                read("calendar/", key, value, Calendars.class, List.of(Calendars::feed, Calendars::periods));
        try {
            read.ifPresent(calendars -> new DueFiles(calendars, new Came(), Map.of()));
            return read;
        } catch (IllegalArgumentException | DateTimeException unknown) {
            throw unreadable(key, Calendars.class, unknown.getMessage(), unknown);
        }
    }

    static Optional<Excuse> excuse(String key, byte[] value) {
        return read("excuse/", key, value, Excuse.class, List.of(Excuse::feed, Excuse::date));
    }

    static Optional<Assignment> assignment(String key, byte[] value) {
        return read(
                "assigned/",
                key,
                value,
                Assignment.class,
                List.of(Assignment::id, Assignment::arrival, Assignment::file, Assignment::feed, Assignment::as));
    }

    /** Of which feed a record is that cannot be read as what it should be; nothing where not even that is said. */
    static Optional<String> feed(byte[] value) {
        try {
            return Optional.ofNullable(JSON.readTree(value).path("feed").textValue());
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    /** @param needed what each of them has */
    private static <T> Optional<T> read(
            String prefix, String key, byte[] value, Class<T> type, List<Function<T, Object>> needed) {
        if (key == null || value == null || !key.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            T read = JSON.readValue(value, type);
            if (read == null || needed.stream().anyMatch(each -> each.apply(read) == null)) {
                throw unreadable(key, type, "one that lacks what each of them has", null);
            }
            return Optional.of(read);
        } catch (IOException malformed) {
            throw unreadable(key, type, malformed.getMessage(), malformed);
        }
    }

    private static IllegalStateException unreadable(String key, Class<?> type, String found, Exception cause) {
        return new IllegalStateException(
                "BNK-4020 ledger record " + key + ": expected " + type.getSimpleName() + " as JSON, found: " + found,
                cause);
    }
}

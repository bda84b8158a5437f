package io.banku.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Optional;

/**
 * The ledger's records: key {@code batch/ID} with a batch's last snapshot, {@code claim/FEED} with the feed's last claim,
 * {@code decision/ID} with the last decision about a batch. Values are JSON.
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

    /** The value of any of the three, or any other object of ours, as JSON. */
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

    public static Optional<Batch> batch(String key, byte[] value) {
        return read("batch/", key, value, Batch.class);
    }

    static Optional<Claim> claim(String key, byte[] value) {
        return read("claim/", key, value, Claim.class);
    }

    static Optional<Decision> decision(String key, byte[] value) {
        return read("decision/", key, value, Decision.class);
    }

    private static <T> Optional<T> read(String prefix, String key, byte[] value, Class<T> type) {
        if (key == null || value == null || !key.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(value, type));
        } catch (IOException malformed) {
            throw new IllegalStateException(
                    "BNK-4020 ledger record " + key + ": expected " + type.getSimpleName() + " as JSON, found: "
                            + malformed.getMessage(),
                    malformed);
        }
    }
}

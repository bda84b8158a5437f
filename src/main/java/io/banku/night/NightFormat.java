package io.banku.night;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.banku.batch.LedgerFormat;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is written of nights, as JSON: events on {@code banku.days}, and in the ledger {@code night/NIGHT} with its feeds and {@code
 * night/NIGHT/DATE} with what somebody has said of a date.
 */
final class NightFormat {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private NightFormat() {}

    static byte[] write(Object value) {
        return LedgerFormat.write(value);
    }

    static Optional<DayEvent> event(byte[] value) {
        return read(value, DayEvent.class, List.of(DayEvent::night, DayEvent::date, DayEvent::at, DayEvent::feeds));
    }

    static Optional<NightSet> set(byte[] value) {
        return read(value, NightSet.class, List.of(NightSet::night, NightSet::from, NightSet::feeds));
    }

    static Optional<CloseWish> wish(byte[] value) {
        return read(
                value,
                CloseWish.class,
                List.of(CloseWish::night, CloseWish::date, CloseWish::without, CloseWish::reason, CloseWish::by));
    }

    /** Empty where it is none that this version can read. */
    private static <T> Optional<T> read(byte[] value, Class<T> type, List<Function<T, Object>> needed) {
        try {
            return Optional.ofNullable(JSON.readValue(value, type))
                    .filter(read -> needed.stream().allMatch(each -> each.apply(read) != null));
        } catch (IOException | NullPointerException unreadable) {
            return Optional.empty();
        }
    }
}

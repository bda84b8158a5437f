package io.banku.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.account.Account;
import io.banku.account.AccountStatus;
import io.banku.account.Balances;
import io.banku.account.Findings;
import io.banku.account.Findings.Parked;
import io.banku.account.Profile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An account ⇄ the fields of its Redis hash. Amounts are minor units as decimal integers; dates and times are ISO; breaks
 * and suspense are JSON arrays. A field that is not known is absent; one that is not known any more is empty.
 */
public final class AccountFields {
    /** Strict: an amount that is missing is not 0. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    /** What every event moves; they come in this order, and {@code apply.lua} knows them by their places. */
    static final List<String> MOVEMENTS = List.of("balance", "mainframeBalance", "version", "offset", "updatedAt");

    /** What an account may be without. */
    private static final List<String> OPTIONAL = List.of(
            "movedOn", "broughtForward", "currency", "holder", "openedOn", "parkedReason", "parkedFrom", "parkedCount");

    private AccountFields() {}

    /** The fields beside {@link #MOVEMENTS} in which {@code after} differs from {@code before}: field, value … */
    static List<String> changes(Account before, Account after) {
        if (isOnlyMoved(before, after)) {
            return List.of();
        }
        List<String> fields = new ArrayList<>(16);
        putOrClear(
                fields, "movedOn", before.balances().movedOn(), after.balances().movedOn());
        putOrClear(
                fields,
                "broughtForward",
                before.balances().broughtForward(),
                after.balances().broughtForward());
        if (after.currency() != before.currency()) {
            put(fields, "currency", after.currency());
        }
        if (after.profile() != before.profile() || before.version() == 0) {
            put(fields, after.profile());
            putOrClear(
                    fields, "holder", before.profile().holder(), after.profile().holder());
        }
        if (after.findings() != before.findings()) {
            put(fields, after.findings());
        }
        return fields;
    }

    private static boolean isOnlyMoved(Account before, Account after) {
        return after.profile() == before.profile()
                && after.findings() == before.findings()
                && after.currency() == before.currency()
                && after.balances().movedOn() == before.balances().movedOn()
                && after.balances().broughtForward() == before.balances().broughtForward()
                && before.version() != 0;
    }

    /** Every field beside {@link #MOVEMENTS}; one without a value is emptied, as another state may have filled it. */
    static List<String> whole(Account account) {
        List<String> fields = new ArrayList<>(32);
        put(fields, "movedOn", account.balances().movedOn());
        put(fields, "broughtForward", account.balances().broughtForward());
        put(fields, "currency", account.currency());
        put(fields, "holder", account.profile().holder());
        put(fields, account.profile());
        put(fields, account.findings());
        for (String name : OPTIONAL) {
            if (!fields.contains(name)) {
                fields.add(name);
                fields.add("");
            }
        }
        return fields;
    }

    /** {@link #MOVEMENTS} of the account: field, value … */
    static List<String> movements(Account account) {
        List<String> fields = new ArrayList<>(2 * MOVEMENTS.size());
        put(fields, "balance", account.balances().balance());
        put(fields, "mainframeBalance", account.balances().mainframe());
        put(fields, "version", account.version());
        put(fields, "offset", account.offset());
        put(fields, "updatedAt", account.updatedAt() == null ? "" : account.updatedAt());
        return fields;
    }

    private static void put(List<String> fields, Profile profile) {
        put(fields, "status", profile.status().text());
        put(fields, "limit", profile.limit());
        put(fields, "openedOn", profile.openedOn());
    }

    private static void put(List<String> fields, Findings findings) {
        put(fields, "breakCount", findings.breakCount());
        put(
                fields,
                "breaks",
                json(findings.breaks().stream().map(StoredBreak::of).toList()));
        put(
                fields,
                "suspense",
                json(findings.suspense().stream().map(StoredSuspense::of).toList()));
        put(fields, findings.parked());
    }

    /** Only what says that the account is parked, for an account whose other fields are not to be touched. */
    static List<String> parked(Account after) {
        List<String> fields = new ArrayList<>(6);
        put(fields, after.findings().parked());
        return fields;
    }

    /** What the fields say of being parked, where that much can be read. */
    static Optional<Parked> parked(Map<String, String> fields) {
        try {
            return isKnown(fields, "parkedReason")
                    ? Optional.of(new Parked(
                            fields.get("parkedReason"), number(fields, "parkedFrom"), number(fields, "parkedCount")))
                    : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static void put(List<String> fields, Parked parked) {
        if (parked != null) {
            put(fields, "parkedReason", parked.reason());
            put(fields, "parkedFrom", parked.from());
            put(fields, "parkedCount", parked.count());
        }
    }

    /** An opening in another currency begins at nothing again: what was known before it must not stay. */
    private static void putOrClear(List<String> fields, String name, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            put(fields, name, after == null ? "" : after);
        }
    }

    private static void put(List<String> fields, String name, Object value) {
        if (value != null) {
            fields.add(name);
            fields.add(value.toString());
        }
    }

    private static boolean isKnown(Map<String, String> fields, String name) {
        return !fields.getOrDefault(name, "").isEmpty();
    }

    /**
     * The account that the fields hold; an unknown account when there are none.
     *
     * @throws CorruptAccountException when they are not an account's; the message names the field
     */
    public static Account read(String id, Map<String, String> fields) throws CorruptAccountException {
        if (fields.isEmpty()) {
            return Account.unknown(id);
        }
        try {
            Balances balances = new Balances(
                    number(fields, "balance"),
                    number(fields, "mainframeBalance"),
                    date(fields, "broughtForward"),
                    date(fields, "movedOn"));
            Profile profile = new Profile(
                    parsed(fields, "status", AccountStatus::of),
                    isKnown(fields, "holder") ? fields.get("holder") : null,
                    number(fields, "limit"),
                    date(fields, "openedOn"));
            Currency currency = isKnown(fields, "currency") ? parsed(fields, "currency", Currency::getInstance) : null;
            Instant updatedAt = isKnown(fields, "updatedAt") ? parsed(fields, "updatedAt", Instant::parse) : null;
            long version = number(fields, "version");
            return new Account(
                    id, currency, profile, balances, findings(fields), version, number(fields, "offset"), updatedAt);
        } catch (IllegalArgumentException corrupt) {
            throw new CorruptAccountException("account " + id + " in the view: " + corrupt.getMessage());
        }
    }

    private static Findings findings(Map<String, String> fields) {
        if (!fields.containsKey("breakCount") && !isKnown(fields, "parkedReason")) {
            return Findings.NONE;
        }
        return new Findings(
                fields.containsKey("breakCount") ? number(fields, "breakCount") : 0,
                list(fields, "breaks", StoredBreak[].class)
                        .map(StoredBreak::toBreak)
                        .toList(),
                list(fields, "suspense", StoredSuspense[].class)
                        .map(StoredSuspense::toSuspense)
                        .toList(),
                parked(fields).orElse(null));
    }

    private static <T> Stream<T> list(Map<String, String> fields, String name, Class<T[]> type) {
        if (!fields.containsKey(name)) {
            return Stream.empty();
        }
        Function<String, T[]> reading = text -> array(text, type);
        return Stream.of(parsed(fields, name, reading));
    }

    private static <T> T[] array(String text, Class<T[]> type) {
        try {
            T[] elements = JSON.readValue(text, type);
            if (elements == null) {
                throw new IllegalArgumentException("expected a JSON array, found null");
            }
            return elements;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed.getOriginalMessage(), malformed);
        }
    }

    private static long number(Map<String, String> fields, String name) {
        return parsed(fields, name, Long::parseLong);
    }

    private static LocalDate date(Map<String, String> fields, String name) {
        return isKnown(fields, name) ? parsed(fields, name, LocalDate::parse) : null;
    }

    private static <T> T parsed(Map<String, String> fields, String name, Function<String, T> reading) {
        String text = fields.get(name);
        if (text == null) {
            throw new IllegalArgumentException("expected the field " + name + ", found " + fields.keySet());
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "field " + name + ": expected a value of its kind, found '" + text + "'", unreadable);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record StoredBreak(long expected, long found, String asOf, String event) {
        static StoredBreak of(Findings.Break found) {
            String asOf = found.asOf() == null ? null : found.asOf().toString();
            return new StoredBreak(found.expected(), found.found(), asOf, found.event());
        }

        Findings.Break toBreak() {
            return new Findings.Break(expected, found, asOf == null ? null : LocalDate.parse(asOf), event);
        }
    }

    private record StoredSuspense(String currency, long amount, long count, String lastEvent) {
        static StoredSuspense of(Findings.Suspense sum) {
            return new StoredSuspense(sum.currency().getCurrencyCode(), sum.amount(), sum.count(), sum.lastEvent());
        }

        Findings.Suspense toSuspense() {
            return new Findings.Suspense(Currency.getInstance(currency), amount, count, lastEvent);
        }
    }
}

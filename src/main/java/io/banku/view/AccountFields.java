package io.banku.view;

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

/**
 * An account ⇄ the fields of its Redis hash. Amounts are minor units as decimal integers; dates and times are ISO; breaks
 * and suspense are JSON arrays. A field that is not known is absent; one that is not known any more is empty.
 */
public final class AccountFields {
    /** What every event moves; they come in this order, and {@code apply.lua} knows them by their places. */
    static final List<String> MOVEMENTS = List.of("balance", "mainframeBalance", "version", "offset", "updatedAt");

    /** What an account may be without. */
    private static final List<String> OPTIONAL = List.of(
            "movedOn",
            "broughtForward",
            "moved",
            "currency",
            "holder",
            "openedOn",
            "parkedReason",
            "parkedFrom",
            "parkedCount");

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
        putOrClear(fields, "moved", moved(before), moved(after));
        if (after.currency() != before.currency()) {
            put(fields, "currency", after.currency());
        }
        if (after.profile() != before.profile() || before.version() == 0) {
            put(fields, after.profile());
            putOrClear(
                    fields, "holder", before.profile().holder(), after.profile().holder());
            putOrClear(
                    fields,
                    "openedOn",
                    before.profile().openedOn(),
                    after.profile().openedOn());
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
                && !after.balances().movedBackToNothing()
                && before.version() != 0;
    }

    /** Every field beside {@link #MOVEMENTS}; one without a value is emptied, as another state may have filled it. */
    static List<String> whole(Account account) {
        List<String> fields = new ArrayList<>(32);
        put(fields, "movedOn", account.balances().movedOn());
        put(fields, "broughtForward", account.balances().broughtForward());
        put(fields, "moved", moved(account));
        put(fields, "currency", account.currency());
        put(fields, "holder", account.profile().holder());
        put(fields, "openedOn", account.profile().openedOn());
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
    }

    /** Stored only where the amounts do not show it, as every account would have it otherwise. */
    private static String moved(Account account) {
        return account.balances().movedBackToNothing() ? "yes" : null;
    }

    private static void put(List<String> fields, Findings findings) {
        put(fields, "breakCount", findings.breakCount());
        put(fields, "breaks", StoredFindings.text(findings.breaks()));
        put(fields, "suspense", StoredFindings.sums(findings.suspense()));
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
                    date(fields, "movedOn"),
                    isKnown(fields, "moved"));
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
                list(fields, "breaks", StoredFindings::breaks),
                list(fields, "suspense", StoredFindings::suspense),
                parked(fields).orElse(null));
    }

    private static <T> List<T> list(Map<String, String> fields, String name, Function<String, List<T>> reading) {
        return fields.containsKey(name) ? parsed(fields, name, reading) : List.of();
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
}

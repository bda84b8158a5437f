package io.banku.view;

import static io.banku.view.AccountField.BALANCE;
import static io.banku.view.AccountField.BREAKS;
import static io.banku.view.AccountField.BREAK_COUNT;
import static io.banku.view.AccountField.BROUGHT_FORWARD;
import static io.banku.view.AccountField.CURRENCY;
import static io.banku.view.AccountField.HOLDER;
import static io.banku.view.AccountField.IN_MORE;
import static io.banku.view.AccountField.LIMIT;
import static io.banku.view.AccountField.LONG_HOLDER;
import static io.banku.view.AccountField.MAINFRAME_BALANCE;
import static io.banku.view.AccountField.MORE;
import static io.banku.view.AccountField.MOVED;
import static io.banku.view.AccountField.MOVED_ON;
import static io.banku.view.AccountField.MOVEMENTS;
import static io.banku.view.AccountField.OFFSET;
import static io.banku.view.AccountField.OF_BALANCES;
import static io.banku.view.AccountField.OF_FINDINGS;
import static io.banku.view.AccountField.OF_PROFILE;
import static io.banku.view.AccountField.OPENED_ON;
import static io.banku.view.AccountField.PARKED_COUNT;
import static io.banku.view.AccountField.PARKED_FROM;
import static io.banku.view.AccountField.PARKED_REASON;
import static io.banku.view.AccountField.STATUS;
import static io.banku.view.AccountField.SUSPENSE;
import static io.banku.view.AccountField.UPDATED_AT;
import static io.banku.view.AccountField.VERSION;

import io.banku.account.Account;
import io.banku.account.AccountStatus;
import io.banku.account.Balances;
import io.banku.account.Findings;
import io.banku.account.Findings.Parked;
import io.banku.account.Profile;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An account ⇄ the {@link AccountField fields} of its Redis hash and of the key with more of them. A field without a value is
 * absent; one that is written as an empty text is removed.
 */
public final class AccountFields {
    private static final Set<AccountField> ALL = EnumSet.complementOf(EnumSet.copyOf(MOVEMENTS));

    private AccountFields() {}

    /** What is to be written for {@code after} where {@code before} is stored. */
    static ViewStore.Change changes(Account before, Account after) {
        if (isOnlyMoved(before, after)) {
            return new ViewStore.Change(after.id(), after, List.of(), List.of());
        }
        Set<AccountField> fields = EnumSet.copyOf(OF_BALANCES);
        if (after.profile() != before.profile()) {
            fields.addAll(OF_PROFILE);
        }
        if (after.findings() != before.findings()) {
            fields.addAll(OF_FINDINGS);
        }
        if (before.version() == 0) { // it may not be stored at all, and some fields have to be there
            fields.addAll(ALL);
        }
        fields.removeIf(field -> before.version() == 0
                ? field.of(before) == null && field.of(after) == null
                : Objects.equals(field.of(before), field.of(after)));
        return change(after, after, fields);
    }

    private static boolean isOnlyMoved(Account before, Account after) {
        return after.profile() == before.profile()
                && after.findings() == before.findings()
                && after.currency() == before.currency()
                && after.balances().movedOn() == before.balances().movedOn()
                && after.balances().broughtForward() == before.balances().broughtForward()
                && !after.balances().movedBackToNothing()
                && !before.balances().movedBackToNothing()
                && before.version() != 0;
    }

    /** All of it: what has no value is removed, as another state may have had it. */
    static ViewStore.Change whole(Account account) {
        return change(account, account, ALL);
    }

    /** Only what says that the account is parked, for an account whose other fields are not to be touched. */
    static ViewStore.Change parked(Account after) {
        return change(after, null, EnumSet.of(PARKED_FROM, PARKED_COUNT, PARKED_REASON, MORE));
    }

    private static ViewStore.Change change(Account account, Account moved, Set<AccountField> written) {
        List<String> fields = new ArrayList<>(2 * written.size());
        List<String> more = new ArrayList<>(0);
        for (AccountField field : written) {
            List<String> of = IN_MORE.contains(field) ? more : fields;
            of.add(field.key());
            of.add(Objects.requireNonNullElse(field.of(account), ""));
        }
        return new ViewStore.Change(account.id(), moved, fields, more);
    }

    /** {@link AccountField#MOVEMENTS} of the account: field, value … */
    static List<String> movements(Account account) {
        return change(account, account, MOVEMENTS).others();
    }

    /**
     * The account that the fields hold; an unknown account when there are none.
     *
     * @param fields those of its hash, and of the key with more of them where there is one
     * @throws CorruptAccountException when they are not an account's; the message names the field
     */
    public static Account read(String id, Map<String, String> fields) throws CorruptAccountException {
        if (fields.isEmpty()) {
            return Account.unknown(id);
        }
        try {
            requireMore(fields);
            return new Account(
                    id,
                    optional(fields, CURRENCY, Currency::getInstance),
                    new Profile(
                            parsed(fields, STATUS, AccountStatus::of),
                            optional(fields, isKnown(fields, LONG_HOLDER) ? LONG_HOLDER : HOLDER, Function.identity()),
                            number(fields, LIMIT),
                            optional(fields, OPENED_ON, StoredTime::day)),
                    new Balances(
                            number(fields, BALANCE),
                            number(fields, MAINFRAME_BALANCE),
                            optional(fields, BROUGHT_FORWARD, StoredTime::day),
                            optional(fields, MOVED_ON, StoredTime::day),
                            isKnown(fields, MOVED)),
                    findings(fields),
                    number(fields, VERSION),
                    number(fields, OFFSET),
                    optional(fields, UPDATED_AT, StoredTime::time));
        } catch (IllegalArgumentException corrupt) {
            throw new CorruptAccountException("account " + id + " in the view: " + corrupt.getMessage());
        }
    }

    /** Somebody may have removed the key with more fields, or have put it there. */
    private static void requireMore(Map<String, String> fields) {
        if (isKnown(fields, MORE) && IN_MORE.stream().noneMatch(field -> isKnown(fields, field))) {
            throw new IllegalArgumentException(
                    "expected one of " + IN_MORE + " in the key that " + MORE + " tells of, found none");
        }
    }

    private static Findings findings(Map<String, String> fields) {
        if (!isKnown(fields, MORE) && !isKnown(fields, BREAK_COUNT) && !isKnown(fields, PARKED_FROM)) {
            return Findings.NONE;
        }
        boolean broken = isKnown(fields, BREAK_COUNT);
        return new Findings(
                broken ? number(fields, BREAK_COUNT) : 0,
                broken ? parsed(fields, BREAKS, StoredFindings::breaks) : List.of(),
                isKnown(fields, SUSPENSE) ? parsed(fields, SUSPENSE, StoredFindings::suspense) : List.of(),
                isKnown(fields, PARKED_FROM) ? parkedIn(fields) : null);
    }

    /** What the fields say of being parked, where that much can be read. */
    private static Optional<Parked> parked(Map<String, String> fields) {
        try {
            return isKnown(fields, PARKED_REASON) ? Optional.of(parkedIn(fields)) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * What stands for an account that cannot be read: parked, for the reason that its fields say where that much can be read.
     *
     * @param from offset of the first event that is not applied, if nothing is said
     */
    static Account unreadable(String id, Map<String, String> fields, CorruptAccountException why, long from) {
        Parked parked = parked(fields).orElseGet(() -> new Parked("BNK-6010 " + why.getMessage(), from, 0));
        Account unknown = Account.unknown(id);
        return new Account(
                id,
                null,
                unknown.profile(),
                unknown.balances(),
                new Findings(0, List.of(), List.of(), parked),
                0,
                -1,
                null);
    }

    private static Parked parkedIn(Map<String, String> fields) {
        return new Parked(
                parsed(fields, PARKED_REASON, Function.identity()),
                number(fields, PARKED_FROM),
                number(fields, PARKED_COUNT));
    }

    private static boolean isKnown(Map<String, String> fields, AccountField field) {
        return !fields.getOrDefault(field.key(), "").isEmpty();
    }

    private static long number(Map<String, String> fields, AccountField field) {
        return parsed(fields, field, Long::parseLong);
    }

    private static <T> T optional(Map<String, String> fields, AccountField field, Function<String, T> reading) {
        return isKnown(fields, field) ? parsed(fields, field, reading) : null;
    }

    private static <T> T parsed(Map<String, String> fields, AccountField field, Function<String, T> reading) {
        String text = fields.get(field.key());
        if (text == null) {
            throw new IllegalArgumentException("expected the field " + field + ", found " + fields.keySet());
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "field " + field + ": expected a value of its kind, found '" + text + "'", unreadable);
        }
    }
}

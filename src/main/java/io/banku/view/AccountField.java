package io.banku.view;

import io.banku.account.Account;
import io.banku.account.Findings;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of an account in Redis. Their keys are short because every account has them: with these, and numbers in place of
 * texts, an account takes 218 bytes and not 347. What is long or rare lies in a key of its own ({@link ViewKeys#more}), so
 * that the hash of the account keeps its compact form, which Redis gives up at a value of more than 64 bytes.
 */
enum AccountField {
    /** Minor units, as all amounts. */
    BALANCE("b", account -> Long.toString(account.balances().balance())),
    MAINFRAME_BALANCE("m", account -> Long.toString(account.balances().mainframe())),
    VERSION("v", account -> Long.toString(account.version())),
    OFFSET("o", account -> Long.toString(account.offset())),
    /** Nanoseconds since 1970. */
    UPDATED_AT("t", account -> account.updatedAt() == null ? "" : StoredTime.text(account.updatedAt())),

    /** Days are {@code 20261121}. */
    MOVED_ON("d", account -> day(account.balances().movedOn())),
    BROUGHT_FORWARD("f", account -> day(account.balances().broughtForward())),
    /** 1 where nothing is on the account, but was; a balance shows it by itself. */
    MOVED("z", account -> account.balances().movedBackToNothing() ? "1" : null),
    CURRENCY(
            "c",
            account -> account.currency() == null ? null : account.currency().getCurrencyCode()),

    STATUS("s", account -> account.profile().status().text()),
    LIMIT("l", account -> Long.toString(account.profile().limit())),
    HOLDER("h", account -> hasLongHolder(account) ? null : account.profile().holder()),
    OPENED_ON("n", account -> day(account.profile().openedOn())),

    BREAK_COUNT("k", account -> count(account.findings().breakCount())),
    PARKED_FROM(
            "p", account -> account.isParked() ? Long.toString(parked(account).from()) : null),
    PARKED_COUNT(
            "q", account -> account.isParked() ? Long.toString(parked(account).count()) : null),
    /** 1 where there is a key with the fields below. */
    MORE("more", account -> hasMore(account) ? "1" : null),

    LONG_HOLDER("holder", account -> hasLongHolder(account) ? account.profile().holder() : null),
    BREAKS("breaks", account -> StoredFindings.text(account.findings().breaks())),
    OPEN_BREAKS("openBreaks", account -> count(account.findings().openBreaks())),
    SUSPENSE("suspense", account -> StoredFindings.sums(account.findings().suspense())),
    PARKED_REASON(
            "parkedReason", account -> account.isParked() ? parked(account).reason() : null);

    /** What every event moves; they come in this order, and {@code apply.lua} knows them by their places. */
    static final Set<AccountField> MOVEMENTS = EnumSet.range(BALANCE, UPDATED_AT);

    /** What follows from the balances, where an event did more than to move them. */
    static final Set<AccountField> OF_BALANCES = EnumSet.range(MOVED_ON, CURRENCY);

    static final Set<AccountField> OF_PROFILE = EnumSet.of(STATUS, LIMIT, HOLDER, OPENED_ON, LONG_HOLDER, MORE);

    static final Set<AccountField> OF_FINDINGS =
            EnumSet.of(BREAK_COUNT, PARKED_FROM, PARKED_COUNT, MORE, BREAKS, OPEN_BREAKS, SUSPENSE, PARKED_REASON);

    /** Those in the key of its own. */
    static final Set<AccountField> IN_MORE = EnumSet.range(LONG_HOLDER, PARKED_REASON);

    /** The longest value, in bytes, that a hash in the compact form may have as Redis is set up by itself. */
    static final int LONGEST_SHORT = 64;

    private final String key;
    private final Function<Account, String> text;

    AccountField(String key, Function<Account, String> text) {
        this.key = key;
        this.text = text;
    }

    String key() {
        return key;
    }

    /** Its value; null where the account has none. */
    String of(Account account) {
        return text.apply(account);
    }

    /** For people: {@code b (balance)}. */
    @Override
    public String toString() {
        return key.length() > 1
                ? key
                : key + " (" + name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }

    private static String day(LocalDate day) {
        return day == null ? null : StoredTime.text(day);
    }

    private static String count(long count) {
        return count == 0 ? null : Long.toString(count);
    }

    private static Findings.Parked parked(Account account) {
        return account.findings().parked();
    }

    private static boolean hasLongHolder(Account account) {
        String holder = account.profile().holder();
        return holder != null && holder.getBytes(StandardCharsets.UTF_8).length > LONGEST_SHORT;
    }

    private static boolean hasMore(Account account) {
        return IN_MORE.stream().anyMatch(field -> field.of(account) != null);
    }
}

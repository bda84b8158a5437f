package io.banku.view;

import io.banku.account.Account;
import io.banku.account.Balances;
import io.banku.account.Findings;
import io.banku.account.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;

/**
 * Accounts in rows: what each event moves as numbers, so that a collection of the heap finds nothing new there, the rest as
 * the objects that it seldom changes. Whoever asks for an account gets a new object. One thread.
 */
final class AccountRows {
    private static final long NANOS = 1_000_000_000;

    private static final int WIDTH = 11;

    /** More do not fit an array. */
    static final int MOST = Integer.MAX_VALUE / (2 * WIDTH);

    private static final int BALANCE = 0;
    private static final int MAINFRAME = 1;
    private static final int VERSION = 2;
    private static final int OFFSET = 3;
    /** Nanoseconds since 1970. */
    private static final int UPDATED_AT = 4;
    /** Days since 1970. */
    private static final int BROUGHT_FORWARD = 5;

    private static final int MOVED_ON = 6;
    private static final int MOVED = 7;
    /** As in {@link PackedId}; zeros where it cannot be packed. */
    private static final int ID = 8;

    /** Where there is no such day or time. */
    private static final long NONE = Long.MIN_VALUE;

    private long[] numbers = {};
    private String[] ids = {};
    private Currency[] currencies = {};
    private Profile[] profiles = {};
    private Findings[] findings = {};
    private Instant latestTime = Instant.EPOCH;
    private LocalDate latestBroughtForward = LocalDate.EPOCH;
    private LocalDate latestMovedOn = LocalDate.EPOCH;

    int size() {
        return ids.length;
    }

    /** What is in them stays. */
    void resize(int size) {
        numbers = Arrays.copyOf(numbers, size * WIDTH);
        ids = Arrays.copyOf(ids, size);
        currencies = Arrays.copyOf(currencies, size);
        profiles = Arrays.copyOf(profiles, size);
        findings = Arrays.copyOf(findings, size);
    }

    /** Whose row it is; null of one that is free. */
    String id(int row) {
        return ids[row];
    }

    /** Whether it is the row of an account: a text that lies elsewhere in memory is looked at only where it has to be. */
    boolean isOf(PackedId id, int row) {
        int at = row * WIDTH + ID;
        return numbers[at] == id.first()
                && numbers[at + 1] == id.second()
                && numbers[at + 2] == id.third()
                && (id.isPacked() || id.text().equals(ids[row]));
    }

    /** What {@link #take} was given. */
    PackedId packed(int row) {
        int at = row * WIDTH + ID;
        return new PackedId(ids[row], numbers[at], numbers[at + 1], numbers[at + 2]);
    }

    void free(int row) {
        ids[row] = null;
        currencies[row] = null;
        profiles[row] = null;
        findings[row] = null;
    }

    /** Whether numbers can say what they have to say of it. */
    static boolean fit(Account account) {
        Instant time = account.updatedAt();
        return time == null || Math.abs(time.getEpochSecond()) < Long.MAX_VALUE / NANOS;
    }

    /** What it takes of memory, in accounts: each break, and each currency in suspense, as much as an account. 0 of a free row. */
    int weight(int row) {
        Findings found = findings[row];
        return found == null ? 0 : 1 + found.breaks().size() + found.suspense().size();
    }

    /** Makes a free row that of an account. */
    void take(int row, PackedId id) {
        ids[row] = id.text();
        int at = row * WIDTH + ID;
        numbers[at] = id.first();
        numbers[at + 1] = id.second();
        numbers[at + 2] = id.third();
    }

    /** As it is now. */
    void put(int row, Account account) {
        Balances balances = account.balances();
        int at = row * WIDTH;
        numbers[at + BALANCE] = balances.balance();
        numbers[at + MAINFRAME] = balances.mainframe();
        numbers[at + VERSION] = account.version();
        numbers[at + OFFSET] = account.offset();
        numbers[at + UPDATED_AT] = number(account.updatedAt());
        numbers[at + BROUGHT_FORWARD] = number(balances.broughtForward());
        numbers[at + MOVED_ON] = number(balances.movedOn());
        numbers[at + MOVED] = balances.moved() ? 1 : 0;
        // a reference that is written makes work for the next collection
        if (currencies[row] != account.currency()) {
            currencies[row] = account.currency();
        }
        if (profiles[row] != account.profile()) {
            profiles[row] = account.profile();
        }
        if (findings[row] != account.findings()) {
            findings[row] = account.findings();
        }
    }

    /** @param id its id, where the caller has it: the row's own text need not be looked at */
    Account account(int row, String id) {
        int at = row * WIDTH;
        latestTime = time(numbers[at + UPDATED_AT], latestTime);
        latestBroughtForward = day(numbers[at + BROUGHT_FORWARD], latestBroughtForward);
        latestMovedOn = day(numbers[at + MOVED_ON], latestMovedOn);
        Balances balances = new Balances(
                numbers[at + BALANCE],
                numbers[at + MAINFRAME],
                latestBroughtForward,
                latestMovedOn,
                numbers[at + MOVED] != 0);
        return new Account(
                id,
                currencies[row],
                profiles[row],
                balances,
                findings[row],
                numbers[at + VERSION],
                numbers[at + OFFSET],
                latestTime);
    }

    private static long number(Instant time) {
        return time == null ? NONE : time.getEpochSecond() * NANOS + time.getNano();
    }

    private static long number(LocalDate day) {
        return day == null ? NONE : day.toEpochDay();
    }

    /** @param before what most probably is the same */
    private static Instant time(long number, Instant before) {
        if (number == NONE) {
            return null;
        }
        long second = Math.floorDiv(number, NANOS);
        long nanos = Math.floorMod(number, NANOS);
        return before != null && before.getEpochSecond() == second && before.getNano() == nanos
                ? before
                : Instant.ofEpochSecond(second, nanos);
    }

    private static LocalDate day(long number, LocalDate before) {
        if (number == NONE) {
            return null;
        }
        return before != null && before.toEpochDay() == number ? before : LocalDate.ofEpochDay(number);
    }
}

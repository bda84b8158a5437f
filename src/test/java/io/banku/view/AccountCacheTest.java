package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Account;
import io.banku.account.Balances;
import io.banku.account.Findings;
import io.banku.account.Findings.Break;
import io.banku.account.Money;
import io.banku.account.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of accounts is what was put there, whatever they are called and however often room is made. */
class AccountCacheTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String[] ALIKE = {
        "A",
        "B",
        "Aa",
        "BB",
        "AaAa",
        "BBBB",
        "AaBB",
        "12345678",
        "123456789",
        "1234567812345678",
        "12345678123456789",
        "123456781234567812345678",
        "1234567812345678123456781",
        "Ł",
        "A\u0000",
        "A\u0000B",
        "?",
        "\ud800",
        "ABCDEFGH?",
        "ABCDEFGH\udfff",
        "\u0000",
        "ä",
        "ÄÖÜ-1",
        "x".repeat(64)
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 1500, 5000})
    void whatIsFoundIsWhatWasPutThereLast(int limit) {
        Random random = new Random(limit);
        AccountCache cache = new AccountCache(limit);
        Map<String, Account> put = new HashMap<>();
        long position = 0;
        for (int round = 0; round < 120; round++) {
            cache.beginSlice();
            List<Line> lines = new ArrayList<>();
            Map<String, Account> ofRound = new HashMap<>();
            for (int i = random.nextInt(100); i >= 0; i--) {
                String id = id(random);
                if (!ofRound.containsKey(id)) {
                    Account account = account(id, random, random.nextInt(9) == 0 ? position + 1_000 : position);
                    ofRound.put(id, account);
                    lines.add(line(cache, account));
                }
            }
            position++;
            cache.reached(Span.of(position - 1, position), lines);
            put.putAll(ofRound);
            for (Account account : ofRound.values()) {
                boolean isAhead = account.offset() >= position;
                assertThat(isAhead && cache.row(account.id()) >= 0).isFalse();
            }
            int found = 0;
            for (Account account : put.values()) {
                int row = cache.row(account.id());
                if (row >= 0) {
                    found++;
                    assertThat(cache.begin(row, account.id()).after()).isEqualTo(account);
                }
            }
            assertThat(found).isLessThanOrEqualTo(limit);
        }
    }

    @Test
    void allAreKeptWhileThereIsRoom() {
        AccountCache cache = new AccountCache(20_000);
        Random random = new Random(1);
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            accounts.add(account(String.format("%020d", i), random, 0));
        }
        cache.beginSlice();
        cache.reached(
                Span.of(0, 1),
                accounts.stream().map(account -> line(cache, account)).toList());

        for (Account account : accounts) {
            int row = cache.row(account.id());
            assertThat(cache.begin(row, account.id()).after()).isEqualTo(account);
        }
        assertThat(cache.row("another")).isNegative();
    }

    @Test
    void whoHasManyBreaksCountsAsMany() {
        AccountCache cache = new AccountCache(100);
        Money amount = new Money(1, EUR);
        Break wrong = new Break(amount, amount, LocalDate.EPOCH, "event", null, null, null);
        Findings many = new Findings(9, Collections.nCopies(9, wrong), List.of(), null);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Account account =
                    new Account("id-" + i, EUR, unopened(), balances(new Random(i)), many, 1, i, Instant.EPOCH);
            cache.beginSlice();
            cache.reached(Span.of(i, i + 1), List.of(line(cache, account)));
            ids.add(account.id());
        }

        assertThat(ids.stream().filter(id -> cache.row(id) >= 0)).containsExactlyElementsOf(ids.subList(490, 500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%08d", "%010d", "ACC-%012d", "%020d", "%024d", "DE%020d"})
    void idsThatFollowEachOtherDoNotCrowd(String form) {
        int[] homes = new int[1 << 15];
        for (int i = 0; i < 1 << 14; i++) {
            homes[AccountCache.home(PackedId.of(String.format(form, i)).hash(), homes.length)]++;
        }

        assertThat(Arrays.stream(homes).max().orElseThrow()).isLessThanOrEqualTo(16);
    }

    @Test
    void aTimeThatANumberCannotSayIsNotRemembered() {
        AccountCache cache = new AccountCache(10);
        Account far = new Account(
                "far",
                EUR,
                unopened(),
                balances(new Random(1)),
                Findings.NONE,
                1,
                0,
                Instant.parse("2300-01-01T00:00:00Z"));
        cache.beginSlice();
        cache.reached(Span.of(0, 1), List.of(line(cache, far)));

        assertThat(cache.row("far")).isNegative();
    }

    @Test
    void aLineIsThatOfItsOwnSlice() {
        AccountCache cache = new AccountCache(10);
        cache.beginSlice();
        cache.reached(Span.of(0, 1), List.of(line(cache, account("one", new Random(1), 0))));
        cache.beginSlice();
        int row = cache.row("one");
        assertThat(cache.line(row)).isNegative();

        cache.line(row, 5);

        assertThat(cache.line(row)).isEqualTo(5);
        cache.beginSlice();
        assertThat(cache.line(row)).isNegative();
    }

    /** As a slice makes it: begun in its row, or read and then folded. */
    private static Line line(AccountCache cache, Account account) {
        int row = cache.row(account.id());
        Line begun = row < 0 ? null : cache.begin(row, account.id());
        return begun == null ? new Line(account, -1, null) : new Line(account, begun.row(), begun.inRow());
    }

    private static String id(Random random) {
        return random.nextBoolean()
                ? ALIKE[random.nextInt(ALIKE.length)]
                : String.format("%010d", random.nextInt(6000));
    }

    private static Account account(String id, Random random, long offset) {
        return new Account(
                new String(id.toCharArray()),
                random.nextBoolean() ? EUR : null,
                unopened(),
                balances(random),
                random.nextInt(5) == 0 ? new Findings(1, List.of(), List.of(), null) : Findings.NONE,
                random.nextLong(),
                offset,
                random.nextInt(7) == 0 ? null : Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)));
    }

    private static Balances balances(Random random) {
        return new Balances(
                random.nextInt(3) - 1L,
                random.nextLong(),
                random.nextBoolean() ? null : LocalDate.ofEpochDay(random.nextInt()),
                random.nextBoolean() ? null : LocalDate.MAX,
                random.nextBoolean());
    }

    private static Profile unopened() {
        return Account.unknown("any").profile();
    }
}

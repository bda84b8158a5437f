package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Account;
import io.banku.view.AccountPages.Found;
import io.banku.view.AccountPages.Page;
import io.banku.view.AccountPages.Place;
import io.banku.view.AccountPages.Wanted;
import io.lettuce.core.ScriptOutputType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of the accounts in a real Redis. */
@ExtendWith(LocalRedis.class)
class AccountPagesTest {
    private static final Wanted ALL = new Wanted("", account -> true);

    private final LocalRedis.Server redis;
    private final RedisView view;
    private final AccountPages pages;

    AccountPagesTest(LocalRedis.Server redis) {
        this.redis = redis;
        this.view = RedisView.connect(redis.uri());
        this.pages = view.accounts();
    }

    @BeforeEach
    void nothingElse() {
        redis.commands().flushall();
    }

    @AfterEach
    void nothingIsLeft() {
        redis.commands().flushall();
        view.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 500})
    void everyAccountComesOnceOnPagesOfTheLimitAtMost(int limit) {
        accounts(3, 150);
        accounts(11, 150);

        List<Page> all = all(ALL, limit);

        assertThat(all).allSatisfy(page -> assertThat(page.accounts()).hasSizeLessThanOrEqualTo(limit));
        assertThat(ids(all)).hasSize(300).doesNotHaveDuplicates().contains("3:a1", "11:a150");
    }

    @Test
    void whatIsThereAllTheTimeComesThoughOthersAreOpenedMeanwhile() {
        accounts(3, 1_000);
        List<Page> all = new ArrayList<>();
        Page page = pages.page(ALL, null, 20).orElseThrow();
        for (int i = 0; page.next() != null; i++) {
            all.add(page);
            open(3, "late-" + i + "-", 200);
            page = pages.page(ALL, page.next(), 100).orElseThrow();
        }
        all.add(page);

        assertThat(ids(all))
                .contains(Stream.iterate(1, i -> i + 1)
                        .limit(1_000)
                        .map(i -> "3:a" + i)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "[a]", "?", "\\", "a b", "^", "é", "{3}"})
    void aPrefixIsTakenLiterally(String prefix) {
        accounts(3, 50);
        open(3, prefix, 2);

        assertThat(ids(all(new Wanted(prefix, account -> true), 50)))
                .containsExactlyInAnyOrder("3:" + prefix + "1", "3:" + prefix + "2");
    }

    @Test
    void aPageEndsAlsoWhereLittleIsFound() {
        accounts(3, 12_000);
        Wanted none = new Wanted("", account -> false);

        Page page = pages.page(none, null, 50).orElseThrow();

        assertThat(page.accounts()).isEmpty();
        assertThat(page.next()).isNotNull();
        assertThat(all(none, 50)).hasSizeLessThan(5);
    }

    @Test
    void anAccountThatCannotBeReadIsShownAsParked() {
        redis.commands().hset(ViewKeys.account(3, "broken"), "b", "x");

        assertThat(pages.page(ALL, null, 50).orElseThrow().accounts())
                .extracting(Found::account)
                .singleElement()
                .extracting(account -> account.findings().parked().reason())
                .asString()
                .startsWith("BNK-6010 ");
    }

    @Test
    void theOrderOfAnotherServerIsNone() {
        accounts(3, 100);
        Place next = pages.page(ALL, null, 10).orElseThrow().next();

        assertThat(pages.page(ALL, new Place("another", next.scan(), next.left()), 10))
                .isEmpty();
    }

    private List<Page> all(Wanted wanted, int limit) {
        List<Page> all = new ArrayList<>();
        Place next = null;
        do {
            all.add(pages.page(wanted, next, limit).orElseThrow());
            next = all.get(all.size() - 1).next();
        } while (next != null);
        return all;
    }

    private static List<String> ids(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> page.accounts().stream())
                .map(found -> found.partition() + ":" + found.account().id())
                .toList();
    }

    private void accounts(int partition, int count) {
        open(partition, "a", count);
    }

    private void open(int partition, String prefix, int count) {
        List<String> fields = AccountFields.whole(Account.unknown("a")).fields();
        List<String> arguments = new ArrayList<>(List.of(ViewKeys.account(partition, prefix), Integer.toString(count)));
        arguments.addAll(fields);
        redis.commands()
                .eval(
                        "for i = 1, ARGV[2] do redis.call('HSET', ARGV[1] .. i, unpack(ARGV, 3)) end",
                        ScriptOutputType.STATUS,
                        new String[0],
                        arguments.toArray(String[]::new));
    }
}

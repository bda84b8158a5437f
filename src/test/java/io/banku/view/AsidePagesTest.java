package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.AccountStatus;
import io.banku.account.Event;
import io.banku.account.Event.BalanceBroughtForward;
import io.banku.account.Event.MoneyDeposited;
import io.banku.account.LogEntry;
import io.banku.account.LogEntry.Readable;
import io.banku.account.LogEntry.Unreadable;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import io.banku.view.AccountPages.Wanted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept aside of accounts, listed by the projection in a real Redis. */
@ExtendWith(LocalRedis.class)
class AsidePagesTest {
    private static final int PARTITIONS = 12;
    private static final Wanted ALL = new Wanted("", account -> true);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final LocalRedis.Server redis;
    private final RedisView view;
    private final AsidePages pages;
    private final Projection projection;

    AsidePagesTest(LocalRedis.Server redis) {
        this.redis = redis;
        this.view = RedisView.connect(redis.uri());
        this.pages = view.aside();
        this.projection = new Projection(view, "cluster/topic", PARTITIONS, 1_000);
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

    @Test
    void anAccountIsListedUnderWhatIsKeptAsideOfItAndUnderNothingElse() {
        apply(
                3,
                deposited("plain", "1.00", "EUR"),
                deposited("foreign", "1.00", "EUR"),
                deposited("foreign", "2.00", "USD"),
                brought("broken", "5.00"),
                brought("broken", "6.00"),
                new Unreadable("parked", 5, "expected JSON, found '{'"));

        assertThat(ids(Aside.SUSPENSE, ALL, 50)).containsExactly("3:foreign");
        assertThat(ids(Aside.BREAKS, ALL, 50)).containsExactly("3:broken");
        assertThat(ids(Aside.PARKED, ALL, 50)).containsExactly("3:parked");
    }

    @Test
    void anAccountThatIsRepairedIsListedNoMore() {
        apply(3, deposited("a", "0.00", "EUR"), deposited("a", "2.00", "USD"));
        assertThat(ids(Aside.SUSPENSE, ALL, 50)).containsExactly("3:a");

        applyFrom(2, 3, new Event.AccountOpened("a", Currency.getInstance("USD"), null, DAY));

        assertThat(ids(Aside.SUSPENSE, ALL, 50)).isEmpty();
        assertThat(redis.commands().exists(ViewKeys.aside(3, Aside.SUSPENSE))).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 500})
    void everyAccountComesOnceByPartitionAndIdOnPagesOfTheLimitAtMost(int limit) {
        park(11, "a", 7);
        park(3, "a", 7);

        assertThat(ids(Aside.PARKED, ALL, limit))
                .containsExactlyElementsOf(IntStream.of(3, 11)
                        .boxed()
                        .flatMap(partition -> IntStream.range(0, 7).mapToObj(i -> partition + ":a" + i))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "[", "(", "\\", "a b", "é", "😀", "{3}", "+"})
    void aPrefixIsTakenLiterally(String prefix) {
        park(3, "a", 3);
        park(4, prefix, 2);
        park(5, "z", 3);

        assertThat(ids(Aside.PARKED, new Wanted(prefix, account -> true), 1))
                .containsExactly("4:" + prefix + "0", "4:" + prefix + "1");
    }

    @Test
    void othersAreLeftOutThatAreNotWanted() {
        park(3, "a", 9);

        assertThat(ids(Aside.PARKED, new Wanted("", account -> account.profile().status() == AccountStatus.OPEN), 2))
                .isEmpty();
    }

    @Test
    void aSlotThatIsRebuiltListsNothingUntilItsEventsSaySoAgain() {
        park(3, "a", 2);
        Rebuild rebuild = view.rebuild();
        rebuild.begin(3, rebuild.state(3), "cluster/topic", Instant.EPOCH, 2);
        while (!rebuild.empty(3)) {
            continue;
        }

        assertThat(ids(Aside.PARKED, ALL, 50)).isEmpty();
        projection.forget(3);
        park(3, "a", 2);

        assertThat(ids(Aside.PARKED, ALL, 50)).containsExactly("3:a0", "3:a1");
    }

    private List<String> ids(Aside what, Wanted wanted, int limit) {
        List<String> ids = new ArrayList<>();
        AsidePages.Place place = AsidePages.Place.BEGIN;
        while (place != null) {
            AsidePages.Page page = pages.page(what, wanted, place, PARTITIONS, limit);
            assertThat(page.accounts()).hasSizeLessThanOrEqualTo(limit);
            page.accounts()
                    .forEach(found ->
                            ids.add(found.partition() + ":" + found.account().id()));
            place = page.next();
        }
        return ids;
    }

    private void park(int partition, String prefix, int count) {
        apply(
                partition,
                IntStream.range(0, count)
                        .mapToObj(i -> new Unreadable(prefix + i, i, "expected JSON, found '{'"))
                        .toArray());
    }

    private void apply(int partition, Object... entries) {
        applyFrom(0, partition, entries);
    }

    private void applyFrom(long from, int partition, Object... entries) {
        List<LogEntry> log = new ArrayList<>();
        for (Object entry : entries) {
            long offset = from + log.size();
            log.add(
                    entry instanceof Event event
                            ? new Readable(
                                    new RecordedEvent(
                                            "b/1/" + offset, event, new FromBatch("f", "b", 1), Instant.EPOCH),
                                    offset)
                            : (LogEntry) entry);
        }
        long next = from + log.size();
        assertThat(projection.apply(partition, Span.of(from, next), log.iterator(), new Tally()))
                .isEqualTo(next);
    }

    private static Event deposited(String account, String amount, String currency) {
        return new MoneyDeposited(account, Money.parse(amount, Currency.getInstance(currency)), null, null, null);
    }

    private static Event brought(String account, String amount) {
        return new BalanceBroughtForward(account, Money.parse(amount, Currency.getInstance("EUR")), DAY);
    }
}

package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.account.Account;
import io.banku.account.Balances;
import io.banku.account.Event;
import io.banku.account.Event.AccountOpened;
import io.banku.account.Event.BalanceBroughtForward;
import io.banku.account.Fold;
import io.banku.account.LogEntry;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import io.lettuce.core.RedisCommandExecutionException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The view's two scripts and its refusals, against a real Redis. */
@ExtendWith(LocalRedis.class)
class RedisViewTest {
    private static final String LOG = "cluster/topic";

    private final LocalRedis.Server redis;
    private final RedisView view;

    RedisViewTest(LocalRedis.Server redis) {
        this.redis = redis;
        this.view = RedisView.connect(redis.uri());
    }

    @BeforeEach
    void anEmptyView() {
        redis.commands().flushall();
    }

    @AfterEach
    void nothingIsLeft() {
        redis.commands().configSet("maxmemory-policy", "noeviction");
        redis.commands().flushall();
        view.close();
    }

    @Test
    void anEmptyViewStandsAtTheBeginning() {
        assertThat(view.position(7)).isZero();
        assertThat(view.read(7, List.of("4711"))).isEqualTo(new ViewStore.Slot(0, null, "", Map.of("4711", Map.of())));
    }

    @Test
    void whatIsAppliedIsReadTogetherWithItsPosition() {
        view.apply(7, step(0, 12), List.of(change("4711", "b", "12500", "o", "11")));

        assertThat(view.read(7, List.of("4711", "4712")))
                .isEqualTo(new ViewStore.Slot(
                        12, null, "", Map.of("4711", Map.of("b", "12500", "o", "11"), "4712", Map.of())));
        assertThat(view.position(6)).as("another partition").isZero();
    }

    @Test
    void aSlotSaysOfWhichLogItIs() {
        view.apply(7, step(0, 12), List.of());

        assertThat(redis.commands().hgetall("banku:{7}:position"))
                .isEqualTo(Map.of(
                        "position",
                        "12",
                        "logId",
                        LOG,
                        "partitions",
                        "12",
                        "projection",
                        RedisView.PROJECTION_VERSION,
                        "epoch",
                        "",
                        "torn",
                        "",
                        "tornEpoch",
                        "",
                        "tornBy",
                        ""));
    }

    @Test
    void nothingButWholeAccountsIsWrittenOverATornView() {
        view.apply(7, step(0, 12), List.of(change("4711", "b", "12500", "o", "11")));
        SlotState.Ahead ahead = new SlotState.Ahead(20, 3);
        redis.commands().hset("banku:{7}:position", Map.of("torn", "20", "tornEpoch", "3", "tornBy", "a"));
        List<ViewStore.Change> changes = List.of(change("4711", "b", "1", "o", "13"));

        assertThat(view.read(7, List.of()).ahead()).isEqualTo(ahead);
        assertThat(view.apply(7, step(12, 14), changes)).isEqualTo(new ViewStore.Applied(ViewStore.Result.TORN, 12));
        assertThat(redis.commands().hget("banku:{7}:account:4711", "b")).isEqualTo("12500");

        view.apply(7, over(ahead, "a", Span.of(12, 14).knowing(ahead)), changes);
        ViewStore.Slot after = view.read(7, List.of());
        assertThat(after.ahead()).as("the torn apply was on its way to 20").isEqualTo(ahead);
        view.apply(7, over(ahead, after.tornBy(), Span.of(14, 20).knowing(ahead)), changes);
        assertThat(view.read(7, List.of()).ahead()).isNull();
    }

    /** What was made of accounts that stood ahead is not so of others. */
    @Test
    void whatWasReadOfATornViewIsNotWrittenOverAnother() {
        SlotState.Ahead ahead = new SlotState.Ahead(20, 3);
        view.apply(7, step(0, 12), List.of());
        ViewStore.Applied torn = new ViewStore.Applied(ViewStore.Result.TORN, 12);

        assertThat(view.apply(7, over(ahead, "a", Span.of(12, 14).knowing(ahead)), List.of()))
                .as("a whole one")
                .isEqualTo(torn);
        redis.commands().hset("banku:{7}:position", Map.of("torn", "20", "tornEpoch", "3", "tornBy", "b"));
        assertThat(view.apply(7, over(ahead, "a", Span.of(12, 14).knowing(ahead)), List.of()))
                .as("torn by another, on the same way")
                .isEqualTo(torn);
    }

    /** A log that lost it has other records at those offsets, which accounts ahead would take for their own. */
    @Test
    void aTornViewTakesNothingButFromWhoeverKnowsTheLogToHaveStillWhatTheTornApplyHadRead() {
        SlotState.Ahead ahead = new SlotState.Ahead(20, 3);
        view.apply(7, step(0, 12), List.of());
        redis.commands().hset("banku:{7}:position", Map.of("torn", "20", "tornEpoch", "3", "tornBy", "a"));
        ViewStore.Applied torn = new ViewStore.Applied(ViewStore.Result.TORN, 12);

        for (long next : List.of(14L, 20L, 30L)) {
            assertThat(view.apply(7, over(ahead, "a", Span.of(12, next)), List.of()))
                    .isEqualTo(torn);
        }
        SlotState.Ahead another = new SlotState.Ahead(20, 4);
        assertThat(view.apply(7, over(ahead, "a", Span.of(12, 20).knowing(another)), List.of()))
                .isEqualTo(torn);
        assertThat(view.apply(7, over(ahead, "a", Span.of(12, 30).knowing(ahead)), List.of()))
                .isEqualTo(new ViewStore.Applied(ViewStore.Result.APPLIED, 30));
    }

    private static ViewStore.Step over(SlotState.Ahead ahead, String by, Span span) {
        return new ViewStore.Step(span, new ViewStore.Over(false, ahead, by), LOG, 12);
    }

    @Test
    void amountsBeyondWhatADoubleHoldsAreKeptExactly() {
        view.apply(7, step(0, 9_007_199_254_740_993L), List.of(change("4711", "b", "9007199254740993")));

        assertThat(view.position(7)).isEqualTo(9_007_199_254_740_993L);
        assertThat(view.apply(7, step(9_007_199_254_740_992L, 9_007_199_254_740_994L), List.of())
                        .result())
                .isEqualTo(ViewStore.Result.ELSEWHERE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 255, 256, 65_535, 65_536, 100_000})
    void aTextOfAnyLengthArrivesAsItIs(int length) {
        String holder = "ö" + "x".repeat(length);

        view.apply(7, step(0, 12), List.of(change("4711", "h", holder, "b", "1")));

        assertThat(view.read(7, List.of("4711")).accounts().get("4711")).isEqualTo(Map.of("h", holder, "b", "1"));
    }

    /** Those that only move come without names of fields. */
    @Test
    void accountsThatOnlyMoveAndOthersAreWrittenTogether() throws CorruptAccountException {
        List<Account> before = List.of(posted("1", 0), posted("2", 0), posted("3", 0));
        List<Account> after = List.of(posted("1", Long.MIN_VALUE), posted("2", -5), posted("3", Long.MAX_VALUE));
        view.apply(7, step(0, 12), before.stream().map(AccountFields::whole).toList());

        view.apply(
                7,
                step(12, 13),
                List.of(
                        AccountFields.changes(before.get(0), after.get(0)),
                        AccountFields.whole(after.get(1)),
                        AccountFields.changes(before.get(2), after.get(2))));

        var stored = view.read(7, List.of("1", "2", "3")).accounts();
        for (Account account : after) {
            assertThat(AccountFields.read(account.id(), stored.get(account.id())))
                    .isEqualTo(account);
        }
    }

    private static Account posted(String id, long balance) {
        Account none = Account.unknown(id);
        Balances balances = new Balances(balance, -1, null, null, true);
        return new Account(
                id, Currency.getInstance("EUR"), none.profile(), balances, none.findings(), 3, 9, Instant.EPOCH);
    }

    @Test
    void aMalformedCommandWritesNothing() {
        List<ViewStore.Change> changes = List.of(change("4711", "b", "12500"), change("4712"));

        assertThatThrownBy(() -> view.apply(7, step(0, 12), changes))
                .isInstanceOf(RedisCommandExecutionException.class)
                .hasMessageContaining("BNK-6003 expected fields for banku:{7}:account:4712");

        assertThat(redis.commands().dbsize()).isZero();
    }

    @Test
    void aRedisThatDoesNotKnowTheScriptsIsGivenThemAgain() {
        view.apply(7, step(0, 12), List.of());
        redis.commands().scriptFlush();

        assertThat(view.apply(7, step(12, 13), List.of()))
                .isEqualTo(new ViewStore.Applied(ViewStore.Result.APPLIED, 13));
        redis.commands().scriptFlush();
        assertThat(view.read(7, List.of()).position()).isEqualTo(13);
    }

    @Test
    void aThousandAccountsWithAllTheirFieldsFitOneScript() {
        String[] fields =
                IntStream.range(0, 40).mapToObj(i -> "field-or-value-" + i).toArray(String[]::new);
        List<ViewStore.Change> changes = IntStream.range(0, Projection.EVENTS_PER_SCRIPT)
                .mapToObj(i -> change("a" + i, fields))
                .toList();

        assertThat(view.apply(7, step(0, 2_000), changes).result()).isEqualTo(ViewStore.Result.APPLIED);

        assertThat(redis.commands().hlen("banku:{7}:account:a1999")).isEqualTo(20);
    }

    /** What is long or rare lies beside it: Redis gives the compact form up at a value of more than 64 bytes. */
    @Test
    void anAccountKeepsItsCompactFormWhateverIsFoundOnIt() throws CorruptAccountException {
        Account account = Account.unknown("4711");
        for (LogEntry entry : withLongHolderAndBreaks("4711", 25)) {
            Account before = account;
            account = Fold.apply(before, entry);
            view.apply(7, step(entry.offset(), entry.offset() + 1), List.of(AccountFields.changes(before, account)));
        }

        assertThat(redis.commands().objectEncoding("banku:{7}:account:4711")).isIn("listpack", "ziplist");
        assertThat(redis.commands().hkeys("banku:{7}:account-more:4711"))
                .containsExactlyInAnyOrder("holder", "breaks", "openBreaks");
        assertThat(AccountFields.read(
                        "4711", view.read(7, List.of("4711")).accounts().get("4711")))
                .isEqualTo(account);
    }

    @Test
    void aFieldWithoutAValueIsRemovedAndTheKeyWithMoreGoesWithItsLast() {
        view.apply(
                7,
                step(0, 12),
                List.of(new ViewStore.Change("4711", null, List.of("b", "1", "more", "1"), List.of("holder", "x"))));

        view.apply(
                7,
                step(12, 13),
                List.of(new ViewStore.Change("4711", null, List.of("more", "", "h", "y"), List.of("holder", ""))));

        assertThat(view.read(7, List.of("4711")).accounts().get("4711")).isEqualTo(Map.of("b", "1", "h", "y"));
        assertThat(redis.commands().keys("*more*")).isEmpty();
    }

    /** Both keys of an account are written, or none. */
    @Test
    void nothingIsWrittenWhereTheKeyWithMoreIsOfAnotherType() {
        redis.commands().set("banku:{7}:account-more:4711", "x");
        var change = new ViewStore.Change("4711", null, List.of("b", "1", "more", "1"), List.of("holder", "y"));

        assertThatThrownBy(() -> view.apply(7, step(0, 12), List.of(change("4710", "b", "1"), change)))
                .isInstanceOf(RedisCommandExecutionException.class)
                .hasMessageContaining("BNK-6016 expected a hash at banku:{7}:account-more:4711, found a string");

        assertThat(redis.commands().keys("banku:{7}:*")).containsExactly("banku:{7}:account-more:4711");
    }

    private static List<LogEntry> withLongHolderAndBreaks(String account, int breaks) {
        Currency eur = Currency.getInstance("EUR");
        List<Event> events = new ArrayList<>(List.of(new AccountOpened(account, eur, "ÄÖÜ".repeat(20), null)));
        for (int i = 0; i <= breaks; i++) {
            events.add(new BalanceBroughtForward(
                    account, new Money(i, eur), LocalDate.of(2026, 1, 1).plusDays(i)));
        }
        return IntStream.range(0, events.size())
                .mapToObj(i -> (LogEntry) new LogEntry.Readable(
                        new RecordedEvent("e-" + i, events.get(i), new FromBatch("f", "b", i + 1), Instant.EPOCH), i))
                .toList();
    }

    @Test
    void anEmptyViewAndAViewOfTheSameLogAreWelcome() {
        assertThatCode(() -> view.requireSameLog(LOG, 12)).doesNotThrowAnyException();
        view.apply(7, step(0, 12), List.of());
        assertThatCode(() -> view.requireSameLog(LOG, 12)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "cluster/other, 12, 'expected logId cluster/other, found cluster/topic'",
        "cluster/topic, 24, 'expected partitions 24, found 12'"
    })
    void aViewOfAnotherLogOrAnotherNumberOfPartitionsIsRefused(String logId, int partitions, String message) {
        view.apply(7, step(0, 12), List.of());

        assertThatThrownBy(() -> view.requireSameLog(logId, partitions))
                .isInstanceOf(ViewException.class)
                .hasMessageStartingWith("BNK-6002 Redis at 127.0.0.1:")
                .hasMessageContaining("banku:{7}:position: " + message);
    }

    @Test
    void aViewOfAnotherVersionIsRefused() {
        view.apply(7, step(0, 12), List.of());
        redis.commands().hset("banku:{7}:position", "projection", "0");

        assertThatThrownBy(() -> view.requireSameLog(LOG, 12)).hasMessageContaining("expected projection 4, found 0");
    }

    @Test
    void aRedisThatMayForgetBalancesIsRefused() {
        redis.commands().configSet("maxmemory-policy", "allkeys-lru");

        assertThatThrownBy(() -> RedisView.connect(redis.uri()))
                .isInstanceOf(ViewException.class)
                .hasMessageStartingWith("BNK-6001 Redis at 127.0.0.1:")
                .hasMessageContaining("expected maxmemory-policy noeviction, found allkeys-lru");
    }

    @Test
    void aRedisThatDoesNotAnswerIsToldWithItsAddress() {
        assertThatThrownBy(() -> RedisView.connect("redis://127.0.0.1:1"))
                .isInstanceOf(ViewException.class)
                .hasMessageStartingWith("BNK-6000 expected Redis at 127.0.0.1:1, found: ");
    }

    @Test
    void anAccountAndItsPartitionsPositionComeInOneRead() {
        view.apply(7, step(0, 12), List.of(change("4711", "b", "12500", "o", "11")));
        try (AccountSlots slots = new AccountSlots(redis.uri(), () -> {})) {
            Map<String, String> account = slots.<String, String>opsForHash().entries("banku:{7}:account:4711");
            assertThat(AccountSlots.slot(account)).isEqualTo(SlotState.at(12));
            assertThat(account).isEqualTo(Map.of("b", "12500", "o", "11"));
            Map<String, String> nobody = slots.<String, String>opsForHash().entries("banku:{7}:account:nobody");
            assertThat(AccountSlots.slot(nobody)).isEqualTo(SlotState.at(12));
            assertThat(nobody).isEmpty();
            Map<String, String> elsewhere = slots.<String, String>opsForHash().entries("banku:{6}:account:4711");
            assertThat(AccountSlots.slot(elsewhere)).isEqualTo(SlotState.at(0));
        }
    }

    private static ViewStore.Step step(long expected, long next) {
        return new ViewStore.Step(Span.of(expected, next), ViewStore.Over.WHOLE, LOG, 12);
    }

    private static ViewStore.Change change(String account, String... fields) {
        return new ViewStore.Change(account, null, List.of(fields), List.of());
    }
}

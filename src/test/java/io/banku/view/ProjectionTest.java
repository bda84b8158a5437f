package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.account.Account;
import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Fold;
import io.banku.account.LogEntry;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The projection against a real Redis. The log of these tests: at every offset a deposit of 1.00 EUR, in turn for the
 * accounts 0, 1 and 2.
 */
@ExtendWith(LocalRedis.class)
class ProjectionTest {
    private static final int PARTITION = 7;
    private static final String LOG = "cluster/topic";

    private final LocalRedis.Server redis;
    private final RedisView view;
    private final Projection projection;
    private final Tally tally = new Tally();

    ProjectionTest(LocalRedis.Server redis) {
        this.redis = redis;
        this.view = RedisView.connect(redis.uri());
        this.projection = projection(view);
    }

    @BeforeEach
    void anEmptyView() {
        redis.commands().flushall();
    }

    @AfterEach
    void nothingIsLeft() {
        view.close();
        redis.commands().flushall();
    }

    @Test
    void aChunkMovesThePositionAndItsAccounts() {
        long reached = apply(projection, 0, 6);

        assertThat(reached).isEqualTo(6);
        assertThat(view.position(PARTITION)).isEqualTo(6);
        assertHolds(6);
        assertThat(tally.applied()).isEqualTo(6);
        assertThat(tally.latest()).isEqualTo(Instant.ofEpochSecond(5));
    }

    @Test
    void chunksGoOnFromEachOtherOverControlRecords() {
        apply(projection, 0, 6);
        projection.apply(PARTITION, Span.of(6, 8), Collections.emptyIterator(), tally);

        long reached = apply(projection, 8, 12);

        assertThat(reached).isEqualTo(12);
        assertThat(balance("0")).isEqualTo(300);
    }

    @Test
    void aChunkFromAnotherPositionWritesNothingAndIsToldWhereTheViewStands() {
        apply(projection, 0, 6);
        Map<String, String> before = fields("0");

        assertThat(apply(projection(view), 3, 9)).isEqualTo(6);
        assertThat(apply(projection(view), 9, 12)).isEqualTo(6);

        assertThat(fields("0")).isEqualTo(before);
        assertThat(view.position(PARTITION)).isEqualTo(6);
        assertThat(tally.applied()).as("what was not written is not counted").isEqualTo(6);
    }

    @Test
    void aScriptThatWasTornByACrashHealsAndCountsNothingTwice() {
        apply(projection, 0, 3);
        apply(projection, 3, 9);
        redis.commands().hset(ViewKeys.position(PARTITION), Map.of("position", "3", "torn", "9"));
        redis.commands().del(ViewKeys.account(PARTITION, "2"));
        redis.commands().hset(ViewKeys.account(PARTITION, "2"), storedAt("2", 3));
        Projection next = projection(view);

        apply(next, 3, 6);
        assertThat(redis.commands().hget(ViewKeys.position(PARTITION), "torn"))
                .as("accounts may still stand ahead")
                .isEqualTo("9");
        apply(next, 6, 9);

        assertThat(redis.commands().hget(ViewKeys.position(PARTITION), "torn")).isEmpty();
        assertHolds(9);
    }

    @Test
    void aViewThatWasLostIsBuiltAgain() {
        apply(projection, 0, 6);
        redis.commands().flushall();

        assertThat(apply(projection, 6, 9)).isZero();
        apply(projection, 0, 9);

        assertHolds(9);
    }

    /** Keeping what was remembered would write balances from which the events between are missing. */
    @Test
    void whatIsRememberedIsThrownAwayWhenAnotherHandDidTheSameStep() {
        apply(projection, 0, 3);
        apply(projection(view), 3, 6);
        assertThat(apply(projection, 3, 6)).as("nothing is left to do").isEqualTo(6);

        apply(projection, 6, 9);

        assertHolds(9);
    }

    /** What is remembered of a later position would hide events that the view has lost. */
    @Test
    void whatIsRememberedIsThrownAwayWhenReadingGoesBack() {
        apply(projection, 0, 9);
        redis.commands().flushall();
        apply(projection(view), 0, 3);

        apply(projection, 3, 9);

        assertHolds(9);
    }

    /** The log lost its tail and grew again, the view was rebuilt meanwhile, and stands by chance at the same position. */
    @Test
    void whatIsRememberedOfALogThatLostItsTailIsThrownAway() {
        applyOfEpoch(projection, 0, null, 6, 1);
        redis.commands().flushall();
        applyOfEpoch(projection(view), 0, null, 3, 1);
        redis.commands().hset(ViewKeys.position(PARTITION), Map.of("position", "6", "epoch", "2"));

        applyOfEpoch(projection, 6, 2, 9, 2);

        assertThat(balance("0"))
                .as("offset 3 was another account's in the log that is")
                .isEqualTo(200);
    }

    private void applyOfEpoch(Projection by, long from, Integer epoch, long to, Integer last) {
        Iterator<LogEntry> entries =
                LongStream.range(from, to).mapToObj(ProjectionTest::deposit).iterator();
        assertThat(by.apply(PARTITION, new Span(from, epoch, to, last), entries, tally))
                .isEqualTo(to);
    }

    @Test
    void anAccountThatATornScriptMovedOnIsNotWrittenFromWhatIsRemembered() {
        apply(projection, 0, 3);
        redis.commands().hset(ViewKeys.position(PARTITION), "torn", "9");
        redis.commands().hset(ViewKeys.account(PARTITION, "0"), storedAt("0", 9));

        assertThat(apply(projection, 3, 9)).isEqualTo(3);
        assertThat(balance("1")).as("nothing at all was written").isEqualTo(100);
        apply(projection, 3, 9);

        assertHolds(9);
    }

    /** Only Redis itself can tear a script, as by an account's key that holds no hash. */
    @Test
    void aScriptThatRedisEndsInTheMiddleLeavesItsMarkAndIsHealed() {
        apply(projection, 0, 3);
        redis.commands().del(ViewKeys.account(PARTITION, "2"));
        redis.commands().set(ViewKeys.account(PARTITION, "2"), "no hash");

        assertThatThrownBy(() -> apply(projection, 3, 9)).hasMessageContaining("WRONGTYPE");
        assertThat(redis.commands().hget(ViewKeys.position(PARTITION), "torn")).isEqualTo("9");
        redis.commands().del(ViewKeys.account(PARTITION, "2"));
        redis.commands().hset(ViewKeys.account(PARTITION, "2"), storedAt("2", 3));
        apply(projection, 3, 9);

        assertHolds(9);
    }

    @Test
    void aTornViewIsPassedOverByStepsWithoutEvents() {
        apply(projection, 0, 3);
        redis.commands().hset(ViewKeys.position(PARTITION), "torn", "9");

        assertThat(projection.apply(PARTITION, Span.of(3, 5), Collections.emptyIterator(), tally))
                .as("who does not know the log to have offset 8 still")
                .isEqualTo(3);
        Span knowing = Span.of(3, 5).knowing(new SlotState.Ahead(9, null));
        assertThat(projection.apply(PARTITION, knowing, Collections.emptyIterator(), tally))
                .isEqualTo(5);
    }

    @Test
    void aPartitionThatIsForgottenIsReadAgain() {
        apply(projection, 0, 3);
        projection.forget(PARTITION);
        redis.commands().hset(ViewKeys.account(PARTITION, "0"), "h", "GRUBER");

        apply(projection, 3, 6);

        assertHolds(6);
        assertThat(fields("0")).containsEntry("h", "GRUBER");
    }

    @Test
    void theViewOfAnotherLogIsNotTouched() {
        apply(projection, 0, 3);
        Projection other = new Projection(view, "cluster/other", 12, 1_000);

        assertThatThrownBy(() -> apply(other, 3, 6))
                .isInstanceOf(ViewException.class)
                .hasMessageContaining("expected logId cluster/other, found cluster/topic");
        assertHolds(3);
        assertThat(view.position(PARTITION)).isEqualTo(3);
    }

    @Test
    void aCorruptBalanceParksItsAccountLeavesItsFieldsAndStopsNobodyElse() {
        apply(projection, 0, 3);
        redis.commands().hset(ViewKeys.account(PARTITION, "1"), "b", "1.00 EUR");
        Map<String, String> before = fields("1");
        Projection fresh = projection(view);

        apply(fresh, 3, 6);
        apply(fresh, 6, 9);

        assertThat(balance("0")).isEqualTo(300);
        assertThat(balance("2")).isEqualTo(300);
        assertThat(fields("1"))
                .containsAllEntriesOf(before)
                .containsEntry(
                        "parkedReason",
                        "BNK-6010 account 1 in the view: field b (balance): expected a value of its kind, found '1.00 EUR'")
                .containsEntry("p", "4")
                .containsEntry("q", "2");
        assertThat(tally.parked()).isEqualTo(2);
    }

    @Test
    void aLongChunkIsCutSoThatNoScriptHoldsRedisUp() {
        SteppedStore stepped = new SteppedStore(view);

        long reached = apply(projection(stepped), 0, 22_000);

        assertThat(reached).isEqualTo(22_000);
        assertThat(stepped.steps).containsExactly("0-10000", "10000-20000", "20000-22000");
        assertHolds(22_000);
    }

    @Test
    void aLongChunkThatWasInterruptedAtACutGoesOnFromThere() {
        apply(projection, 0, 10_000);

        assertThat(apply(projection(view), 0, 12_000)).isEqualTo(12_000);

        assertHolds(12_000);
    }

    @Test
    void moreAccountsThanAreRememberedAreReadAgain() {
        Projection forgetful = new Projection(view, LOG, 1, 1);

        for (long from = 0; from < 30; from += 2) {
            apply(forgetful, from, from + 2);
        }

        assertHolds(30);
    }

    private static Projection projection(ViewStore store) {
        return new Projection(store, LOG, 12, 1_000);
    }

    private long apply(Projection by, long from, long to) {
        Iterator<LogEntry> entries =
                LongStream.range(from, to).mapToObj(ProjectionTest::deposit).iterator();
        SlotState slot = view.rebuild().state(PARTITION);
        return by.apply(PARTITION, Span.of(from, to).knowing(slot.ahead()), entries, tally);
    }

    private static LogEntry deposit(long offset) {
        Money one = Money.parse("1.00", Currency.getInstance("EUR"));
        return new LogEntry.Readable(
                new RecordedEvent(
                        "9f2c/" + offset + "/0",
                        new MoneyDeposited(Long.toString(offset % 3), one, null, null, null),
                        new FromBatch("daily-transactions", "9f2c", offset + 1),
                        Instant.ofEpochSecond(offset)),
                offset);
    }

    private static Account folded(String account, long to) {
        Account folded = Account.unknown(account);
        for (long offset = 0; offset < to; offset++) {
            if (account.equals(Long.toString(offset % 3))) {
                folded = Fold.apply(folded, deposit(offset));
            }
        }
        return folded;
    }

    private static Map<String, String> storedAt(String id, long to) {
        Account account = folded(id, to);
        return RedisView.fields(AccountFields.whole(account).fields());
    }

    private void assertHolds(long to) {
        for (String account : List.of("0", "1", "2")) {
            Account expected = folded(account, to);
            assertThat(balance(account))
                    .as("account " + account)
                    .isEqualTo(expected.balances().balance());
            assertThat(fields(account)).containsEntry("v", Long.toString(expected.version()));
            assertThat(fields(account)).containsEntry("o", Long.toString(expected.offset()));
        }
    }

    private long balance(String account) {
        return Long.parseLong(fields(account).get("b"));
    }

    private Map<String, String> fields(String account) {
        Map<String, String> fields = redis.commands().hgetall(ViewKeys.account(PARTITION, account));
        fields.putAll(redis.commands().hgetall(ViewKeys.more(PARTITION, account)));
        return fields;
    }
}

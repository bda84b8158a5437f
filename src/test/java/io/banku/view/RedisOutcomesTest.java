package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.account.Account;
import io.banku.account.Event;
import io.banku.account.Event.AccountOpened;
import io.banku.account.Event.CommandDeclined;
import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Event.MoneyReceived;
import io.banku.account.Event.MoneyWithdrawn;
import io.banku.account.LogEntry;
import io.banku.account.Money;
import io.banku.account.Origin;
import io.banku.account.Origin.FromBatch;
import io.banku.account.Origin.FromCommand;
import io.banku.account.Origin.FromTransfer;
import io.banku.account.RecordedEvent;
import io.banku.view.CommandView.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Outcomes of commands in a real Redis: written with the accounts, read by deciders and by whoever waits. */
@ExtendWith(LocalRedis.class)
class RedisOutcomesTest {
    private static final int PARTITION = 7;
    private static final String LOG = "cluster/topic";
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant EIGHT = Instant.parse("2026-11-22T08:00:00Z");

    private final LocalRedis.Server redis;
    private final RedisView view;
    private final RedisCommandView commandView;
    private final Projection projection;
    private final List<LogEntry> entries = new ArrayList<>();
    private long position;

    RedisOutcomesTest(LocalRedis.Server redis) {
        this.redis = redis;
        this.view = RedisView.connect(redis.uri(), Duration.ofHours(1));
        this.commandView = RedisCommandView.connect(redis.uri());
        this.projection = new Projection(view, LOG, 12, 1_000);
    }

    @BeforeEach
    void anEmptyView() {
        redis.commands().flushall();
    }

    @AfterEach
    void nothingIsLeft() {
        view.close();
        commandView.close();
        redis.commands().flushall();
    }

    @Test
    void anEmptySlotHasNothing() {
        Sight sight = commandView.look(PARTITION, List.of("4711"), List.of("c-1"));

        assertThat(sight)
                .isEqualTo(new Sight(SlotState.at(0), null, 0, Map.of("4711", Account.unknown("4711")), Set.of()));
        assertThat(view.find(PARTITION, List.of("c-1"))).isEmpty();
        assertThat(view.find(PARTITION, List.of())).isEmpty();
    }

    @Test
    void anAcceptedCommandHasItsOutcomeWithTheBalanceRightAfterIt() {
        happened(fact(new AccountOpened("4711", EUR, null, null)), fact(deposited("4711", "100.00")));
        happened(decided("c-1", 5, EIGHT, withdrawn("4711", "30.00")), fact(deposited("4711", "1.00")));
        project();

        assertThat(view.find(PARTITION, List.of("c-1", "c-2")))
                .containsOnlyKeys("c-1")
                .containsEntry(
                        "c-1", new Outcome("4711", "MoneyWithdrawn", null, null, "f-c-1", EIGHT, 2, 3, 70_00L, "EUR"));
        Outcome outcome = view.find(PARTITION, List.of("c-1")).get("c-1");
        assertThat(outcome.isAccepted()).isTrue();
        assertThat(outcome.balanceAfter()).isEqualTo(Money.parse("70.00", EUR));
    }

    @Test
    void aDeclinedCommandHasItsReasonAndLeavesTheAccountAsItIs() {
        happened(decided("c-1", 5, EIGHT, new CommandDeclined("4711", "unknown-account", "There is none.")));
        project();

        Outcome outcome = view.find(PARTITION, List.of("c-1")).get("c-1");
        assertThat(outcome)
                .isEqualTo(new Outcome(
                        "4711",
                        "CommandDeclined",
                        "unknown-account",
                        "There is none.",
                        "f-c-1",
                        EIGHT,
                        0,
                        0,
                        null,
                        null));
        assertThat(outcome.isAccepted()).isFalse();
        assertThat(outcome.balanceAfter()).isNull();
        assertThat(redis.commands().exists(ViewKeys.account(PARTITION, "4711"))).isZero();
    }

    @Test
    void aParkedAccountsCommandsHaveOutcomesToo() {
        happened(fact(new AccountOpened("4711", EUR, null, null)));
        entries.add(new LogEntry.Unreadable("4711", nextOffset(), "noise"));
        happened(decided("c-1", 5, EIGHT, withdrawn("4711", "30.00")));
        project();

        assertThat(view.find(PARTITION, List.of("c-1"))).containsOnlyKeys("c-1");
        assertThat(look().nextCommand()).isEqualTo(6);
    }

    @Test
    void aDeciderSeesPositionAccountsAndWhatIsDecidedInOneLook() {
        happened(fact(new AccountOpened("4711", EUR, null, null)), decided("c-1", 5, EIGHT, deposited("4711", "3.00")));
        project();

        Sight sight = commandView.look(PARTITION, List.of("4711", "4712"), List.of("c-0", "c-1"));

        assertThat(sight.position()).isEqualTo(2);
        assertThat(sight.logId()).isEqualTo(LOG);
        assertThat(sight.nextCommand()).isEqualTo(6);
        assertThat(sight.decided()).containsExactly("c-1");
        assertThat(sight.accounts().get("4711").balances().balance()).isEqualTo(3_00);
        assertThat(sight.accounts().get("4712")).isEqualTo(Account.unknown("4712"));
    }

    @Test
    void theNextCommandOnlyRises() {
        happened(decided("c-2", 9, EIGHT.plusSeconds(60), new CommandDeclined("4711", "unknown-account", null)));
        project();
        happened(decided("c-1", 3, EIGHT, new CommandDeclined("4711", "unknown-account", null)));
        project();

        assertThat(look().nextCommand()).isEqualTo(10);
    }

    @Test
    void creditLegsAndFactsSayNothingOfCommands() {
        Money amount = Money.parse("5.00", EUR);
        happened(fact(new AccountOpened("4711", EUR, null, null)));
        happened(recorded(new MoneyReceived("4711", amount, null, null, "c-9", "4712"), new FromTransfer("c-9")));
        project();

        assertThat(view.find(PARTITION, List.of("c-9"))).isEmpty();
        assertThat(redis.commands().hkeys(ViewKeys.position(PARTITION))).doesNotContain("nextCommand", "commandTime");
        assertThat(redis.commands().keys("*outcome*")).isEmpty();
    }

    @Test
    void theBalanceOfAnOutcomeIsTheOneRightAfterItThoughAnApplyTookTheAccountFurtherAndDied() {
        happened(fact(new AccountOpened("4711", EUR, null, null)), fact(deposited("4711", "100.00")));
        happened(fact(new AccountOpened("4712", EUR, null, null)));
        project();
        happened(decided("c-1", 5, EIGHT, withdrawn("4711", "30.00")), fact(deposited("4711", "1.00")));
        happened(fact(deposited("4712", "1.00")));
        String other = ViewKeys.account(PARTITION, "4712");
        redis.commands().rename(other, "aside");
        redis.commands().set(other, "no hash");
        assertThatThrownBy(this::project).hasMessageContaining("WRONGTYPE");
        assertThat(redis.commands().hget(ViewKeys.account(PARTITION, "4711"), "b"))
                .as("the account stands ahead")
                .isEqualTo("7100");
        redis.commands().rename("aside", other);

        project();

        Outcome outcome = view.find(PARTITION, List.of("c-1")).get("c-1");
        assertThat(outcome.balanceAfter()).isEqualTo(Money.parse("70.00", EUR));
        assertThat(outcome.version()).isEqualTo(3);
    }

    @Test
    void aChunkFromAnotherPositionLeavesNoOutcome() {
        happened(decided("c-1", 1, EIGHT, new CommandDeclined("4711", "unknown-account", null)));
        position = 3;
        project();

        assertThat(view.find(PARTITION, List.of("c-1"))).isEmpty();
        assertThat(look().nextCommand()).isZero();
    }

    @Test
    void anAccountThatCannotBeReadIsParkedForTheDeciderAndNeverTakenForZero() {
        happened(fact(new AccountOpened("4711", EUR, null, null)), fact(deposited("4711", "100.00")));
        project();
        redis.commands().hset(ViewKeys.account(PARTITION, "4711"), "b", "a lot");

        Account account = commandView
                .look(PARTITION, List.of("4711"), List.of())
                .accounts()
                .get("4711");

        assertThat(account.isParked()).isTrue();
        assertThat(account.findings().parked().reason())
                .startsWith("BNK-6010 account 4711 in the view: field b (balance): expected");
    }

    @Test
    void whatIsNoOutcomeIsToldWithItsCommand() {
        redis.commands().hset(ViewKeys.outcomes(PARTITION), "c-1", "[]");

        assertThatThrownBy(() -> view.find(PARTITION, List.of("c-1")))
                .isInstanceOf(ViewException.class)
                .hasMessageStartingWith("BNK-6011 command c-1 in the view: expected its outcome, found ");
    }

    private Sight look() {
        return commandView.look(PARTITION, List.of(), List.of());
    }

    private void happened(RecordedEvent... events) {
        for (RecordedEvent event : events) {
            entries.add(new LogEntry.Readable(event, nextOffset()));
        }
    }

    private long nextOffset() {
        return position + entries.size();
    }

    private void project() {
        long next = nextOffset();
        projection.apply(
                PARTITION, Span.of(position, next), List.copyOf(entries).iterator(), new Tally());
        position = next;
        entries.clear();
    }

    private RecordedEvent fact(Event event) {
        return recorded(event, new FromBatch("daily-transactions", "9f2c", 1));
    }

    private static RecordedEvent decided(String id, long commandOffset, Instant time, Event event) {
        return recorded(event, new FromCommand(id, "f-" + id, commandOffset, time));
    }

    private static RecordedEvent recorded(Event event, Origin origin) {
        return new RecordedEvent("e", event, origin, EIGHT);
    }

    private static Event deposited(String account, String amount) {
        return new MoneyDeposited(account, Money.parse(amount, EUR), null, null, null);
    }

    private static Event withdrawn(String account, String amount) {
        return new MoneyWithdrawn(account, Money.parse(amount, EUR), null, null, null);
    }
}

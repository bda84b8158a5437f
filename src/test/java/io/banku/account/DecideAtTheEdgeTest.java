package io.banku.account;

import static io.banku.account.DecisionStory.CLARA;
import static io.banku.account.DecisionStory.HUGO;
import static io.banku.account.DecisionStory.given;
import static io.banku.account.Story.EUR;
import static io.banku.account.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Command.Deposit;
import io.banku.account.Command.Transfer;
import io.banku.account.Command.Unreadable;
import io.banku.account.Command.Withdraw;
import io.banku.account.Event.AccountDescribed;
import io.banku.account.Event.AccountOpened;
import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Event.MoneyWithdrawn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands on balances and limits near 2^63: whatever they come to, they park no account. */
class DecideAtTheEdgeTest {

    @Test
    void aDebitThatALimitAllowsButTheBitsDoNotIsDeclined() {
        given(opened(CLARA), limit(CLARA, Long.MAX_VALUE), withdrawn(CLARA, Long.MAX_VALUE - 1), opened(HUGO))
                .when(new Withdraw(CLARA, eur("1.00"), null, null))
                .declined(Decline.INSUFFICIENT_FUNDS);
        given(opened(CLARA), withdrawn(CLARA, Long.MAX_VALUE), limit(CLARA, Long.MAX_VALUE))
                .and(new MoneyDeposited(CLARA, money(50), null, null, null))
                .when(new Withdraw(CLARA, eur("0.50"), null, null))
                .declined(
                        Decline.AMOUNT_TOO_LARGE,
                        "A debit may take a balance to -10000000000000000.00 EUR at most; 0.50 EUR would take account"
                                + " clara further.");
    }

    @Test
    void aDebitTakesABalanceAsFarBelowZeroAsACreditTakesItAbove() {
        Event limit = limit(CLARA, Long.MAX_VALUE);
        given(opened(CLARA), limit, withdrawn(CLARA, Decide.MOST_BALANCE - 100))
                .when(new Withdraw(CLARA, eur("1.00"), null, null))
                .then(new MoneyWithdrawn(CLARA, eur("1.00"), null, null, null));
        given(opened(CLARA), limit, withdrawn(CLARA, Decide.MOST_BALANCE - 100), opened(HUGO))
                .when(new Transfer(CLARA, HUGO, eur("1.01"), null))
                .declined(Decline.AMOUNT_TOO_LARGE);
    }

    @Test
    void noCommandParksAnAccountWhateverItsBalanceAndItsLimitAre() {
        List<Long> edges = List.of(
                Long.MIN_VALUE + 1,
                Long.MIN_VALUE + 2,
                -Decide.MOST_BALANCE - 1,
                -Decide.MOST_BALANCE,
                -Decide.MOST_BALANCE + 1,
                -1L,
                0L,
                1L,
                Decide.MOST_BALANCE - 1,
                Decide.MOST_BALANCE,
                Decide.MOST_BALANCE + 1,
                Long.MAX_VALUE - 1,
                Long.MAX_VALUE);
        for (long balance : edges) {
            for (long limit : edges) {
                for (Command command : commands()) {
                    Event movement = new MoneyDeposited(CLARA, money(balance), null, null, null);
                    given(opened(CLARA), opened(HUGO), limit(CLARA, limit), movement)
                            .and(new MoneyDeposited(HUGO, money(balance), null, null, null))
                            .when(command)
                            .nobodyIsParked();
                }
            }
        }
    }

    @Test
    void whatCannotBeReadIsDeclinedWithWhatIsWrong() {
        given(opened(CLARA))
                .when(new Unreadable(CLARA, "a command type that this version does not know: Freeze"))
                .declined(
                        Decline.UNREADABLE_COMMAND,
                        "The process that decides for account clara cannot read it: a command type that this version"
                                + " does not know: Freeze.");
    }

    @Test
    void whatATargetIsLikeIsWhatSpeaksOfTargets() {
        for (Decline reason : Decline.values()) {
            assertThat(reason.isAboutTarget())
                    .as(reason.slug())
                    .isEqualTo(reason.slug().contains("target"));
        }
    }

    private static List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (long minor : List.of(1L, 2L, Decide.MOST_AMOUNT, Decide.MOST_AMOUNT + 1, Long.MAX_VALUE)) {
            commands.add(new Deposit(CLARA, money(minor), null, null));
            commands.add(new Withdraw(CLARA, money(minor), null, null));
            commands.add(new Transfer(CLARA, HUGO, money(minor), null));
        }
        return commands;
    }

    private static Event opened(String account) {
        return new AccountOpened(account, EUR, null, null);
    }

    private static Event limit(String account, long minor) {
        return new AccountDescribed(account, null, money(minor), null);
    }

    private static Event withdrawn(String account, long minor) {
        return new MoneyWithdrawn(account, money(minor), null, null, null);
    }

    private static Money money(long minor) {
        return new Money(minor, EUR);
    }
}

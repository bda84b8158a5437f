package io.banku.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is read again, and wherever reading stops: the same facts make the same account. */
class ReplayTest {
    private static final int SEEDS = 2_000;

    @Test
    void anyReplayOfWhatWasMetBeforeGivesTheSameAccount() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<LogEntry> log = new RandomEvents(seed).log(60, List.of("4711"));
            Account once = Account.unknown("4711");
            for (LogEntry entry : log) {
                once = Fold.apply(once, entry);
            }

            Account replayed = withReplays(log, new Random(seed));

            assertThat(replayed).as("seed %d", seed).isEqualTo(once);
        }
    }

    /** Reads on in random steps, each time starting over at a random earlier entry. */
    private static Account withReplays(List<LogEntry> log, Random random) {
        Account account = Account.unknown("4711");
        int reached = 0;
        while (reached < log.size()) {
            int from = random.nextInt(reached + 1);
            int to = Math.min(log.size(), reached + 1 + random.nextInt(7));
            for (LogEntry entry : log.subList(from, to)) {
                account = Fold.apply(account, entry);
            }
            reached = to;
        }
        return account;
    }

    /** Adding up apart from the fold: what is not parked and in the account's currency is in the balance. */
    @Test
    void theBalanceIsTheSumOfTheMovements() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Story story = Story.given(Story.opened(Story.EUR));
            long mainframe = 0;
            long http = 0;
            for (int i = 0; i < 40; i++) {
                int cents = random.nextInt(10_000);
                boolean credit = random.nextBoolean();
                Money amount = new Money(cents, Story.EUR);
                Event moved = credit
                        ? Story.deposited(amount)
                        : new Event.MoneyWithdrawn(Story.ACCOUNT, amount, null, null, null);
                if (random.nextInt(3) == 0) {
                    story.overHttp(moved);
                    http += credit ? cents : -cents;
                } else {
                    story.then(moved);
                    mainframe += credit ? cents : -cents;
                }
            }

            Balances balances = story.account().balances();

            assertThat(balances)
                    .as("seed %d", seed)
                    .isEqualTo(new Balances(mainframe + http, mainframe, null, null, false));
        }
    }
}

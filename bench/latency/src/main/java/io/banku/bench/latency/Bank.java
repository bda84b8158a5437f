package io.banku.bench.latency;

import java.math.BigDecimal;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLongArray;

/** Accounts of this run alone, commands to them, and the balances that the answers promise. Shared by threads. */
final class Bank {
    static final int ACCOUNTS = 1_000;
    /** So much that nobody comes to the end of it: each command is to be carried out. */
    private static final long FIRST_DEPOSIT = 1_000_000_00;

    private static final long EACH = 1_00;

    private final String run;
    private final Random random = new Random(7);
    private final AtomicLongArray promised = new AtomicLongArray(ACCOUNTS);
    private int keys;

    /** @param run what no earlier run has called itself */
    Bank(String run) {
        this.run = run;
    }

    String account(int number) {
        return "bench-" + run + "-" + number;
    }

    Command opening(int number) {
        return new Command(
                key(),
                "/accounts",
                "{\"account\":\"" + account(number) + "\",\"currency\":\"EUR\"}",
                Command.NOBODY,
                Command.NOBODY,
                0);
    }

    Command firstDeposit(int number) {
        return command(number, "/deposits", "", Command.NOBODY, number, FIRST_DEPOSIT);
    }

    /** A deposit, a withdrawal or a transfer, each as often, between any two accounts. */
    Command any() {
        int own = random.nextInt(ACCOUNTS);
        return switch (random.nextInt(3)) {
            case 0 -> command(own, "/deposits", "", Command.NOBODY, own, EACH);
            case 1 -> command(own, "/withdrawals", "", own, Command.NOBODY, EACH);
            default -> {
                int other = (own + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
                yield command(own, "/transfers", "\"to\":\"" + account(other) + "\",", own, other, EACH);
            }
        };
    }

    private Command command(int own, String resource, String more, int debited, int credited, long cents) {
        String amount = BigDecimal.valueOf(cents, 2).toPlainString();
        String body = "{" + more + "\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}";
        return new Command(key(), "/accounts/" + account(own) + resource, body, debited, credited, cents);
    }

    private String key() {
        return run + "-" + keys++;
    }

    /** The bridge has said that it was carried out. */
    void applied(Command command) {
        if (command.debited() != Command.NOBODY) {
            promised.addAndGet(command.debited(), -command.cents());
        }
        if (command.credited() != Command.NOBODY) {
            promised.addAndGet(command.credited(), command.cents());
        }
    }

    /** As the API writes it. */
    String balance(int number) {
        return BigDecimal.valueOf(promised.get(number), 2).toPlainString();
    }
}

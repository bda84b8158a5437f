package io.banku.bench.latency;

import io.banku.bench.latency.Answer.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sends commands, and holds the bridge to its answers. */
final class Teller {
    /** A queued command has its outcome by then, and a transfer's other leg is in the view. */
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private static final long BETWEEN_LOOKS_NANOS = 20_000_000L;

    private final Api api;
    private final Bank bank;
    private final Clock clock;
    private final Queue<Command> open = new ConcurrentLinkedQueue<>();

    Teller(Api api, Bank bank, Clock clock) {
        this.api = api;
        this.bank = bank;
        this.clock = clock;
    }

    CompletableFuture<Answer> send(Command command, Wanted wanted) {
        return api.post(command, wanted).thenApply(answer -> {
            if (answer.isApplied()) {
                bank.applied(command);
            } else if (!answer.isFinal()) {
                open.add(command);
            }
            return answer;
        });
    }

    /**
     * Sends what has no outcome once more, as a client would, and then compares all balances with what was answered.
     *
     * @return what is not as it should be, in words; empty when all is
     */
    List<String> verify() throws InterruptedException {
        long deadline = clock.now() + PATIENCE_NANOS;
        while (!open.isEmpty() && clock.now() < deadline) {
            send(open.remove(), Wanted.OUTCOME).join();
        }
        List<String> faults = new ArrayList<>();
        open.forEach(command -> faults.add("expected an outcome of " + command + ", found none in time"));
        for (int number = 0; number < Bank.ACCOUNTS; number++) {
            String path = "/api/v1/accounts/" + bank.account(number);
            Answer found = api.get(path);
            while (!isPromised(found, number) && clock.now() < deadline) {
                clock.until(clock.now() + BETWEEN_LOOKS_NANOS);
                found = api.get(path);
            }
            if (!isPromised(found, number)) {
                faults.add("expected " + path + " with a balance of " + bank.balance(number) + ", found " + found);
            }
        }
        return faults;
    }

    private boolean isPromised(Answer found, int number) {
        return found.status() == 200 && found.text("amount").equals(bank.balance(number)); // the balance is the first
    }
}

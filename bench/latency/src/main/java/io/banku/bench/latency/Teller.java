package io.banku.bench.latency;

import io.banku.bench.latency.Answer.Wanted;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Sends commands, and holds the bridge to its answers. */
final class Teller {
    /** How many are sent again at once. */
    private static final int WAVE = 100;

    private static final long BETWEEN_LOOKS_NANOS = 20_000_000L;

    private final Api api;
    private final Bank bank;
    private final Clock clock;
    private final long patience;
    private final Queue<Command> open = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    /** @param patience nanoseconds within which a queued command has its outcome, and a transfer's other leg is in the view */
    Teller(Api api, Bank bank, Clock clock, long patience) {
        this.patience = patience;
        this.api = api;
        this.bank = bank;
        this.clock = clock;
    }

    CompletableFuture<Answer> send(Command command, Wanted wanted) {
        return api.post(command, wanted).thenApply(answer -> {
            if (answer.isApplied()) {
                bank.applied(command);
            } else if (answer.isDeclined()) {
                faults.add("expected " + command + " to be carried out, found " + answer);
            } else {
                open.add(command);
            }
            return answer;
        });
    }

    /**
     * Sends again what has no outcome, as a client would, and then compares all balances with what was answered.
     *
     * @return what is not as it should be, in words; empty when all is
     */
    List<String> verify() throws InterruptedException {
        long deadline = clock.now() + patience;
        while (!open.isEmpty() && clock.now() < deadline) {
            List<Command> wave = Stream.generate(open::poll)
                    .limit(Math.min(WAVE, open.size()))
                    .toList();
            wave.stream().map(command -> send(command, Wanted.OUTCOME)).toList().forEach(CompletableFuture::join);
        }
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
        return List.copyOf(faults);
    }

    private boolean isPromised(Answer found, int number) {
        return found.status() == 200 && found.text("amount").equals(bank.balance(number)); // the balance is the first
    }
}

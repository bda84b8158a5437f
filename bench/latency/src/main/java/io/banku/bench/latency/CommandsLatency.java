package io.banku.bench.latency;

import io.banku.bench.latency.Answer.Wanted;
import io.banku.bench.latency.OpenLoop.Round;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program: opens accounts, warms up, measures, and holds the bridge to its answers; it exits with 1 when they were not true. */
public final class CommandsLatency {
    private static final int RECEIPT_EVERY = 10;
    private static final int MOST_UNDER_WAY = 4_000;
    private static final int SOME_FAULTS = 5;

    private final Clock clock = Clock.system();
    private final Options options;
    private final Api api;
    private final Bank bank = new Bank(Long.toString(System.currentTimeMillis(), 36));
    private final Teller teller;
    private final OpenLoop loop;

    private CommandsLatency(Options options) {
        this.options = options;
        this.api = new Api(options.api());
        this.teller = new Teller(api, bank, clock);
        this.loop = new OpenLoop(clock, TimeUnit.SECONDS.toNanos(1) / options.rate(), MOST_UNDER_WAY);
    }

    public static void main(String[] args) throws Exception {
        System.exit(new CommandsLatency(Options.of(args)).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        loop.run(Bank.ACCOUNTS, number -> teller.send(bank.opening(number), Wanted.OUTCOME));
        loop.run(Bank.ACCOUNTS, number -> teller.send(bank.firstDeposit(number), Wanted.OUTCOME));
        send(options.rate() * options.warmUp());

        ProcessorTime processors = new ProcessorTime(options.processes());
        Map<String, Duration> before = processors.spent();
        Ingest ingest = Ingest.begin(options, api, clock);
        Round<Answer> round = send(options.rate() * options.seconds());
        String spent = ProcessorTime.told(before, processors.spent(), options.seconds());

        Report.tell(round, ingest);
        System.out.println("processors: " + spent);
        if (options.csv() != null) {
            Report.write(options.csv(), round.arrivals(), clock);
        }
        return verify();
    }

    private Round<Answer> send(int count) throws InterruptedException {
        return loop.run(count, i -> teller.send(bank.any(), i % RECEIPT_EVERY == 0 ? Wanted.RECEIPT : Wanted.OUTCOME));
    }

    private boolean verify() throws InterruptedException {
        List<String> faults = teller.verify();
        System.out.println(
                faults.isEmpty()
                        ? "the balances of " + Bank.ACCOUNTS + " accounts are what the answers add up to"
                        : "faults: " + faults.size());
        faults.stream().limit(SOME_FAULTS).forEach(fault -> System.out.println("  " + fault));
        return faults.isEmpty();
    }
}

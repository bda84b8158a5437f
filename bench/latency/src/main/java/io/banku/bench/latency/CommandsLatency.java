package io.banku.bench.latency;

import io.banku.bench.latency.Answer.Wanted;
import io.banku.bench.latency.OpenLoop.Round;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program: opens accounts, warms up, measures, and holds the bridge to its answers: exits with 1 when they were not true. */
public final class CommandsLatency {
    private static final int RECEIPT_EVERY = 10;
    /** Opening accounts is no part of what is measured. */
    private static final int PREPARING_RATE = 500;

    private static final int MOST_UNDER_WAY = 4_000;
    private static final int SOME_FAULTS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Clock clock = Clock.system();
    private final Options options;
    private final Api api;
    private final Bank bank = new Bank(Long.toString(System.currentTimeMillis(), 36));
    private final Teller teller;
    private final List<Arrival<Answer>> measured = new ArrayList<>();

    private CommandsLatency(Options options) {
        this.options = options;
        this.api = new Api(options.api());
        this.teller = new Teller(api, bank, clock, PATIENCE.toNanos());
    }

    public static void main(String[] args) throws Exception {
        System.exit(new CommandsLatency(Options.of(args)).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        OpenLoop preparing = loop(PREPARING_RATE);
        preparing.run(Bank.ACCOUNTS, number -> teller.send(bank.opening(number), Wanted.OUTCOME));
        preparing.run(Bank.ACCOUNTS, number -> teller.send(bank.firstDeposit(number), Wanted.OUTCOME));
        send(options.rates().get(0), options.warmUp());
        boolean isTrue = true;
        for (Iterator<Integer> rates = options.rates().iterator(); rates.hasNext(); ) {
            int rate = rates.next();
            measure(rate, rates.hasNext() ? List.of() : options.files());
            isTrue &= verify();
        }
        if (options.csv() != null) {
            Report.write(options.csv(), measured, clock);
        }
        return isTrue;
    }

    private void measure(int rate, List<Path> files) throws Exception {
        ProcessorTime processors = new ProcessorTime(options.processes());
        Map<String, Duration> before = processors.spent();
        Decided decided = Decided.begin(new Api(options.management()), clock);
        Ingest ingest = Ingest.begin(files, options, api, clock);
        Round<Answer> round = send(rate, options.seconds());
        double decidedPerSecond = decided.perSecond();
        String spent = ProcessorTime.told(before, processors.spent(), options.seconds());
        ingest.await(PATIENCE);
        measured.addAll(round.arrivals());
        System.out.printf("%n%d commands/s for %d s%n", rate, options.seconds());
        Report.tell(round, ingest);
        if (options.json() != null) {
            Figures.of(rate, round, ingest, decidedPerSecond).append(options.json());
        }
        System.out.println("processors: " + spent);
    }

    private OpenLoop loop(int rate) {
        return new OpenLoop(clock, TimeUnit.SECONDS.toNanos(1) / rate, MOST_UNDER_WAY);
    }

    private Round<Answer> send(int rate, int seconds) throws InterruptedException {
        return loop(rate)
                .run(
                        rate * seconds,
                        i -> teller.send(bank.any(), i % RECEIPT_EVERY == 0 ? Wanted.RECEIPT : Wanted.OUTCOME));
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

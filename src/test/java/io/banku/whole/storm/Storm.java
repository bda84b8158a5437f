package io.banku.whole.storm;

import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * How many clients want how much of how many accounts. A seed fixes what they want, not in which order it arrives.
 *
 * @param commands wishes, each of which may be sent several times
 */
record Storm(int clients, int commands, int accounts, long seed) {

    /** What the system properties {@code banku.storm.*} do not say is as here. */
    static Storm of(int clients, int commands, int accounts) {
        return new Storm(
                Integer.getInteger("banku.storm.clients", clients),
                Integer.getInteger("banku.storm.commands", commands),
                Integer.getInteger("banku.storm.accounts", accounts),
                Long.getLong("banku.storm.seed", 7));
    }

    /**
     * Returns when every client knows what became of everything that it wanted.
     *
     * @param apis of all processes; each request goes to any of them
     * @param midway runs once, on a client's thread, when half of it is done
     */
    List<Heard> rage(List<String> apis, Runnable midway) throws Exception {
        Queue<Heard> heard = new ConcurrentLinkedQueue<>();
        AtomicInteger begun = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Void>> all = IntStream.range(0, clients)
                    .mapToObj(number -> threads.<Void>submit(() -> {
                        StormClient client = new StormClient(apis, new Random(seed * 1_000 + number), heard::add);
                        for (int mine = begun.incrementAndGet(); mine <= commands; mine = begun.incrementAndGet()) {
                            if (mine == commands / 2) {
                                midway.run();
                            }
                            client.carryOut(accounts);
                        }
                        return null;
                    }))
                    .toList();
            for (Future<Void> each : all) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError("a client failed", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
        return List.copyOf(heard);
    }
}

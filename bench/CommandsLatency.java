import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Sends commands at a fixed rate, whatever the answers do, and tells how long each took from the moment at which it was
 * due: a server that stalls is charged for everybody who had to wait. Needs nothing but a JDK.
 *
 * <p>{@code java CommandsLatency.java API RATE WARM-UP-SECONDS SECONDS [INBOX FILE…]}; the files, which must lie on the
 * inbox's file system, are put there when measuring begins.
 */
public final class CommandsLatency {
    private static final int ACCOUNTS = 1_000;
    private static final int AT_ONCE_WHILE_PREPARING = 32;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String run = Long.toString(System.nanoTime(), 36);
    private final Random random = new Random(7);
    private final AtomicInteger keys = new AtomicInteger();
    private final String api;
    private final long period;

    /** The nanoseconds of each answer, -1 while there is none. */
    private record Round(long start, long[] due, AtomicLong[] took, Map<Integer, AtomicInteger> statuses) {}

    private CommandsLatency(String api, int rate) {
        this.api = api;
        this.period = TimeUnit.SECONDS.toNanos(1) / rate;
    }

    public static void main(String[] args) throws Exception {
        int rate = Integer.parseInt(args[1]);
        CommandsLatency latency = new CommandsLatency(args[0], rate);
        latency.openAccounts();
        latency.send(rate * Integer.parseInt(args[2]));
        List<String> files = Arrays.asList(args).subList(Math.min(4, args.length), args.length);
        long ended = Long.MAX_VALUE;
        CompletableFuture<Long> ingest = CompletableFuture.completedFuture(ended);
        if (!files.isEmpty()) {
            Path inbox = Path.of(files.get(0));
            for (String file : files.subList(1, files.size())) {
                Path from = Path.of(file);
                Files.move(from, inbox.resolve(from.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
            ingest = CompletableFuture.supplyAsync(() -> latency.sealed(files.size() - 1));
        }
        Round round = latency.send(rate * Integer.parseInt(args[3]));
        if (files.isEmpty()) {
            tell("idle", round, 0, Long.MAX_VALUE);
        } else {
            ended = ingest.isDone() ? ingest.join() : System.nanoTime();
            System.out.printf(
                    "ingest: %s %.1f s after the beginning%n",
                    ingest.isDone() ? "all files sealed" : "not at its end", (ended - round.start()) / 1e9);
            tell("beside the ingest", round, 0, ended);
            tell("after it", round, ended, Long.MAX_VALUE);
        }
        System.out.println("answers: " + new TreeMap<>(round.statuses()));
        System.exit(0); // whoever is still waiting for an answer has been told so
    }

    /** When as many batches are sealed. */
    private long sealed(int wanted) {
        HttpRequest ask = HttpRequest.newBuilder(URI.create(api + "/api/v1/batches?state=sealed")).build();
        while (true) {
            try {
                String body = http.send(ask, BodyHandlers.ofString()).body();
                if (body.split("\"state\":\"sealed\"", -1).length - 1 >= wanted) {
                    return System.nanoTime();
                }
                Thread.sleep(250);
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private void openAccounts() throws InterruptedException {
        Semaphore room = new Semaphore(AT_ONCE_WHILE_PREPARING);
        for (int i = 0; i < ACCOUNTS; i++) {
            int number = i;
            room.acquire();
            post("/accounts", "{\"account\":\"" + account(number) + "\",\"currency\":\"EUR\"}")
                    .thenCompose(opened -> post("/accounts/" + account(number) + "/deposits", amount("1000000.00", "")))
                    .whenComplete((answer, failure) -> {
                        if (failure != null || answer.statusCode() != 201) {
                            System.err.println("expected 201, found " + (failure == null ? answer.body() : failure));
                        }
                        room.release();
                    });
        }
        room.acquire(AT_ONCE_WHILE_PREPARING);
    }

    /** At each moment that is due, one command, never waiting for those before. */
    private Round send(int count) throws InterruptedException {
        Round round = new Round(
                System.nanoTime(),
                new long[count],
                IntStream.range(0, count).mapToObj(i -> new AtomicLong(-1)).toArray(AtomicLong[]::new),
                new ConcurrentSkipListMap<>());
        for (int i = 0; i < count; i++) {
            int number = i;
            round.due()[i] = round.start() + i * period;
            for (long left = round.due()[i] - System.nanoTime(); left > 0; left = round.due()[i] - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            command().whenComplete((answer, failure) -> {
                round.took()[number].set(System.nanoTime() - round.due()[number]);
                round.statuses()
                        .computeIfAbsent(failure == null ? answer.statusCode() : -1, first -> new AtomicInteger())
                        .incrementAndGet();
            });
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (Arrays.stream(round.took()).anyMatch(took -> took.get() < 0) && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        return round;
    }

    private CompletableFuture<HttpResponse<String>> command() {
        String own = "/accounts/" + account(random.nextInt(ACCOUNTS));
        return switch (random.nextInt(3)) {
            case 0 -> post(own + "/deposits", amount("1.00", ""));
            case 1 -> post(own + "/withdrawals", amount("1.00", ""));
            default -> post(
                    own + "/transfers", amount("1.00", "\"to\":\"" + account(random.nextInt(ACCOUNTS)) + "\","));
        };
    }

    private CompletableFuture<HttpResponse<String>> post(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", run + "-" + keys.incrementAndGet())
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    private static String amount(String amount, String more) {
        return "{" + more + "\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}";
    }

    private String account(int number) {
        return "bench-" + run + "-" + number;
    }

    /** Of the commands that were due from one moment to another. */
    private static void tell(String when, Round round, long from, long to) {
        List<Long> took = new ArrayList<>();
        long unanswered = 0;
        for (int i = 0; i < round.due().length; i++) {
            if (round.due()[i] >= from && round.due()[i] < to) {
                long time = round.took()[i].get();
                if (time < 0) {
                    unanswered++;
                } else {
                    took.add(time);
                }
            }
        }
        if (took.isEmpty()) {
            return;
        }
        long[] sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%-18s %6d commands  p50 %.1f  p90 %.1f  p99 %.1f  p99.9 %.1f  max %.1f ms  unanswered %d%n",
                when,
                sorted.length,
                at(sorted, 0.50),
                at(sorted, 0.90),
                at(sorted, 0.99),
                at(sorted, 0.999),
                sorted[sorted.length - 1] / 1e6,
                unanswered);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
}

package io.banku.batch;

import io.banku.log.EventLog;
import io.banku.log.LogTopic;
import io.banku.whole.Servers;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a ledger of many sealed batches costs: the start, the first page of a list, a feed's page, one batch, a claim. A
 * program, not a test: {@code java -cp … io.banku.batch.LedgerGrowth 100000 50}.
 */
final class LedgerGrowth {
    private LedgerGrowth() {}

    public static void main(String[] arguments) throws Exception {
        int batches = Integer.parseInt(arguments[0]);
        int feeds = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("ledger-growth");
        try (Servers servers = Servers.start(folder)) {
            fill(servers, batches, feeds);
            long before = heap();
            long began = System.nanoTime();
            LedgerIndex index = LedgerIndex.follow(servers.connection());
            index.page(null, batch -> true, null, 1);
            tell("start: the ledger read once", began);
            System.out.printf("heap that it keeps: %,d KB%n", (heap() - before) / 1024);
            for (int round = 0; round < 3; round++) {
                time("first page of 50", () -> index.page(null, batch -> true, null, 50));
                time("first page of what is held", () -> index.page(BatchState.HELD, batch -> true, null, 50));
                time(
                        "first page of one feed",
                        () -> index.page(null, batch -> batch.feed().equals("feed-7"), null, 50));
                time(
                        "one batch as a whole",
                        () -> index.whole(index.page(null, batch -> true, null, 1)
                                .batches()
                                .get(0)));
                claim(servers, index);
            }
            index.close();
        }
    }

    private static void fill(Servers servers, int batches, int feeds) throws Exception {
        long began = System.nanoTime();
        try (EventLog log = EventLog.open(servers.connection(), "ledger-growth", Servers.TOPICS)) {
            for (int number = 0; number < batches; number++) {
                if (number % 1_000 == 0) {
                    log.begin();
                }
                Batch batch = sealed("feed-" + number % feeds, number);
                int partition = EventLog.partition(batch.feed(), Servers.PARTITIONS);
                log.append(LogTopic.BATCHES, partition, LedgerFormat.key(batch), LedgerFormat.write(batch));
                if (number % 1_000 == 999 || number == batches - 1) {
                    log.commit();
                }
            }
        }
        tell("written: " + batches + " batches of " + feeds + " feeds", began);
    }

    private static Batch sealed(String feed, int number) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number);
        String hash = Fingerprint.ofText(feed + number);
        return new Batch(
                hash,
                1,
                4,
                feed,
                "TXN." + number + ".BIN",
                null,
                7581,
                hash,
                null,
                Fingerprint.ofText(feed),
                "20261122T200109.404-80e3a089",
                BatchState.SEALED,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                Map.of(),
                LocalDate.of(2026, 1, 1).plusDays(number / 50),
                (long) number,
                new Counts(123, 120, 0, 3, 142),
                List.of(new Turnover("EUR", new BigDecimal("71.00"), new BigDecimal("20.00"), new BigDecimal("0.00"))),
                List.of(),
                List.of(),
                List.of(),
                123,
                new Batch.Durations(19, 50),
                List.of(
                        new Batch.Step(BatchState.STAGED, at, null),
                        new Batch.Step(BatchState.CHECKED, at, null),
                        new Batch.Step(BatchState.PUBLISHING, at, null),
                        new Batch.Step(BatchState.SEALED, at, null)));
    }

    /** What an owner does before its first file: the claim comes back from the ledger. */
    private static void claim(Servers servers, LedgerIndex index) throws Exception {
        long began = System.nanoTime();
        int partition = EventLog.partition("feed-7", Servers.PARTITIONS);
        try (EventLog log = EventLog.open(servers.connection(), "ingest-feed-7", Servers.TOPICS)) {
            Claim claim = new Claim("feed-7", "claim-" + began, "bench", Instant.now());
            log.begin();
            log.append(LogTopic.BATCHES, partition, LedgerFormat.key(claim), LedgerFormat.write(claim));
            log.commit();
            index.feed("feed-7", partition).awaitClaim(claim.claim());
            tell("claim of a feed", began);
        }
    }

    private static void time(String what, Runnable step) {
        long began = System.nanoTime();
        step.run();
        tell(what, began);
    }

    private static void tell(String what, long began) {
        System.out.printf(
                "%s: %,d ms%n",
                what, Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

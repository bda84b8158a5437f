package io.banku.audit;

import io.banku.log.AppendFailedException;
import io.banku.log.EventLog;
import io.banku.log.KnownTopics;
import io.banku.log.LogConnection;
import io.banku.log.LogTopic;
import io.banku.log.LogUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Writes what is decided: one transaction holds the record of the ledger and that of the audit, so there is never one without
 * the other. What comes while one is under way goes together with the next. Shared by threads; it has one of its own while
 * there is something to do.
 */
public final class AuditLog implements AutoCloseable {
    private static final int MOST = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long STOP_SECONDS = 5;

    private final LogConnection connection;
    private final KnownTopics topics;
    private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), run -> new Thread(run, "audit"));
    private EventLog log;

    /** @param key of the record in the ledger; null where there is none */
    private record Said(AuditEntry entry, String key, byte[] value, CompletableFuture<Void> kept) {}

    public AuditLog(LogConnection connection, KnownTopics topics) {
        this.connection = connection;
        this.topics = topics;
    }

    /**
     * What is said is to be kept, with its record in its feed's part of the ledger.
     *
     * @return fails with {@link LogUnavailableException} when it is in the log for certain not, with {@link
     *     AppendFailedException} when it may be
     */
    public CompletableFuture<Void> keep(AuditEntry entry, String key, byte[] value) {
        return keep(new Said(entry, key, value, new CompletableFuture<>()));
    }

    /** What is said is to be kept, and is nothing for the ledger. */
    public CompletableFuture<Void> keep(AuditEntry entry) {
        return keep(new Said(entry, null, null, new CompletableFuture<>()));
    }

    private CompletableFuture<Void> keep(Said one) {
        said.add(one);
        thread.execute(this::write);
        return one.kept();
    }

    private void write() {
        List<Said> together = new ArrayList<>();
        said.drainTo(together, MOST);
        if (!together.isEmpty()) {
            write(together, true);
        }
    }

    /** @param isFirst whether it is to be tried again where the log only had forgotten who we are */
    private void write(List<Said> together, boolean isFirst) {
        try {
            append(together);
            together.forEach(one -> one.kept().complete(null));
        } catch (AppendFailedException failed) {
            forget();
            if (failed.kind() == AppendFailedException.Kind.TOO_LARGE && together.size() > 1) {
                together.forEach(one -> write(List.of(one), true));
            } else if (failed.kind() == AppendFailedException.Kind.EXPIRED && isFirst) {
                write(together, false);
            } else {
                together.forEach(one -> one.kept().completeExceptionally(failed));
            }
        } catch (RuntimeException failed) {
            forget();
            together.forEach(one -> one.kept().completeExceptionally(failed));
        }
    }

    private void append(List<Said> together) throws AppendFailedException {
        if (log == null) {
            log = EventLog.open(connection, "audit-" + UUID.randomUUID(), topics, PATIENCE);
        }
        try {
            log.begin();
            for (Said one : together) {
                int partition = EventLog.partition(one.entry().key(), topics.partitions());
                if (one.key() != null) {
                    log.append(LogTopic.BATCHES, partition, one.key(), one.value());
                }
                log.append(
                        LogTopic.AUDIT,
                        partition,
                        one.entry().key(),
                        one.entry().value(),
                        one.entry().headers());
            }
        } catch (AppendFailedException failed) {
            if (failed.kind() == AppendFailedException.Kind.OTHER) {
                throw new LogUnavailableException("BNK-5000 " + failed.getMessage(), failed);
            }
            throw failed;
        }
        log.commit();
    }

    private void forget() {
        if (log != null) {
            log.close();
            log = null;
        }
    }

    /** What was said before is written, if Kafka answers. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                forget();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}

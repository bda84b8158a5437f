package io.banku.batch;

import io.banku.log.LogConnection;
import io.banku.log.LogTopic;
import io.banku.log.TopicReader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ledger as it is written, read from its beginning at every question: what no index can have got wrong. */
public final class LedgerSnapshots {
    private final LogConnection connection;

    public LedgerSnapshots(LogConnection connection) {
        this.connection = connection;
    }

    /** The last snapshot of each batch, the one that moved last first. */
    public List<Batch> batches() {
        Map<String, Batch> latest = new HashMap<>();
        TopicReader.read(
                connection,
                LogTopic.BATCHES,
                entry -> LedgerFormat.batch(entry.key(), entry.value())
                        .ifPresent(batch -> latest.put(batch.id(), batch)));
        return latest.values().stream()
                .sorted(Comparator.comparing(Batch::movedAt).reversed())
                .toList();
    }
}

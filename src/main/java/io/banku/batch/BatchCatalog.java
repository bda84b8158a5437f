package io.banku.batch;

import io.banku.log.LogConnection;
import io.banku.log.LogTopic;
import io.banku.log.TopicReader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All batches of all feeds, whoever owns them: the ledger read once more, from its beginning, at every question. */
public final class BatchCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(BatchCatalog.class);

    private final LogConnection connection;

    public BatchCatalog(LogConnection connection) {
        this.connection = connection;
    }

    /** The last snapshot of each, the one that moved last first. */
    public List<Batch> batches() {
        Map<String, Batch> latest = new HashMap<>();
        TopicReader.read(connection, LogTopic.BATCHES, entry -> {
            try {
                LedgerFormat.batch(entry.key(), entry.value()).ifPresent(batch -> latest.put(batch.id(), batch));
            } catch (IllegalStateException foreign) {
                LOG.warn("partition {} offset {}: {}", entry.partition(), entry.offset(), foreign.getMessage());
            }
        });
        return latest.values().stream()
                .sorted(Comparator.comparing(BatchCatalog::lastMove).reversed())
                .toList();
    }

    private static java.time.Instant lastMove(Batch batch) {
        return batch.history().get(batch.history().size() - 1).at();
    }
}

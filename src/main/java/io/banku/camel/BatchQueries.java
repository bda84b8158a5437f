package io.banku.camel;

import io.banku.batch.Batch;
import io.banku.batch.BatchCatalog;
import io.banku.batch.BatchState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** GET of batches: the ledger as it is now. */
public final class BatchQueries {
    private final BatchCatalog catalog;

    public BatchQueries(BatchCatalog catalog) {
        this.catalog = catalog;
    }

    public void list(@Header("state") String state, @Header("feed") String feed, Exchange exchange) {
        List<String> states =
                Arrays.stream(BatchState.values()).map(BatchState::text).toList();
        if (state != null && !states.contains(state)) {
            throw ProblemException.malformed(
                    List.of(RequestFault.inParameter("state", "one of " + String.join(", ", states), state)));
        }
        List<Map<String, Object>> items = catalog.batches().stream()
                .filter(batch -> state == null || batch.state().text().equals(state))
                .filter(batch -> feed == null || batch.feed().equals(feed))
                .map(BatchDocument::line)
                .toList();
        Answers.json(exchange, 200, Map.of("items", items));
    }

    public void get(@Header("id") String id, Exchange exchange) {
        Answers.json(exchange, 200, BatchDocument.whole(find(catalog, id)));
    }

    /** The one batch whose id begins like this. */
    static Batch find(BatchCatalog catalog, String beginning) {
        List<Batch> found = catalog.batches().stream()
                .filter(batch -> batch.id().startsWith(beginning))
                .toList();
        if (found.isEmpty()) {
            throw new ProblemException(
                    Problem.BATCH_NOT_FOUND, "expected the beginning of a batch's id, found none like " + beginning);
        }
        if (found.size() > 1) {
            throw new ProblemException(
                    Problem.AMBIGUOUS_BATCH,
                    "expected the beginning of one batch's id, found " + found.size() + ": "
                            + found.stream().map(Batch::id).toList());
        }
        return found.get(0);
    }
}

package io.banku.camel;

import io.banku.batch.Batch;
import io.banku.batch.BatchState;
import io.banku.batch.LedgerIndex;
import io.banku.batch.LedgerIndex.Page;
import io.banku.batch.Standing;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** GET of batches: the ledger as it is now. */
public final class BatchQueries {
    private final LedgerIndex ledger;
    private final Supplier<Optional<List<Standing>>> standing;

    /** @param standing what does not go on, as far as this process knows; empty where it takes no files in */
    public BatchQueries(LedgerIndex ledger, Supplier<Optional<List<Standing>>> standing) {
        this.ledger = ledger;
        this.standing = standing;
    }

    public void list(Exchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        BatchState state = state(exchange);
        Page page = ledger.page(state, wanted(exchange, request), request.batchCursor(), request.limit());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", page.batches().stream().map(BatchDocument::line).toList());
        if (request.cursor() == null) {
            Optional<List<Standing>> known = standing.get();
            answer.put("standingKnown", known.isPresent()); // or an empty list would say that all is well
            known.ifPresent(list -> answer.put("standing", list));
        }
        if (page.next() != null) {
            answer.put("next", PageRequest.cursor(page.next()));
        }
        Answers.json(exchange, 200, answer);
    }

    private static BatchState state(Exchange exchange) {
        String state = exchange.getMessage().getHeader("state", String.class);
        if (state == null) {
            return null;
        }
        return Arrays.stream(BatchState.values())
                .filter(known -> known.text().equals(state))
                .findFirst()
                .orElseThrow(() -> ProblemException.malformed(List.of(RequestFault.inParameter(
                        "state",
                        "one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(BatchState.values())
                                                .map(BatchState::text)
                                                .toList()),
                        state))));
    }

    private static Predicate<Batch> wanted(Exchange exchange, PageRequest request) {
        String feed = exchange.getMessage().getHeader("feed", String.class);
        LocalDate from = request.date("from");
        LocalDate to = request.date("to");
        return batch -> (feed == null || batch.feed().equals(feed))
                && (from == null || batch.date() != null && !batch.date().isBefore(from))
                && (to == null || batch.date() != null && !batch.date().isAfter(to));
    }

    public void get(@Header("id") String id, Exchange exchange) {
        Answers.json(exchange, 200, BatchDocument.whole(ledger.whole(find(ledger, id))));
    }

    /** The one batch whose id begins like this, in short. */
    static Batch find(LedgerIndex ledger, String beginning) {
        Collection<Batch> found = ledger.beginningWith(beginning);
        if (found.isEmpty()) {
            throw new ProblemException(
                    Problem.BATCH_NOT_FOUND, "expected the beginning of a batch's id, found none like " + beginning);
        }
        if (found.size() > 1) {
            throw new ProblemException(
                    Problem.AMBIGUOUS_BATCH,
                    "expected the beginning of one batch's id, found " + found.size() + ": "
                            + found.stream().limit(10).map(Batch::id).toList());
        }
        return found.iterator().next();
    }
}

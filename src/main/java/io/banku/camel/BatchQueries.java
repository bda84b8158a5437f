package io.banku.camel;

import io.banku.batch.Batch;
import io.banku.batch.BatchIndex.Page;
import io.banku.batch.BatchIndex.PageKey;
import io.banku.batch.BatchState;
import io.banku.batch.DueFile;
import io.banku.batch.LedgerIndex;
import io.banku.batch.Precedence;
import io.banku.batch.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** GET of batches: the ledger as it is now. */
public final class BatchQueries {
    private final LedgerIndex ledger;
    private final Supplier<Optional<List<Standing>>> standing;
    private final Clock clock;
    private final Precedence precedence;

    /** @param standing what does not go on, as far as this process knows; empty where it takes no files in */
    public BatchQueries(LedgerIndex ledger, Supplier<Optional<List<Standing>>> standing, Clock clock) {
        this.ledger = ledger;
        this.standing = standing;
        this.clock = clock;
        this.precedence = new Precedence(ledger, clock);
    }

    public void list(Exchange exchange) {
        PageRequest request = new PageRequest(exchange, "batches");
        Map<String, BatchState> states = states();
        Map<String, DueFile.State> missing = missing();
        String known = String.join(", ", states.keySet()) + ", " + String.join(", ", missing.keySet());
        String state = request.read(
                "state",
                "one of " + known,
                null,
                text -> states.containsKey(text) || missing.containsKey(text) ? text : null);
        Predicate<Batch> wanted = wanted(request);
        PageKey from = request.begin(BatchQueries::key);
        request.requireFaultless();
        Page page = missing.containsKey(state)
                ? new Page(List.of(), null)
                : ledger.page(states.get(state), wanted, from, request.limit());
        Map<String, Object> answer = request.answer(
                page.batches().stream()
                        .map(batch -> BatchDocument.line(batch, precedence.of(batch), WaitingWish.of(ledger, batch)))
                        .toList(),
                page.next() == null
                        ? null
                        : page.next().moved() + " " + page.next().id());
        if (request.isFirst()) {
            Optional<List<Standing>> standingHere = standing.get();
            answer.put("standingKnown", standingHere.isPresent()); // or an empty list would say that all is well
            standingHere.ifPresent(list -> answer.put("standing", list));
            if (!states.containsKey(state)) {
                answer.put("due", due(request, missing.get(state)));
            }
        }
        Answers.json(exchange, 200, answer);
    }

    /** @param state null for those that are not excused */
    private List<Map<String, Object>> due(PageRequest request, DueFile.State state) {
        String feed = request.text("feed");
        LocalDate from = request.date("from");
        LocalDate to = request.date("to");
        return ledger.missing(clock.instant()).stream()
                .filter(file -> state == null ? file.state() != DueFile.State.EXCUSED : file.state() == state)
                .filter(file -> (feed == null || file.feed().equals(feed))
                        && (from == null || !file.date().isBefore(from))
                        && (to == null || !file.date().isAfter(to)))
                .map(BatchDocument::due)
                .toList();
    }

    private static Map<String, DueFile.State> missing() {
        return Arrays.stream(DueFile.State.values())
                .collect(Collectors.toMap(DueFile.State::text, state -> state, (one, same) -> one, LinkedHashMap::new));
    }

    private static Map<String, BatchState> states() {
        return Arrays.stream(BatchState.values())
                .collect(Collectors.toMap(BatchState::text, state -> state, (one, same) -> one, LinkedHashMap::new));
    }

    private static PageKey key(String place) {
        String[] parts = place.split(" ", 2);
        return new PageKey(Instant.parse(parts[0]), parts[1]);
    }

    private static Predicate<Batch> wanted(PageRequest request) {
        String feed = request.text("feed");
        LocalDate from = request.date("from");
        LocalDate to = request.date("to");
        return batch -> (feed == null || batch.feed().equals(feed))
                && (from == null || batch.date() != null && !batch.date().isBefore(from))
                && (to == null || batch.date() != null && !batch.date().isAfter(to));
    }

    public void get(@Header("id") String id, Exchange exchange) {
        Answers.json(exchange, 200, whole(ledger.whole(find(ledger, id))));
    }

    private Map<String, Object> whole(Batch batch) {
        return BatchDocument.whole(batch, precedence.of(batch), WaitingWish.of(ledger, batch), ledger.lives(batch));
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

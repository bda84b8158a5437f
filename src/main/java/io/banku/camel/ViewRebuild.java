package io.banku.camel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.banku.audit.AuditEntry;
import io.banku.batch.Grounds;
import io.banku.log.LogConnection;
import io.banku.log.LogTopic;
import io.banku.log.TopicReader;
import io.banku.log.TopicReader.Bounds;
import io.banku.view.Rebuild;
import io.banku.view.SlotState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the view stands, and an operator's wish to have it rebuilt: the slots are marked here, and whoever projects them
 * does the work. Nothing is marked unless the log can give everything back.
 */
public final class ViewRebuild {
    private static final Logger LOG = LoggerFactory.getLogger(ViewRebuild.class);

    private final Rebuild rebuild;
    private final LogConnection connection;
    private final String logId;
    private final int partitions;
    private final Clock clock;
    private final ProjectionWatch watch;
    private final IntoTheLedger audit;

    private record Wish(Collection<Integer> partitions, Grounds grounds) {}

    /** A slot as the contract describes it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Slot(
            int partition,
            String state,
            long position,
            Long end,
            Instant standsSince,
            String why,
            Long rebuildingTo,
            Instant rebuildBegan,
            String lost) {
        static Slot of(int partition, SlotState slot, Optional<ProjectionWatch.Stand> stand) {
            Optional<ProjectionWatch.Stand> behind = stand.filter(ProjectionWatch.Stand::isBehind);
            String state = slot.lost().isPresent()
                    ? "log-lost"
                    : slot.isEmptying() ? "emptying" : slot.isRebuilding() ? "folding" : "current";
            return new Slot(
                    partition,
                    state,
                    Math.max(0, slot.position()),
                    stand.map(ProjectionWatch.Stand::end).orElse(null),
                    behind.map(ProjectionWatch.Stand::since).orElse(null),
                    behind.map(ProjectionWatch.Stand::why).orElse(null),
                    slot.rebuildingTo() == 0 ? null : slot.rebuildingTo(),
                    slot.rebuildBegan(),
                    slot.gap());
        }
    }

    public ViewRebuild(
            Rebuild rebuild,
            LogConnection connection,
            String logId,
            int partitions,
            Clock clock,
            ProjectionWatch watch,
            IntoTheLedger audit) {
        this.rebuild = rebuild;
        this.connection = connection;
        this.logId = logId;
        this.partitions = partitions;
        this.clock = clock;
        this.watch = watch;
        this.audit = audit;
    }

    public void show(Exchange exchange) {
        answer(exchange, 200, IntStream.range(0, partitions).boxed().toList());
    }

    public void begin(Exchange exchange) {
        Wish wish = wish(exchange);
        Collection<Integer> wanted = wish.partitions();
        Map<Integer, SlotState> known = new TreeMap<>();
        wanted.forEach(partition -> known.put(partition, rebuild.state(partition)));
        Map<Integer, Bounds> log = wholeLog(known);
        Instant now = clock.instant();
        Grounds grounds = wish.grounds();
        audit.keepNow(
                exchange,
                AuditEntry.of(UUID.randomUUID().toString(), "rebuild", grounds.by(), grounds.reason(), now)
                        .about("the view of partitions " + wanted));
        Map<Integer, SlotState> marked = new TreeMap<>();
        known.forEach((partition, slot) -> marked.put(
                partition,
                rebuild.begin(partition, slot, logId, now, log.get(partition).end())));
        LOG.info("the view of partitions {} is to be rebuilt, asked for by '{}'", wanted, grounds.by());
        marked.forEach(ViewRebuild::unlessLostMeanwhile);
        answer(exchange, 202, wanted);
        exchange.getMessage().setHeader("Location", "/api/v1/view");
    }

    /** The others are rebuilt all the same. */
    private static void unlessLostMeanwhile(int partition, SlotState slot) {
        if (slot.lost().isPresent()) {
            throw new ProblemException(
                    Problem.LOG_LOST,
                    "partition " + partition + " is not rebuilt, as this was found only now: " + slot.gap()
                            + "; asked for again, a rebuild gives it up");
        }
    }

    private void answer(Exchange exchange, int status, Collection<Integer> shown) {
        List<Slot> slots = shown.stream()
                .map(partition -> Slot.of(partition, rebuild.state(partition), watch.stand(partition)))
                .toList();
        Answers.json(exchange, status, Map.of("partitions", slots));
    }

    private Wish wish(Exchange exchange) {
        List<RequestFault> faults = new ArrayList<>();
        StrictBody body = StrictBody.read(exchange.getMessage().getBody(byte[].class), faults);
        Grounds grounds = GroundsForm.readOptional(body, exchange);
        Collection<Integer> wanted = body.numbers("partitions", partitions);
        body.nothingElse();
        if (!faults.isEmpty()) {
            throw ProblemException.malformed(faults);
        }
        return new Wish(wanted == null ? IntStream.range(0, partitions).boxed().toList() : wanted, grounds);
    }

    /**
     * What the log lacks, only the view has. The view is looked at first: meanwhile the log can only grow. Where it is known
     * what was lost, whoever asks has been told so, and gives it up; what is found between this look and the rebuild is not.
     */
    private Map<Integer, Bounds> wholeLog(Map<Integer, SlotState> slots) {
        Map<Integer, Bounds> log = TopicReader.bounds(connection, LogTopic.EVENTS);
        for (int partition : slots.keySet()) {
            Bounds found = log.get(partition);
            SlotState slot = slots.get(partition);
            boolean isKnown = slot.lost().isPresent();
            if (found.begin() > 0 || found.end() < slot.position() && !isKnown) {
                throw new ProblemException(
                        Problem.LOG_NOT_WHOLE,
                        "expected partition " + partition + " of " + LogTopic.EVENTS.topic() + " from offset 0 to "
                                + Math.max(0, slot.position()) + ", where the view stands, found it from "
                                + found.begin()
                                + " to " + found.end());
            }
        }
        return log;
    }
}

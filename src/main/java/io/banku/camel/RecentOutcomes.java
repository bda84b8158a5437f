package io.banku.camel;

import io.banku.view.Outcome;
import io.banku.view.OutcomeNews;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What was told of decided commands in the last seconds. A decision may be known before the request that asks for it has
 * begun to wait; it is found here then. Shared by threads.
 */
public final class RecentOutcomes implements OutcomeNews {
    /** A request begins to wait as soon as Kafka has its command. */
    private static final long KEPT = Duration.ofSeconds(10).toNanos();

    private static final int MOST = 20_000;

    private final LongSupplier nanos;
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final Deque<Told> inOrder = new ArrayDeque<>();
    private OutcomeNews listener = (partition, nobodyListens) -> {};

    private record Told(String commandId, Outcome outcome, long at) {}

    public RecentOutcomes() {
        this(System::nanoTime);
    }

    /** @param nanos of a clock that nobody sets */
    RecentOutcomes(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Told of all that comes from now on. */
    synchronized void listen(OutcomeNews told) {
        listener = told;
    }

    /** Nothing when nothing was told of it, or that is too long ago. */
    synchronized Optional<Outcome> find(String commandId) {
        forgetOld(nanos.getAsLong());
        return Optional.ofNullable(outcomes.get(commandId));
    }

    @Override
    public void tell(int partition, Map<String, Outcome> decided) {
        add(decided).tell(partition, decided);
    }

    private synchronized OutcomeNews add(Map<String, Outcome> decided) {
        long now = nanos.getAsLong();
        forgetOld(now);
        decided.forEach((id, outcome) -> {
            outcomes.put(id, outcome);
            inOrder.add(new Told(id, outcome, now));
        });
        return listener;
    }

    private void forgetOld(long now) {
        while (!inOrder.isEmpty()
                && (inOrder.size() > MOST || now - inOrder.peek().at() > KEPT)) {
            Told old = inOrder.remove();
            outcomes.remove(old.commandId(), old.outcome());
        }
    }
}

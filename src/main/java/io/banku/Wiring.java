package io.banku;

import io.banku.batch.LedgerIndex;
import io.banku.batch.Standing;
import io.banku.camel.RecentOutcomes;
import io.banku.camel.metrics.Metrics;
import io.banku.log.LogConnection;
import io.banku.log.TopicsWatch;
import io.banku.night.Nights;
import io.banku.settings.Role;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the parts of a process share while they are put together, and in which order they are told to end. One thread. */
final class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    final Settings settings;
    final Main main;
    final LogConnection connection;
    final int partitions;
    final String logId;
    final TopicsWatch topics;
    final Clock clock;
    final Metrics metrics;
    /** What deciders tell to requests that wait, of this process and of others. */
    final RecentOutcomes decided = new RecentOutcomes();

    private LedgerIndex ledger;
    private Nights nights;
    private final List<Supplier<List<Standing>>> standing = new ArrayList<>();
    private final List<HealthCheck> checks = new ArrayList<>();
    private final List<Runnable> before = new ArrayList<>();
    private final Deque<Runnable> after = new ArrayDeque<>();

    Wiring(
            Settings settings,
            Main main,
            LogConnection connection,
            String logId,
            TopicsWatch topics,
            Clock clock,
            Metrics metrics) {
        this.settings = settings;
        this.main = main;
        this.connection = connection;
        this.partitions = settings.get(Setting.PARTITIONS);
        this.logId = logId;
        this.topics = topics;
        this.clock = clock;
        this.metrics = metrics;
    }

    boolean has(Role role) {
        return settings.get(Setting.ROLES).contains(role);
    }

    boolean answersHttp() {
        return settings.get(Setting.ROLES).stream().anyMatch(Role::answersHttp);
    }

    /** One for all who ask for it; followed from the first time on. */
    LedgerIndex ledger() {
        if (ledger == null) {
            ledger = LedgerIndex.follow(connection);
            afterRoutesStopped(ledger::close);
        }
        return ledger;
    }

    /** As {@link #ledger}. */
    Nights nights() {
        if (nights == null) {
            nights = new Nights(ledger(), connection);
            afterRoutesStopped(nights::close);
        }
        return nights;
    }

    void standing(Supplier<List<Standing>> source) {
        standing.add(source);
    }

    /** What does not go on now, as far as this process knows. */
    List<Standing> standing() {
        return standing.stream().flatMap(source -> source.get().stream()).toList();
    }

    void check(HealthCheck check) {
        checks.add(check);
    }

    List<HealthCheck> checks() {
        return checks;
    }

    /** Called before the routes are stopped, in this order. */
    void beforeRoutesStop(Runnable stop) {
        before.add(stop);
    }

    /** Called when the routes have stopped, the last one first. */
    void afterRoutesStopped(Runnable close) {
        after.push(close);
    }

    void stopBeforeRoutes() {
        before.forEach(Wiring::end);
        before.clear();
    }

    void closeAfterRoutes() {
        while (!after.isEmpty()) {
            end(after.pop());
        }
    }

    /** What one part cannot do is no reason for the others to end unfinished. */
    private static void end(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | Error failed) {
            LOG.error("a part of the process could not be ended; the others are", failed);
        }
    }
}

package io.banku.log;

import io.banku.outside.Door;
import io.banku.outside.Sight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.Node;

/** Kafka's brokers as clients meet them: those that are to be asked first, and those that these name. One thread. */
public final class BrokerSights {
    /** A broker that is just starting is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long BETWEEN_TRIES_MILLIS = 250;

    private final LogConnection connection;
    private final BrokerProbe probe;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Map<Integer, Node> brokers = new LinkedHashMap<>();
    private final List<Sight> sights = new ArrayList<>();
    private boolean mayPass = true;

    private BrokerSights(LogConnection connection) {
        this.connection = connection;
        this.probe = new BrokerProbe(connection);
    }

    /** One for each address that the settings name, then one for each broker by the address that it advertises. */
    public static List<Sight> of(LogConnection connection) {
        BrokerSights all = new BrokerSights(connection);
        for (String server : connection.servers()) {
            all.look(server);
        }
        all.brokers.values().forEach(all::look);
        return all.sights;
    }

    /**
     * Returns when there is a way to a broker.
     *
     * @throws LogUnavailableException when there is none within some seconds, with what was tried
     */
    public static void require(LogConnection connection) {
        require(connection, PATIENCE);
    }

    static void require(LogConnection connection, Duration patience) {
        long start = System.nanoTime();
        while (true) {
            BrokerSights now = new BrokerSights(connection);
            Optional<LogUnavailableException> none = now.unreachable();
            if (none.isEmpty()) {
                return;
            }
            if (!now.mayPass || System.nanoTime() - start > patience.toNanos()) {
                throw none.get();
            }
            pause(none.get());
        }
    }

    private static void pause(LogUnavailableException reason) {
        try {
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }

    private Optional<LogUnavailableException> unreachable() {
        for (String server : connection.servers()) {
            look(server);
            if (!brokers.isEmpty()) {
                return unreachableAsAdvertised();
            }
        }
        return Optional.of(new LogUnavailableException(
                "BNK-5000 expected Kafka at " + connection.bootstrapServers() + ", found: "
                        + faults.entrySet().stream()
                                .map(fault -> faults.size() == 1
                                        ? fault.getValue()
                                        : fault.getKey() + ": " + fault.getValue())
                                .collect(Collectors.joining("; ")),
                null));
    }

    private Optional<LogUnavailableException> unreachableAsAdvertised() {
        List<String> closed = new ArrayList<>();
        for (Node broker : brokers.values()) {
            Optional<String> fault = door(broker).closed();
            if (fault.isEmpty()) {
                return Optional.empty();
            }
            closed.add(fault.get());
        }
        return Optional.of(new LogUnavailableException(
                "BNK-5028 expected to reach Kafka's brokers by the addresses that they advertise, found at "
                        + connection.bootstrapServers() + " that they are " + told(brokers.values()) + ": "
                        + String.join("; ", closed) + " Set advertised.listeners of the brokers to what can be"
                        + " reached from here",
                null));
    }

    private void look(String server) {
        String thing = "Kafka at " + server;
        Door door = door(server);
        BrokerProbe.Answer answer = probe.ask(door);
        answer.fault().ifPresent(fault -> faults.put(server, fault));
        mayPass = mayPass && (answer.fault().isEmpty() || answer.mayPass());
        answer.brokers().forEach(broker -> brokers.put(broker.id(), broker));
        sights.add(answer.fault()
                .map(fault -> Sight.failed(thing, "BNK-5000 " + fault))
                .orElseGet(() -> Sight.ok(thing, "answers; brokers: " + told(answer.brokers()))));
    }

    private void look(Node broker) {
        String thing = "Kafka broker " + broker.id() + " at " + broker.host() + ":" + broker.port();
        sights.add(door(broker)
                .closed()
                .map(fault -> Sight.failed(
                        thing,
                        "BNK-5028 " + fault + " It is the address that this broker advertises: set advertised.listeners"
                                + " there to what can be reached from here"))
                .orElseGet(() -> Sight.ok(thing, "can be reached by the address that it advertises")));
    }

    private static String told(Collection<Node> brokers) {
        return brokers.stream()
                .map(broker -> broker.id() + " at " + broker.host() + ":" + broker.port())
                .collect(Collectors.joining(", "));
    }

    private static Door door(Node broker) {
        return new Door(broker.host(), broker.port());
    }

    private static Door door(String server) {
        int colon = server.lastIndexOf(':');
        return new Door(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
    }
}

package io.banku.log;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.MetricName;

/**
 * What is shown of Kafka's clients: of their two hundred figures those by which an operator sees whether a client has its
 * brokers, gets its work done, and keeps its place in its group. Times are in seconds. What is the largest of late is that of
 * the last half to whole minute, and 0 where there was nothing.
 */
public enum ClientFigure {
    CONNECTIONS(Of.ALL, "connection-count", Unit.ONE, Sum.NOW, "connections", "Connections to brokers now."),
    CONNECTIONS_OPENED(
            Of.ALL, "connection-creation-total", Unit.ONE, Sum.EVER, "connections.opened", "Connections opened."),
    AUTHENTICATIONS_FAILED(
            Of.ALL,
            "failed-authentication-total",
            Unit.ONE,
            Sum.EVER,
            "authentications.failed",
            "Connections that a broker refused for who we are."),
    REQUESTS(Of.ALL, "request-total", Unit.ONE, Sum.EVER, "requests", "Requests sent to brokers."),
    SENT(Of.ALL, "outgoing-byte-total", Unit.ONE, Sum.EVER, "sent.bytes", "Bytes sent to brokers."),
    RECEIVED(Of.ALL, "incoming-byte-total", Unit.ONE, Sum.EVER, "received.bytes", "Bytes received from brokers."),
    IO_WAIT(
            Of.ALL,
            "io-wait-time-ns-total",
            Unit.NANOS,
            Sum.EVER,
            "io.wait.seconds",
            "Time that network threads had nothing to send and nothing to receive."),

    RECORDS_SENT(
            Of.PRODUCER, "record-send-total", Unit.ONE, Sum.EVER, "producer.records", "Records handed to brokers."),
    RECORD_ERRORS(
            Of.PRODUCER,
            "record-error-total",
            Unit.ONE,
            Sum.EVER,
            "producer.record.errors",
            "Records that were given up; their transaction is aborted and tried again."),
    RECORD_RETRIES(
            Of.PRODUCER,
            "record-retry-total",
            Unit.ONE,
            Sum.EVER,
            "producer.record.retries",
            "Records that were sent again."),
    REQUEST_LATENCY(
            Of.PRODUCER,
            "request-latency-avg",
            Unit.MILLIS,
            Sum.LARGEST,
            "producer.request.latency.avg.seconds",
            "From a request to its answer, on average of late; of several clients the slowest's."),
    REQUEST_LATENCY_MAX(
            Of.PRODUCER,
            "request-latency-max",
            Unit.MILLIS,
            Sum.LARGEST,
            "producer.request.latency.max.seconds",
            "From a request to its answer, the longest of late."),
    QUEUE_TIME(
            Of.PRODUCER,
            "record-queue-time-max",
            Unit.MILLIS,
            Sum.LARGEST,
            "producer.queue.max.seconds",
            "How long a batch of records waited to be sent, the longest of late."),
    BATCH_SIZE(
            Of.PRODUCER,
            "batch-size-avg",
            Unit.ONE,
            Sum.LARGEST,
            "producer.batch.avg.bytes",
            "Size of a batch of records as sent, on average of late; of several clients the largest's."),
    BUFFER_WAIT(
            Of.PRODUCER,
            "bufferpool-wait-time-ns-total",
            Unit.NANOS,
            Sum.EVER,
            "producer.buffer.wait.seconds",
            "Time that appending waited as the buffer of what is to be sent was full."),
    PRODUCER_THROTTLE(
            Of.PRODUCER,
            "produce-throttle-time-max",
            Unit.MILLIS,
            Sum.LARGEST,
            "producer.throttle.max.seconds",
            "How long a broker's quota held a request back, the longest of late."),
    FLUSH(
            Of.PRODUCER,
            "flush-time-ns-total",
            Unit.NANOS,
            Sum.EVER,
            "producer.flush.seconds",
            "Time until the records of transactions were acknowledged, once all had been appended."),
    COMMIT(
            Of.PRODUCER,
            "txn-commit-time-ns-total",
            Unit.NANOS,
            Sum.EVER,
            "producer.transaction.commit.seconds",
            "Time that commits of transactions took."),

    RECORDS_READ(
            Of.FETCHES,
            "records-consumed-total",
            Unit.ONE,
            Sum.EVER,
            "consumer.records",
            "Records read, those that came again among them."),
    LAG(
            Of.FETCHES,
            "records-lag-max",
            Unit.ONE,
            Sum.LARGEST,
            "consumer.lag.max.records",
            "By how many records the reading of a partition was behind its end, the most of late."),
    FETCH_LATENCY(
            Of.FETCHES,
            "fetch-latency-max",
            Unit.MILLIS,
            Sum.LARGEST,
            "consumer.fetch.latency.max.seconds",
            "From a fetch to its answer, for which a broker may wait 0.5 s until something comes, the longest of late."),
    FETCH_THROTTLE(
            Of.FETCHES,
            "fetch-throttle-time-max",
            Unit.MILLIS,
            Sum.LARGEST,
            "consumer.throttle.max.seconds",
            "How long a broker's quota held a fetch back, the longest of late."),
    COMMIT_LATENCY(
            Of.GROUP,
            "commit-latency-max",
            Unit.MILLIS,
            Sum.LARGEST,
            "consumer.commit.latency.max.seconds",
            "Time that a commit of offsets took, the longest of late; they are for lag tools and for the pace."),
    ASSIGNED(
            Of.GROUP,
            "assigned-partitions",
            Unit.ONE,
            Sum.NOW,
            "consumer.assigned.partitions",
            "Partitions that the group has given to this process now."),
    REBALANCES(
            Of.GROUP,
            "rebalance-total",
            Unit.ONE,
            Sum.EVER,
            "consumer.rebalances",
            "Times that the group gave out its partitions anew."),
    REBALANCES_FAILED(
            Of.GROUP,
            "failed-rebalance-total",
            Unit.ONE,
            Sum.EVER,
            "consumer.rebalances.failed",
            "Times that this did not come to its end."),
    REBALANCE_TIME(
            Of.GROUP,
            "rebalance-latency-total",
            Unit.MILLIS,
            Sum.EVER,
            "consumer.rebalance.seconds",
            "Time that it took."),
    LAST_POLL(
            Of.CONSUMER,
            "last-poll-seconds-ago",
            Unit.ONE,
            Sum.LARGEST,
            "consumer.last.poll.seconds",
            "How long ago the consumer was last polled; from 300 on the group takes its partitions away.");

    private static final Map<Key, ClientFigure> BY_KEY = byKey();
    private static final Set<String> OF_A_WHOLE_CLIENT = Set.of("client-id");

    private final Of of;
    private final String kafkas;
    private final Unit unit;
    private final Sum sum;
    private final String title;
    private final String help;

    ClientFigure(Of of, String kafkas, Unit unit, Sum sum, String title, String help) {
        this.of = of;
        this.kafkas = kafkas;
        this.unit = unit;
        this.sum = sum;
        this.title = title;
        this.help = help;
    }

    /** By Kafka's names of groups. */
    private enum Of {
        ALL("producer-metrics", "consumer-metrics", "admin-client-metrics"),
        PRODUCER("producer-metrics"),
        CONSUMER("consumer-metrics"),
        FETCHES("consumer-fetch-manager-metrics"),
        GROUP("consumer-coordinator-metrics");

        private final String[] groups;

        Of(String... groups) {
            this.groups = groups;
        }
    }

    private enum Unit {
        ONE(1),
        MILLIS(1e3),
        NANOS(1e9);

        private final double perUnit;

        Unit(double perUnit) {
            this.perUnit = perUnit;
        }
    }

    /** What several clients come to. */
    enum Sum {
        /** Those that are closed count on: it never falls. */
        EVER,
        NOW,
        LARGEST
    }

    private record Key(String group, String name) {}

    private static Map<Key, ClientFigure> byKey() {
        Map<Key, ClientFigure> found = new HashMap<>();
        for (ClientFigure figure : values()) {
            Arrays.stream(figure.of.groups).forEach(group -> found.put(new Key(group, figure.kafkas), figure));
        }
        return Map.copyOf(found);
    }

    /** The figure that a client's own name stands for; nothing for one of a topic, a partition or a broker. */
    static Optional<ClientFigure> of(MetricName metric) {
        return metric.tags().keySet().equals(OF_A_WHOLE_CLIENT)
                ? Optional.ofNullable(BY_KEY.get(new Key(metric.group(), metric.name())))
                : Optional.empty();
    }

    double inOurUnit(double kafkas) {
        return kafkas / unit.perUnit;
    }

    Sum sum() {
        return sum;
    }

    /** Whether it only grows. */
    public boolean isCounter() {
        return sum == Sum.EVER;
    }

    /** Words with dots between; the unit last. */
    public String title() {
        return title;
    }

    /** A sentence. */
    public String help() {
        return help;
    }
}

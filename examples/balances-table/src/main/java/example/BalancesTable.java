package example;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.Stores;

/** Folds banku.events into a table of balances, and prints it as CSV when it has read what was there at the start. */
public final class BalancesTable {
    private static final String TOPIC = "banku.events";
    private static final String TABLE = "balances";

    public static void main(String[] arguments) throws Exception {
        String servers = arguments.length > 0 ? arguments[0] : "localhost:9092";
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "balances-table");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, arguments.length > 1 ? arguments[1] : "target/state");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        // each fact counts once, whatever happens to this process; it reads committed facts only, too
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        Map<TopicPartition, Long> ends = ends(servers);
        try (KafkaStreams streams = new KafkaStreams(topology(), settings)) {
            streams.start();
            while (!hasRead(streams, ends)) {
                if (streams.state().hasStartedOrFinishedShuttingDown()) {
                    throw new IllegalStateException("Kafka Streams ended: " + streams.state());
                }
                Thread.sleep(200);
            }
            print(streams);
            streams.close(Duration.ofSeconds(10));
        }
    }

    /** Facts of one account lie in one partition, in their order: the table needs no topic in between. */
    static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(TOPIC, Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .filter((account, value) -> account != null) // about a partition
                .processValues(Fact.Reader::new)
                .groupByKey()
                .aggregate(
                        () -> Account.UNKNOWN,
                        (id, fact, account) -> account.after(fact),
                        Materialized.<String, Account>as(Stores.inMemoryKeyValueStore(TABLE))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Account.serde()));
        return builder.build();
    }

    private static void print(KafkaStreams streams) {
        var table = streams.store(
                StoreQueryParameters.fromNameAndType(TABLE, QueryableStoreTypes.<String, Account>keyValueStore()));
        Map<String, Account> accounts = new TreeMap<>();
        try (var all = table.all()) {
            all.forEachRemaining(entry -> accounts.put(entry.key, entry.value));
        }
        System.out.println("account,currency,balance,mainframeBalance");
        accounts.forEach((id, account) -> {
            if (account.currency() != null) {
                System.out.println(String.join(
                        ",", id, account.currency(), account.decimal(account.balance()), account.decimal(account.mainframe())));
            }
        });
    }

    private static Map<TopicPartition, Long> ends(String servers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC).partitions()
                    .forEach(found -> asked.put(new TopicPartition(TOPIC, found.partition()), OffsetSpec.latest()));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            ends.values().removeIf(end -> end == 0);
            return ends;
        }
    }

    private static boolean hasRead(KafkaStreams streams, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> read = new HashMap<>();
        streams.metadataForLocalThreads().forEach(thread ->
                thread.activeTasks().forEach(task -> read.putAll(task.committedOffsets())));
        return ends.entrySet().stream().allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}

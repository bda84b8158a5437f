package io.banku.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Everything that can be set: its key, the form of its value, the value it has when nobody sets it, and what it means. */
public final class Setting<T> {
    private static final List<Setting<?>> TABLE = new ArrayList<>();

    public static final Setting<Set<Role>> ROLES =
            of("banku.roles", Form.ROLES, "ingest,commands,projection,queries", "what this process takes part in");

    public static final Setting<String> KAFKA_BOOTSTRAP_SERVERS =
            of("banku.kafka.bootstrap-servers", Form.SERVERS, "127.0.0.1:9092", "Kafka brokers to ask for the others");
    public static final Setting<String> KAFKA_COMPRESSION = of(
            "banku.kafka.compression",
            Form.COMPRESSION,
            "lz4",
            "how what is written to Kafka is compressed from now on; every reader of the topics has to be able to unpack it:"
                    + " docs/events/README.md");
    public static final Setting<Integer> PARTITIONS = of(
            "banku.partitions",
            Form.COUNT,
            "12",
            "partitions of every topic keyed by account; the most processes that can share the work; fixed for years");
    public static final Setting<Integer> REPLICATION_FACTOR =
            of("banku.replication-factor", Form.COUNT, "3", "brokers that keep a copy of each topic");
    public static final Setting<Integer> MIN_INSYNC_REPLICAS =
            of("banku.min-insync-replicas", Form.COUNT, "2", "copies that must exist before a write is acknowledged");

    public static final Setting<String> REDIS_URI =
            of("banku.redis.uri", Form.REDIS_URI, "redis://127.0.0.1:6379", "the Redis server that holds the views");

    public static final Setting<Path> DATA = of(
            "banku.data",
            Form.DIRECTORY,
            "data",
            "directory of staged, archived and refused files; shared by all processes that ingest");
    public static final Setting<Path> INBOX = of(
            "banku.inbox",
            Form.DIRECTORY,
            "${banku.data}/inbox",
            "directory into which the mainframe's files arrive; on the same file system as banku.data");
    public static final Setting<Path> FEEDS =
            of("banku.feeds", Form.DIRECTORY, "feeds", "directory with one folder per feed");
    public static final Setting<Path> ROUTES =
            of("banku.routes", Form.DIRECTORY, "${banku.home}/routes", "directory of the *.camel.yaml routes");

    public static final Setting<Integer> CHUNK_RECORDS =
            of("banku.ingest.chunk-records", Form.COUNT, "10000", "most records of a file in one transaction");
    public static final Setting<Duration> CHUNK_TIME = of(
            "banku.ingest.chunk-time",
            Form.DURATION,
            "50ms",
            "how long such a transaction should last; it delays every reader behind it");

    public static final Setting<Integer> INGEST_LEAD = of(
            "banku.ingest.lead",
            Form.COUNT,
            "20000",
            "most events that the ingest is ahead of the view while commands wait, which is for what is in between; ten"
                    + " times as many while none waits");

    public static final Setting<Integer> PROJECTION_CONSUMERS =
            of("banku.projection.consumers", Form.COUNT, "2", "threads that fold events into the account view");
    public static final Setting<Optional<Integer>> CACHE_ACCOUNTS = of(
            "banku.projection.cache-accounts",
            Form.COUNT_OR_AUTO,
            "auto",
            "accounts whose state is kept in memory, at most, one with breaks or suspense counting as several; auto: as many as"
                    + " a quarter of the heap has room for");

    public static final Setting<Integer> COMMAND_CONSUMERS =
            of("banku.commands.consumers", Form.COUNT, "4", "threads that decide commands, each of some partitions");
    public static final Setting<Duration> COMMANDS_FRESHNESS = of(
            "banku.commands.freshness",
            Form.DURATION,
            "10s",
            "how old the view may be that a command is decided on; behind an older one commands wait");
    public static final Setting<Duration> OUTCOMES_KEPT = of(
            "banku.commands.kept",
            Form.DURATION,
            "24h",
            "how long a command's outcome is kept, and so how long a request may be sent again; some 250 bytes each");

    public static final Setting<String> HTTP_HOST =
            of("banku.http.host", Form.HOST, "127.0.0.1", "address that the HTTP API listens on");
    public static final Setting<Integer> HTTP_PORT = of("banku.http.port", Form.PORT, "8080", "port of the HTTP API");
    public static final Setting<Optional<Path>> PRINCIPALS = of(
            "banku.http.principals",
            Form.FILE_OR_NONE,
            "",
            "file with a line principal:hash per bearer token (banku token); without it the API listens on loopback only");
    public static final Setting<OpenIds> HTTP_ACCOUNTS = of(
            "banku.http.accounts",
            Form.OPEN_IDS,
            "*",
            "ids under which the API may open accounts: patterns with commas between them, * for any characters and ? for one;"
                    + " ! before one keeps its ids for the mainframe: *, !00????????");
    public static final Setting<Duration> HTTP_WAIT = of(
            "banku.http.wait",
            Form.DURATION,
            "5s",
            "how long a command's outcome, or a view that is behind, is waited for, unless the request says less");
    public static final Setting<Integer> HTTP_WAITING = of(
            "banku.http.waiting",
            Form.COUNT,
            "10000",
            "most requests that wait at once; one more is answered without waiting");
    public static final Setting<Integer> HTTP_REQUESTS = of(
            "banku.http.requests",
            Form.COUNT,
            "20000",
            "most requests in hand at once, those that wait among them; one more is answered with 503");
    public static final Setting<Integer> HTTP_CONNECTIONS = of(
            "banku.http.connections",
            Form.COUNT,
            "25000",
            "most connections to the API at once; one more is answered with 503 and closed");
    public static final Setting<Duration> HTTP_REQUEST_TIME = of(
            "banku.http.request-time",
            Form.DURATION,
            "30s",
            "how long a client may take for a request's head, and again for its body; between two requests it may be silent as"
                    + " long");
    public static final Setting<String> MANAGEMENT_HOST =
            of("banku.management.host", Form.HOST, "127.0.0.1", "address that health and metrics listen on");
    public static final Setting<Integer> MANAGEMENT_PORT =
            of("banku.management.port", Form.PORT, "9876", "port of health and metrics");
    public static final Setting<Integer> OWN_KAFKA_PORT = of(
            "banku.own.kafka-port",
            Form.PORT,
            "9092",
            "port of the Kafka that demo and dev start; unless it is set, that of the last dev here, or a free one where it is"
                    + " taken");
    public static final Setting<Integer> OWN_REDIS_PORT = of(
            "banku.own.redis-port",
            Form.PORT,
            "6379",
            "port of the Redis that demo and dev start; unless it is set, as that of Kafka");
    public static final Setting<Duration> SHUTDOWN_TIMEOUT =
            of("banku.shutdown-timeout", Form.DURATION, "30s", "how long work in hand may take to finish at the end");

    private final String key;
    private final Form<T> form;
    private final String standard;
    private final String meaning;

    private Setting(String key, Form<T> form, String standard, String meaning) {
        this.key = key;
        this.form = form;
        this.standard = standard;
        this.meaning = meaning;
    }

    private static <T> Setting<T> of(String key, Form<T> form, String standard, String meaning) {
        Setting<T> setting = new Setting<>(key, form, standard, meaning);
        TABLE.add(setting);
        return setting;
    }

    /** In the order of this file. */
    public static List<Setting<?>> all() {
        return Collections.unmodifiableList(TABLE);
    }

    /** {@code banku.http.port}. */
    public String key() {
        return key;
    }

    /** {@code BANKU_HTTP_PORT}. */
    public String environmentVariable() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** One line, for people. */
    public String meaning() {
        return meaning;
    }

    /** What its value has to be: {@code a port, 1 to 65535}. */
    public String expected() {
        return form.expected();
    }

    /** May refer to {@code ${banku.home}}, where the program lies, and {@code ${banku.data}}. */
    public String standard() {
        return standard;
    }

    Form<T> form() {
        return form;
    }

    @Override
    public String toString() {
        return key;
    }
}

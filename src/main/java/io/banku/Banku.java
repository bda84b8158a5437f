package io.banku;

import io.banku.batch.BatchCatalog;
import io.banku.batch.BatchObserver;
import io.banku.batch.BatchObservers;
import io.banku.batch.CompleteFiles;
import io.banku.batch.Directories;
import io.banku.batch.FeedOwners;
import io.banku.batch.Ingest;
import io.banku.batch.Intake;
import io.banku.camel.AccountProjection;
import io.banku.camel.AccountQueries;
import io.banku.camel.ApiServer;
import io.banku.camel.AwaitedOutcome;
import io.banku.camel.AwaitedPosition;
import io.banku.camel.BatchDecisions;
import io.banku.camel.BatchQueries;
import io.banku.camel.BatchSteps;
import io.banku.camel.CamelBatchRoute;
import io.banku.camel.CommandAnswers;
import io.banku.camel.CommandIntake;
import io.banku.camel.FailureLog;
import io.banku.camel.HttpEdge;
import io.banku.camel.Inbox;
import io.banku.camel.KafkaEndpoints;
import io.banku.camel.ManagementServer;
import io.banku.camel.Metrics;
import io.banku.camel.Pages;
import io.banku.camel.PartitionChunks;
import io.banku.camel.PastAccount;
import io.banku.camel.Problems;
import io.banku.camel.ProjectionHealth;
import io.banku.camel.RequestsInHand;
import io.banku.camel.ViewHealth;
import io.banku.camel.ViewRebuild;
import io.banku.camel.ViewWatch;
import io.banku.command.Deciders;
import io.banku.command.FencedDecisionLog;
import io.banku.command.Partitioning;
import io.banku.feed.FeedCatalog;
import io.banku.log.LogConnection;
import io.banku.log.Topics;
import io.banku.settings.Role;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import io.banku.view.AccountSlots;
import io.banku.view.Projection;
import io.banku.view.RedisCommandView;
import io.banku.view.RedisView;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program: settings become beans, the beans get their names, Camel Main runs the routes. */
public final class Banku implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Banku.class);

    private final Settings settings;
    private final Main main = new Main();
    private final LogConnection connection;
    private final int partitions;
    private final RequestsInHand requests;
    private final Clock clock = Clock.systemUTC();
    private final List<HealthCheck> checks = new ArrayList<>();
    private final Deque<Runnable> resources = new ArrayDeque<>();
    private final ApiServer api;
    private Runnable stopIngest = () -> {};
    private Runnable stopWaiting = () -> {};

    private Banku(Settings settings) {
        this.settings = settings;
        this.connection = new LogConnection(settings.get(Setting.KAFKA_BOOTSTRAP_SERVERS), settings.kafkaProperties());
        this.partitions = settings.get(Setting.PARTITIONS);
        this.requests = new RequestsInHand(settings.get(Setting.HTTP_REQUESTS));
        this.api = ApiServer.at(settings.get(Setting.HTTP_HOST), settings.get(Setting.HTTP_PORT));
    }

    public static Banku start(Settings settings) throws Exception {
        return start(settings, new BatchObserver() {});
    }

    /**
     * Returns when the routes of this process's roles are running.
     *
     * @param watcher told what happens to batches, beside the metrics
     * @throws StartException when topics or view are not as they must be
     */
    public static Banku start(Settings settings, BatchObserver watcher) throws Exception {
        Banku banku = new Banku(settings);
        try {
            ManagementServer.requireFree(settings.get(Setting.MANAGEMENT_HOST), settings.get(Setting.MANAGEMENT_PORT));
            banku.wire(watcher);
            banku.main.start();
            banku.openHttp();
            return banku;
        } catch (Exception | Error failed) {
            banku.close();
            throw failed;
        }
    }

    /** The connection to the log that the settings name. */
    public static LogConnection connection(Settings settings) {
        return new LogConnection(settings.get(Setting.KAFKA_BOOTSTRAP_SERVERS), settings.kafkaProperties());
    }

    /** The topics as the settings want them. */
    public static Topics topics(Settings settings) {
        return new Topics(
                connection(settings),
                new Topics.Shape(
                        settings.get(Setting.PARTITIONS),
                        settings.get(Setting.REPLICATION_FACTOR).shortValue(),
                        settings.get(Setting.MIN_INSYNC_REPLICAS)));
    }

    private void wire(BatchObserver watcher) throws IOException {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Metrics metrics = new Metrics(meters);
        main.bind("metricsRegistry", meters);
        main.bind("failureLog", new FailureLog());
        String logId = checkedLogId();
        if (has(Role.INGEST)) {
            wireIngest(new BatchObservers(List.of(metrics, watcher)));
        }
        if (has(Role.COMMANDS)) {
            wireDeciders(logId, metrics);
        }
        if (has(Role.PROJECTION) || answersHttp()) {
            RedisView view = RedisView.connect(settings.get(Setting.REDIS_URI), settings.get(Setting.OUTCOMES_KEPT));
            resources.push(view::close);
            view.requireSameLog(logId, partitions);
            checks.add(new ViewHealth(view));
            if (has(Role.PROJECTION)) {
                wireProjection(view, logId, metrics);
            }
            if (answersHttp()) {
                wireHttp(view, logId, metrics);
            }
        }
        configureCamel();
    }

    private String checkedLogId() {
        try (Topics topics = topics(settings)) {
            List<String> faults = topics.check();
            if (!faults.isEmpty()) {
                throw new StartException(faults);
            }
            return topics.logId();
        }
    }

    private void wireIngest(BatchObserver observer) throws IOException {
        FeedCatalog feeds = FeedCatalog.load(settings.get(Setting.FEEDS));
        Directories directories = new Directories(settings.get(Setting.DATA), settings.get(Setting.INBOX));
        Ingest.Chunking chunking =
                new Ingest.Chunking(settings.get(Setting.CHUNK_RECORDS), settings.get(Setting.CHUNK_TIME));
        Ingest ingest = new Ingest(feeds, directories, clock, observer, chunking);
        FeedOwners owners = new FeedOwners(ingest, connection, partitions, new CamelBatchRoute(main::getCamelContext));
        stopIngest = owners::stop;
        main.bind(
                "inbox",
                new Inbox(
                        new CompleteFiles(feeds, clock),
                        new Intake(feeds, directories, clock, observer, owners::wake)));
        main.bind("feedOwners", owners);
        main.bind("ledgerChunks", new PartitionChunks(owners));
        main.bind("batchSteps", new BatchSteps());
        LOG.info("feeds: {}", feeds.patterns());
    }

    private void wireProjection(RedisView view, String logId, Metrics metrics) {
        Projection projection = new Projection(view, logId, partitions, settings.get(Setting.CACHE_ACCOUNTS));
        AccountProjection accounts = new AccountProjection(view, projection, metrics);
        main.bind("accountProjection", accounts);
        main.bind("eventChunks", new PartitionChunks(accounts));
        checks.add(new ProjectionHealth(accounts));
    }

    private void wireDeciders(String logId, Metrics metrics) {
        RedisCommandView view = RedisCommandView.connect(settings.get(Setting.REDIS_URI));
        resources.push(view::close);
        Deciders deciders = new Deciders(
                new FencedDecisionLog(connection, clock), view, new Partitioning(partitions), logId, clock, metrics);
        resources.push(deciders::close);
        main.bind("deciders", deciders);
        main.bind("commandChunks", new PartitionChunks(deciders));
    }

    private void wireHttp(RedisView view, String logId, Metrics metrics) {
        ViewWatch watch = new ViewWatch(view, view::position, settings.get(Setting.HTTP_WAITING), metrics);
        stopWaiting = watch::close;
        metrics.waiting(watch::waiting);
        metrics.inHand(requests::now);
        if (has(Role.QUERIES)) {
            wireQueries(watch);
            main.bind("viewRebuild", new ViewRebuild(view.rebuild(), connection, logId, partitions, clock));
        }
        if (has(Role.COMMANDS)) {
            main.bind("commandIntake", new CommandIntake(view, partitions, metrics));
            main.bind("awaitedOutcome", new AwaitedOutcome(watch, settings.get(Setting.HTTP_WAIT)));
            main.bind("commandAnswers", new CommandAnswers(view, view.rebuild()::state, partitions));
        }
        main.bind("problems", new Problems());
        main.bind("pages", new Pages());
        // With a management server beside it, Camel finds the API's port by this bean alone.
        main.bind("platformHttpServerConfig", api.configuration());
        // Of the contract a process answers what its roles have routes for.
        boolean whole = has(Role.QUERIES) && has(Role.COMMANDS);
        main.addOverrideProperty("banku.http.missing-operation", whole ? "fail" : "ignore");
    }

    private void wireQueries(ViewWatch watch) {
        BatchCatalog catalog = new BatchCatalog(connection);
        AccountSlots slots = new AccountSlots(settings.get(Setting.REDIS_URI));
        resources.push(slots::close);
        main.bind("accountSlots", slots);
        PastAccount past = new PastAccount(connection, partitions, clock);
        resources.push(past::close);
        main.bind("pastAccount", past);
        main.bind("accountQueries", new AccountQueries(partitions));
        main.bind("awaitedPosition", new AwaitedPosition(watch, partitions, settings.get(Setting.HTTP_WAIT)));
        main.bind("batchQueries", new BatchQueries(catalog));
        main.bind("batchDecisions", new BatchDecisions(catalog, partitions, clock));
    }

    private void configureCamel() {
        settings.properties().forEach(main::addOverrideProperty);
        main.addOverrideProperty("camel.main.routes-include-pattern", routes());
        main.addOverrideProperty(
                "camel.main.shutdown-timeout",
                Long.toString(settings.get(Setting.SHUTDOWN_TIMEOUT).toSeconds()));
        main.addOverrideProperty("camel.management.host", settings.get(Setting.MANAGEMENT_HOST));
        main.addOverrideProperty("camel.management.port", Integer.toString(settings.get(Setting.MANAGEMENT_PORT)));
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport configuring) {
                var camel = configuring.getCamelContext();
                KafkaEndpoints.configure(camel.getComponent("kafka", KafkaComponent.class), connection);
                checks.forEach(HealthCheckRegistry.get(camel)::register);
                if (answersHttp()) {
                    HttpEdge.guard(camel, api, requests);
                }
            }
        });
    }

    private void openHttp() {
        if (answersHttp()) {
            HttpEdge.open(main.getCamelContext(), api, settings, clock);
        }
    }

    /** The files of {@code routes/} that belong to this process's roles. */
    private String routes() {
        List<String> files = new ArrayList<>(List.of("failures"));
        if (has(Role.INGEST)) {
            files.add("files-to-events");
        }
        if (has(Role.PROJECTION)) {
            files.add("events-to-accounts");
        }
        if (has(Role.COMMANDS)) {
            files.add("requests-to-commands");
            files.add("commands-to-events");
        }
        if (has(Role.QUERIES)) {
            files.add("queries");
        }
        if (answersHttp()) {
            files.add("api");
        }
        return files.stream()
                .map(file -> "file:" + settings.get(Setting.ROUTES).resolve(file + ".camel.yaml"))
                .collect(Collectors.joining(","));
    }

    private boolean answersHttp() {
        return settings.get(Setting.ROLES).stream().anyMatch(Role::answersHttp);
    }

    private boolean has(Role role) {
        return settings.get(Setting.ROLES).contains(role);
    }

    /** Finishes what is in hand, in the order in which it depends on each other. */
    @Override
    public void close() {
        stopIngest.run(); // Camel tells a listener before it stops only when it runs the main loop itself
        stopWaiting.run(); // or Camel would wait for those who wait
        main.stop();
        while (!resources.isEmpty()) {
            resources.pop().run();
        }
    }
}

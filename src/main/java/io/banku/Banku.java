package io.banku;

import io.banku.batch.BatchObserver;
import io.banku.batch.BatchObservers;
import io.banku.batch.LedgerTopic;
import io.banku.camel.FailureLog;
import io.banku.camel.KafkaEndpoints;
import io.banku.camel.ManagementServer;
import io.banku.camel.ProjectionWatch;
import io.banku.camel.TopicsHealth;
import io.banku.camel.ViewHealth;
import io.banku.camel.metrics.KafkaMetrics;
import io.banku.camel.metrics.Metrics;
import io.banku.camel.metrics.ProcessMetrics;
import io.banku.log.BrokerSights;
import io.banku.log.LogConnection;
import io.banku.log.LogTips;
import io.banku.log.LogTopic;
import io.banku.log.Topics;
import io.banku.log.TopicsWatch;
import io.banku.settings.Role;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import io.banku.view.RedisView;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** The program: settings become beans, the beans get their names, Camel Main runs the routes. */
public final class Banku implements AutoCloseable {
    /** What goes wrong with a topic is to be known before much was written to another one. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Main main = new Main();
    private final Wiring wiring;
    private HttpWiring http;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private Banku(Settings settings) throws IOException {
        Clock clock = Clock.systemUTC();
        main.bind("metricsRegistry", meters);
        main.bind("failureLog", new FailureLog());
        LogConnection connection = connection(settings).watchedBy(KafkaMetrics.watch(meters));
        Topics topics = checkedTopics(settings, connection);
        wiring = new Wiring(
                settings,
                main,
                connection,
                topics.logId(),
                TopicsWatch.start(topics, BETWEEN_LOOKS),
                clock,
                new Metrics(meters, clock));
        wiring.afterRoutesStopped(wiring.topics::close);
        wiring.afterRoutesStopped(new ProcessMetrics(meters)::close);
        wiring.check(new TopicsHealth(wiring.topics));
    }

    public static Banku start(Settings settings) throws Exception {
        return start(settings, new BatchObserver() {});
    }

    /**
     * Returns when the routes of this process's roles are running.
     *
     * @param watcher told what happens to batches, beside the metrics
     * @throws StartException when topics, view or ports are not as they must be
     */
    public static Banku start(Settings settings, BatchObserver watcher) throws Exception {
        ManagementServer.requireFree(settings.get(Setting.MANAGEMENT_HOST), settings.get(Setting.MANAGEMENT_PORT));
        Banku banku = new Banku(settings);
        try {
            banku.wire(watcher);
            banku.configureCamel();
            banku.main.start();
            ManagementServer.open(banku.main.getCamelContext(), banku.meters);
            if (banku.http != null) {
                banku.http.open();
            }
            return banku;
        } catch (Exception | Error failed) {
            banku.close();
            throw failed;
        }
    }

    /** The connection to the log that the settings name. */
    public static LogConnection connection(Settings settings) {
        return new LogConnection(
                settings.get(Setting.KAFKA_BOOTSTRAP_SERVERS),
                settings.get(Setting.KAFKA_COMPRESSION),
                settings.kafkaProperties());
    }

    /**
     * The topics as the settings want them.
     *
     * @throws io.banku.log.LogUnavailableException when there is no way to Kafka, with what was tried
     */
    public static Topics topics(Settings settings) {
        return topics(settings, connection(settings));
    }

    private static Topics topics(Settings settings, LogConnection connection) {
        BrokerSights.require(connection);
        return new Topics(
                connection,
                new Topics.Shape(
                        settings.get(Setting.PARTITIONS),
                        settings.get(Setting.REPLICATION_FACTOR).shortValue(),
                        settings.get(Setting.MIN_INSYNC_REPLICAS)),
                WrittenTopics.of(settings));
    }

    private static Topics checkedTopics(Settings settings, LogConnection connection) throws IOException {
        Topics topics = topics(settings, connection);
        boolean right = false;
        try {
            List<String> faults = new ArrayList<>(topics.check());
            if (faults.stream().anyMatch(fault -> fault.startsWith("BNK-5001 topic " + LogTopic.BATCHES.topic()))) {
                new LedgerTopic(settings.get(Setting.DATA)).missing().ifPresent(faults::add);
            }
            if (!faults.isEmpty()) {
                throw new StartException(faults);
            }
            right = true;
            return topics;
        } finally {
            if (!right) {
                topics.close();
            }
        }
    }

    private void wire(BatchObserver watcher) throws IOException {
        if (wiring.has(Role.INGEST)) {
            IngestWiring.wire(wiring, new BatchObservers(List.of(wiring.metrics.batches(), watcher)));
        }
        if (wiring.has(Role.COMMANDS)) {
            CommandsWiring.wire(wiring);
        }
        if (wiring.has(Role.PROJECTION) || wiring.answersHttp()) {
            Settings settings = wiring.settings;
            RedisView view = RedisView.connect(settings.get(Setting.REDIS_URI), settings.get(Setting.OUTCOMES_KEPT));
            wiring.afterRoutesStopped(view::close);
            view.requireSameLog(wiring.logId, wiring.partitions);
            wiring.check(new ViewHealth(view));
            ProjectionWatch watch = new ProjectionWatch(
                    new LogTips(wiring.connection, wiring.partitions),
                    view::position,
                    wiring.partitions,
                    wiring.clock,
                    wiring.metrics);
            wiring.afterRoutesStopped(watch::close);
            watch.start();
            if (wiring.has(Role.PROJECTION)) {
                ProjectionWiring.wire(wiring, view, watch);
            }
            if (wiring.answersHttp()) {
                http = HttpWiring.wire(wiring, view, watch);
            }
        }
    }

    private void configureCamel() {
        Settings settings = wiring.settings;
        // What was checked is what counts: no CAMEL_* variable and no system property comes in by another door.
        main.configure().setAutoConfigurationEnvironmentVariablesEnabled(false);
        main.configure().setAutoConfigurationSystemPropertiesEnabled(false);
        main.addOverrideProperty("camel.component.properties.environment-variable-mode", "0");
        main.addOverrideProperty("camel.component.properties.system-properties-mode", "0");
        settings.properties().forEach(main::addOverrideProperty);
        main.addOverrideProperty("camel.main.routes-include-pattern", RouteFiles.of(wiring));
        main.addOverrideProperty(
                "camel.main.shutdown-timeout",
                Long.toString(settings.get(Setting.SHUTDOWN_TIMEOUT).toSeconds()));
        main.addOverrideProperty("camel.management.host", settings.get(Setting.MANAGEMENT_HOST));
        main.addOverrideProperty("camel.management.port", Integer.toString(settings.get(Setting.MANAGEMENT_PORT)));
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport configuring) {
                CamelContext camel = configuring.getCamelContext();
                KafkaEndpoints.configure(camel.getComponent("kafka", KafkaComponent.class), wiring.connection);
                wiring.checks().forEach(HealthCheckRegistry.get(camel)::register);
                if (http != null) {
                    http.guard(camel);
                }
            }
        });
    }

    /** Finishes what is in hand, in the order in which it depends on each other. */
    @Override
    public void close() {
        wiring.stopBeforeRoutes(); // Camel tells a listener before it stops only when it runs the main loop itself
        try {
            main.stop();
        } finally {
            wiring.closeAfterRoutes();
        }
    }
}

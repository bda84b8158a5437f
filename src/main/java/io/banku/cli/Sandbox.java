package io.banku.cli;

import io.banku.Banku;
import io.banku.batch.BatchObserver;
import io.banku.embedded.EmbeddedKafka;
import io.banku.embedded.EmbeddedRedis;
import io.banku.log.LogTopic;
import io.banku.log.TopicReader;
import io.banku.log.TopicReader.Bounds;
import io.banku.log.Topics;
import io.banku.settings.ForCommand;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import io.banku.view.RedisView;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The whole program on servers of its own, started and stopped together; what they store stays in one folder. Stops by
 * itself when the process is told to end.
 */
final class Sandbox implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;

    private final EmbeddedKafka kafka;
    private final EmbeddedRedis redis;
    private final Settings settings;
    private final Thread atExit = new Thread(this::stop, "sandbox-stop");
    private Banku banku;
    private Runnable afterStop = () -> {};
    private boolean stopped;

    /** Gives the settings, with what the command says of them. */
    @FunctionalInterface
    interface SettingsSource {
        Settings with(ForCommand command);
    }

    private Sandbox(EmbeddedKafka kafka, EmbeddedRedis redis, Settings settings) {
        this.kafka = kafka;
        this.redis = redis;
        this.settings = settings;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts both servers on ports of {@link OwnPorts}, with their data in {@code folder}, and creates the topics.
     *
     * @throws io.banku.settings.SettingsException with all faults of the settings, before anything is started
     */
    static Sandbox servers(Path folder, OwnServers own, SettingsSource source) {
        OwnPorts ports = new OwnPorts(source.with(own.beforeTheyStart()), folder);
        CompletableFuture<EmbeddedKafka> kafka = CompletableFuture.supplyAsync(
                () -> ports.start(Setting.OWN_KAFKA_PORT, port -> EmbeddedKafka.start(folder.resolve("kafka"), port)));
        CompletableFuture<EmbeddedRedis> redis = CompletableFuture.supplyAsync(() ->
                ports.start(Setting.OWN_REDIS_PORT, port -> EmbeddedRedis.start(folder.resolve("redis"), port, true)));
        boolean started = false;
        try {
            Settings settings = source.with(
                    own.at(kafka.join().bootstrapServers(), redis.join().uri()));
            Sandbox sandbox = new Sandbox(kafka.join(), redis.join(), settings);
            ports.keep(kafka.join().port(), redis.join().port());
            try (Topics topics = Banku.topics(sandbox.settings)) {
                topics.init();
            }
            started = true;
            return sandbox;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } finally {
            if (!started) {
                redis.thenAccept(EmbeddedRedis::close);
                kafka.thenAccept(EmbeddedKafka::close);
            }
        }
    }

    /** Starts the program on the servers; returns when its routes run. */
    void start(BatchObserver watcher) throws Exception {
        banku = Banku.start(settings, watcher);
    }

    /** What is to be done when all has stopped, also when the process is told to end: nothing else runs then. */
    void afterStop(Runnable last) {
        afterStop = last;
    }

    Settings settings() {
        return settings;
    }

    /** Returns when the account view holds every event that is in the log now. */
    void awaitProjected() throws InterruptedException {
        awaitProjected(settings);
    }

    static void awaitProjected(Settings settings) throws InterruptedException {
        Map<Integer, Bounds> log = TopicReader.bounds(Banku.connection(settings), LogTopic.EVENTS);
        try (RedisView view = RedisView.connect(settings.get(Setting.REDIS_URI))) {
            for (Map.Entry<Integer, Bounds> partition : log.entrySet()) {
                while (view.position(partition.getKey()) < partition.getValue().end()) {
                    Thread.sleep(LOOK_MILLIS);
                }
            }
        }
    }

    /** Returns when the process is told to end, after everything has stopped. */
    void serve() throws InterruptedException {
        synchronized (this) {
            while (!stopped) {
                wait();
            }
        }
    }

    private synchronized void stop() {
        if (!stopped) {
            if (banku != null) {
                banku.close();
            }
            redis.close();
            kafka.close();
            afterStop.run();
            stopped = true;
            notifyAll();
        }
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            return; // the process is ending already, and this is what it waits for
        }
    }
}

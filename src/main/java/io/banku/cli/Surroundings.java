package io.banku.cli;

import io.banku.Banku;
import io.banku.batch.DirectorySights;
import io.banku.feed.FeedCatalog;
import io.banku.feed.FeedException;
import io.banku.log.BrokerSights;
import io.banku.log.GroupSight;
import io.banku.log.LogConnection;
import io.banku.log.LogTopic;
import io.banku.log.LogUnavailableException;
import io.banku.log.Topics;
import io.banku.log.TransactionSight;
import io.banku.outside.Sight;
import io.banku.settings.Role;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import io.banku.view.RedisSights;
import io.banku.view.RedisView;
import io.banku.view.ViewException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything outside that the settings of a process name, looked at in the order in which the process needs it. */
final class Surroundings {
    private final Settings settings;
    private final List<Sight> sights = new ArrayList<>();
    private Optional<String> ledgerId = Optional.empty();
    private Optional<String> logId = Optional.empty();

    Surroundings(Settings settings) {
        this.settings = settings;
    }

    List<Sight> sights() {
        kafka();
        if (has(Role.PROJECTION) || has(Role.COMMANDS) || answersHttp()) {
            redis();
        }
        if (has(Role.INGEST)) {
            feeds(settings.get(Setting.FEEDS));
            sights.addAll(
                    new DirectorySights(settings.get(Setting.DATA), settings.get(Setting.INBOX)).sights(ledgerId));
        }
        routes(settings.get(Setting.ROUTES));
        if (answersHttp()) {
            sights.add(PortSight.of("HTTP port", Setting.HTTP_HOST, Setting.HTTP_PORT, settings));
        }
        sights.add(PortSight.of("health and metrics port", Setting.MANAGEMENT_HOST, Setting.MANAGEMENT_PORT, settings));
        return sights;
    }

    private void kafka() {
        LogConnection connection = Banku.connection(settings);
        List<Sight> brokers = BrokerSights.of(connection);
        sights.addAll(brokers);
        if (brokers.stream().noneMatch(sight -> sight.isOk() && sight.thing().startsWith("Kafka broker"))) {
            sights.add(Sight.skipped("topics and transactions", "not looked at, as there is no way to Kafka"));
            return;
        }
        try (Topics topics = Banku.topics(settings)) {
            List<Sight> found = topics.sights();
            sights.addAll(found);
            ledgerId = topics.id(LogTopic.BATCHES);
            if (topics.id(LogTopic.EVENTS).isPresent()) {
                logId = Optional.of(topics.logId());
            }
        } catch (LogUnavailableException failed) {
            sights.add(Sight.failed("topics", failed.getMessage()));
            return;
        }
        sights.addAll(GroupSight.of(connection, groups()));
        if (has(Role.INGEST)) {
            sights.add(TransactionSight.of(connection, "ingest-"));
        }
        if (has(Role.COMMANDS)) {
            sights.add(TransactionSight.of(connection, "decider-"));
        }
        if (has(Role.QUERIES)) {
            sights.add(TransactionSight.of(connection, "audit-"));
        }
    }

    /** As the routes name them. */
    private List<String> groups() {
        return Stream.of(
                        Map.entry(Role.INGEST, "banku-ingest"),
                        Map.entry(Role.COMMANDS, "banku-deciders"),
                        Map.entry(Role.PROJECTION, "banku-accounts"))
                .filter(group -> has(group.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private void redis() {
        String uri = settings.get(Setting.REDIS_URI);
        List<Sight> found = RedisSights.of(uri);
        sights.addAll(found);
        String thing = "account view";
        if (logId.isEmpty() || found.stream().anyMatch(sight -> sight.grade() == Sight.Grade.FAILED)) {
            sights.add(Sight.skipped(thing, "not looked at, as it needs the topics and Redis"));
            return;
        }
        try (RedisView view = RedisView.connect(uri)) {
            view.requireSameLog(logId.get(), settings.get(Setting.PARTITIONS));
            sights.add(Sight.ok(thing, "is empty, or was made from this log by this version"));
        } catch (ViewException another) {
            sights.add(Sight.failed(thing, another.getMessage()));
        }
    }

    private void feeds(Path folder) {
        try {
            FeedCatalog feeds = FeedCatalog.loadGood(folder);
            feeds.feeds()
                    .forEach(feed -> sights.add(Sight.ok(
                            "feed " + feed.name(), "claims " + feed.files().text())));
            feeds.broken()
                    .forEach(feed -> sights.add(Sight.failed(
                            "feed " + feed.name(),
                            feed.faults().get(0) + more(feed.faults().size())
                                    + "; look at all of them with banku feed check "
                                    + folder.resolve(feed.name()))));
        } catch (FeedException none) {
            sights.add(Sight.failed(
                    "feeds " + folder,
                    none.getMessage().lines().findFirst().orElse("") + "; every"
                            + " feed has a folder of its own there (banku.feeds)"));
        }
    }

    private static String more(int faults) {
        return faults == 1 ? "" : " (and " + (faults - 1) + " more)";
    }

    private void routes(Path folder) {
        sights.add(
                Files.isDirectory(folder)
                        ? Sight.ok("routes " + folder, "are there")
                        : Sight.failed("routes " + folder, "expected the folder of the routes, found none"));
    }

    private boolean has(Role role) {
        return settings.get(Setting.ROLES).contains(role);
    }

    private boolean answersHttp() {
        return settings.get(Setting.ROLES).stream().anyMatch(Role::answersHttp);
    }
}

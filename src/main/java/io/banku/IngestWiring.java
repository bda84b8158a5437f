package io.banku;

import io.banku.batch.BatchObserver;
import io.banku.batch.Directories;
import io.banku.batch.FeedOwners;
import io.banku.batch.InboxWatch;
import io.banku.batch.Ingest;
import io.banku.batch.Intake;
import io.banku.batch.LateWatch;
import io.banku.batch.LedgerTopic;
import io.banku.batch.NameEncoding;
import io.banku.batch.NightNotes;
import io.banku.batch.Pace;
import io.banku.camel.BatchSteps;
import io.banku.camel.CamelBatchRoute;
import io.banku.camel.FeedsHealth;
import io.banku.camel.Inbox;
import io.banku.camel.PartitionChunks;
import io.banku.camel.metrics.NightMetrics;
import io.banku.copybook.Fault;
import io.banku.feed.FeedCatalog;
import io.banku.feed.FeedException;
import io.banku.log.LogEnds;
import io.banku.log.LogTopic;
import io.banku.night.NightCloser;
import io.banku.night.NightSet;
import io.banku.night.NightSets;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The role that takes the mainframe's files in. */
final class IngestWiring {
    private static final Logger LOG = LoggerFactory.getLogger(Banku.class);

    private IngestWiring() {}

    static void wire(Wiring to, BatchObserver observer) throws IOException {
        NameEncoding.fault(NameEncoding.ofThisProcess()).ifPresent(fault -> {
            throw new StartException(List.of(fault));
        });
        Settings settings = to.settings;
        FeedCatalog feeds = FeedCatalog.loadGood(settings.get(Setting.FEEDS));
        Directories directories = new Directories(settings.get(Setting.DATA), settings.get(Setting.INBOX));
        Ingest.Chunking chunking =
                new Ingest.Chunking(settings.get(Setting.CHUNK_RECORDS), settings.get(Setting.CHUNK_TIME));
        Optional<String> refusal = new LedgerTopic(settings.get(Setting.DATA)).refusal(to.topics.id(LogTopic.BATCHES));
        if (refusal.isPresent()) {
            throw new StartException(List.of(refusal.get()));
        }
        LogEnds ends = new LogEnds(to.connection);
        to.afterRoutesStopped(ends::close);
        Pace pace = new Pace(
                () -> ends.lag(LogTopic.EVENTS, "banku-accounts", to.partitions),
                () -> ends.lag(LogTopic.COMMANDS, "banku-deciders", to.partitions)
                                .behind()
                        > 0,
                settings.get(Setting.INGEST_LEAD));
        Ingest ingest = new Ingest(feeds, directories, to.clock, observer, chunking, pace);
        FeedOwners owners = new FeedOwners(
                ingest, to.ledger(), to.connection, to.topics, new CamelBatchRoute(to.main::getCamelContext));
        to.beforeRoutesStop(owners::stop);
        Intake intake = new Intake(feeds, directories, to.clock, observer, owners::wake);
        InboxWatch watch = new InboxWatch(directories, feeds, intake, to.clock);
        to.standing(owners::standing);
        to.standing(watch::standing);
        LateWatch late = new LateWatch(() -> to.ledger().missingSoFar(to.clock.instant()), owners::has, to.clock);
        to.main.bind("inbox", new Inbox(watch, () -> {
            to.metrics.batches().standing(to.standing());
            to.metrics.batches().due(late.look());
        }));
        to.metrics.batches().takesIn(feeds.feeds(), to.ledger().batches()::unfinished);
        to.check(new FeedsHealth(to::standing));
        to.main.bind("feedOwners", owners);
        to.main.bind("ledgerChunks", PartitionChunks.ofRecords(owners, to.topics));
        to.main.bind("batchSteps", new BatchSteps());
        wireNights(to, feeds, owners);
        LOG.info("feeds: {}", feeds.patterns());
        feeds.broken().forEach(feed -> feed.faults().forEach(fault -> LOG.error("feed {}: {}", feed.name(), fault)));
    }

    private static void wireNights(Wiring to, FeedCatalog feeds, FeedOwners owners) {
        List<NightSet> sets;
        try {
            sets = NightSets.load(to.settings.get(Setting.FEEDS), feeds);
        } catch (FeedException faulty) {
            throw new StartException(
                    faulty.faults().stream().map(Fault::toString).toList());
        }
        NightMetrics metrics = to.metrics.nights();
        metrics.closes(sets.stream().map(NightSet::night).toList());
        to.main.bind(
                "nightCloser",
                new NightCloser(
                        sets,
                        to.nights(),
                        to.connection,
                        to.topics,
                        () -> owners.has(NightNotes.PLACE),
                        to.clock,
                        metrics::written));
    }
}

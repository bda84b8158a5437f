package io.banku;

import io.banku.camel.DeciderHealth;
import io.banku.camel.PartitionChunks;
import io.banku.command.Deciders;
import io.banku.command.FencedDecisionLog;
import io.banku.command.LatchedCommandSource;
import io.banku.command.Partitioning;
import io.banku.log.LogEnds;
import io.banku.log.LogTopic;
import io.banku.log.RecentEnds;
import io.banku.settings.Setting;
import io.banku.view.RedisCommandView;
import io.banku.view.RedisOutcomeNews;

/** The role that decides commands. */
final class CommandsWiring {
    private CommandsWiring() {}

    static void wire(Wiring to) {
        RedisCommandView view = RedisCommandView.connect(to.settings.get(Setting.REDIS_URI));
        to.afterRoutesStopped(view::close);
        RedisOutcomeNews elsewhere = RedisOutcomeNews.connect(to.settings.get(Setting.REDIS_URI), to.logId, to.decided);
        to.afterRoutesStopped(elsewhere::close);
        LogEnds ends = new LogEnds(to.connection);
        to.afterRoutesStopped(ends::close);
        Deciders deciders = new Deciders(
                new FencedDecisionLog(
                        to.connection,
                        ends,
                        new RecentEnds(
                                ends, LogTopic.EVENTS, to.partitions, to.settings.get(Setting.COMMANDS_FRESHNESS)),
                        to.topics,
                        to.clock),
                view,
                new LatchedCommandSource(ends, view),
                new Partitioning(to.partitions),
                to.logId,
                to.clock,
                to.metrics.decisions(),
                (partition, outcomes) -> {
                    to.decided.tell(partition, outcomes);
                    elsewhere.tell(partition, outcomes);
                });
        to.afterRoutesStopped(deciders::close);
        to.metrics.decisions().decides(to.partitions, deciders::waiting);
        to.check(new DeciderHealth(deciders, to.partitions));
        to.main.bind("deciders", deciders);
        to.main.bind("commandChunks", PartitionChunks.ofRecords(deciders, to.topics));
    }
}

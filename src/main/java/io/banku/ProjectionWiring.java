package io.banku;

import io.banku.camel.AccountProjection;
import io.banku.camel.PartitionChunks;
import io.banku.camel.ProjectionHealth;
import io.banku.camel.ProjectionWatch;
import io.banku.settings.Setting;
import io.banku.view.Projection;
import io.banku.view.RedisView;

/** The role that keeps the view. */
final class ProjectionWiring {
    private ProjectionWiring() {}

    static void wire(Wiring to, RedisView view, ProjectionWatch watch) {
        to.metrics.view().projects(to.partitions);
        Projection projection = new Projection(view, to.logId, to.partitions, to.settings.get(Setting.CACHE_ACCOUNTS));
        AccountProjection accounts = new AccountProjection(view, projection, to.metrics);
        to.main.bind("accountProjection", accounts);
        to.main.bind("eventChunks", new PartitionChunks(accounts, to.topics));
        to.check(new ProjectionHealth(accounts, watch));
    }
}

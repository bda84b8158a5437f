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
    /** All that is kept of an account, rounded up: with an id and a name of 64 characters it is as much. */
    private static final int BYTES_OF_ACCOUNT = 400;

    private ProjectionWiring() {}

    static void wire(Wiring to, RedisView view, ProjectionWatch watch) {
        to.metrics.view().projects(to.partitions);
        int remembered = to.settings.get(Setting.CACHE_ACCOUNTS).orElseGet(ProjectionWiring::asManyAsFit);
        Projection projection = new Projection(view, to.logId, to.partitions, remembered);
        AccountProjection accounts = new AccountProjection(view, projection, to.metrics);
        to.main.bind("accountProjection", accounts);
        to.main.bind("eventChunks", PartitionChunks.ofEvents(accounts, to.topics));
        to.check(new ProjectionHealth(accounts, watch));
    }

    /** A quarter of the heap: the rest is for what is under way. */
    private static int asManyAsFit() {
        long most = Runtime.getRuntime().maxMemory() / 4 / BYTES_OF_ACCOUNT;
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, most));
    }
}

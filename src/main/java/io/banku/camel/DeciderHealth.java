package io.banku.camel;

import io.banku.command.Deciders;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Not ready when something is missing of the log or of the commands: whatever is taken in then may never be decided. Commands that wait are shown and no
 * more: they are in the log, and another process would decide them no sooner.
 */
public final class DeciderHealth extends AbstractHealthCheck {
    private final Deciders deciders;
    private final int partitions;

    public DeciderHealth(Deciders deciders, int partitions) {
        super("banku", "deciders");
        this.deciders = deciders;
        this.partitions = partitions;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Map<Integer, String> gaps = new TreeMap<>(deciders.gaps());
        for (int partition = 0; partition < partitions; partition++) {
            Duration waiting = deciders.waiting(partition);
            if (waiting.toSeconds() > 0) {
                builder.detail("commands.waiting.seconds." + partition, waiting.toSeconds());
            }
        }
        if (gaps.isEmpty()) {
            builder.up();
        } else {
            builder.message("nothing is decided in these partitions: " + gaps).down();
        }
    }
}

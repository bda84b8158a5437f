package io.banku.camel;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Ready when the projection has its positions and the log has what they ask for. */
public final class ProjectionHealth extends AbstractHealthCheck {
    private final AccountProjection projection;

    public ProjectionHealth(AccountProjection projection) {
        super("banku", "projection");
        this.projection = projection;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        if (!projection.hasPositions()) {
            builder.message("waiting for partitions and their positions").down();
        } else if (!projection.gaps().isEmpty()) {
            builder.message("the log lacks what partitions " + projection.gaps() + " ask for")
                    .down();
        } else {
            builder.up();
        }
    }
}

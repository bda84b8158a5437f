package io.banku.camel;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Ready when the projection has its positions, the log has what they ask for, and it gets on. */
public final class ProjectionHealth extends AbstractHealthCheck {
    private final AccountProjection projection;
    private final ProjectionWatch watch;

    public ProjectionHealth(AccountProjection projection, ProjectionWatch watch) {
        super("banku", "projection");
        this.projection = projection;
        this.watch = watch;
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
            builder.message("BNK-5010 the log has lost something of what the view has, by partition: "
                            + projection.gaps())
                    .down();
        } else {
            String standing = projection.ours().stream()
                    .sorted()
                    .flatMap(partition -> watch.fault(partition).stream())
                    .collect(Collectors.joining("; "));
            if (standing.isEmpty()) {
                builder.up();
            } else {
                builder.message(standing).down();
            }
        }
    }
}

package io.banku.camel;

import io.banku.log.TopicsWatch;
import java.util.List;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Not ready when a topic is not what it was at the start, or not any more what it must be. */
public final class TopicsHealth extends AbstractHealthCheck {
    private final TopicsWatch topics;

    public TopicsHealth(TopicsWatch topics) {
        super("banku", "topics");
        this.topics = topics;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        List<String> faults = topics.faults();
        if (faults.isEmpty()) {
            builder.up();
        } else {
            builder.message(String.join("; ", faults)).down();
        }
    }
}

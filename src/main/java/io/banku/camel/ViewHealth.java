package io.banku.camel;

import io.banku.view.RedisView;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Ready when Redis answers. */
public final class ViewHealth extends AbstractHealthCheck {
    private final RedisView view;

    public ViewHealth(RedisView view) {
        super("banku", "view");
        this.view = view;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        try {
            view.position(0);
            builder.up();
        } catch (RuntimeException unavailable) {
            builder.message("Redis does not answer").error(unavailable).down();
        }
    }
}

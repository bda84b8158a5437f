package io.banku.camel;

import io.banku.view.RedisView;
import io.banku.view.ViewException;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Ready when Redis answers, is a master, and takes writes. */
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
            view.requireServing();
            view.position(0);
            builder.up();
        } catch (ViewException refused) {
            builder.message(refused.getMessage()).down();
        } catch (RuntimeException unavailable) {
            builder.message("Redis does not answer").error(unavailable).down();
        }
    }
}

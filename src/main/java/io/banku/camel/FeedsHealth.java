package io.banku.camel;

import io.banku.batch.FeedOwners;
import io.banku.batch.Standing;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Not ready while a feed of this process cannot go on as a whole; the others do. */
public final class FeedsHealth extends AbstractHealthCheck {
    private final FeedOwners owners;

    public FeedsHealth(FeedOwners owners) {
        super("banku", "feeds");
        this.owners = owners;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        String standing = owners.standing().stream()
                .filter(each -> each.where().equals("feed"))
                .map(FeedsHealth::told)
                .distinct()
                .collect(Collectors.joining("; "));
        if (standing.isEmpty()) {
            builder.up();
        } else {
            builder.message(standing).down();
        }
    }

    private static String told(Standing each) {
        return each.code() + (each.feed() == null ? " " : " feed " + each.feed() + ": ") + each.why();
    }
}

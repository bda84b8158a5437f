package io.banku.camel;

import io.banku.batch.Standing;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Not ready while a feed of this process cannot go on as a whole; the others do. */
public final class FeedsHealth extends AbstractHealthCheck {
    private static final int MOST_DETAILS = 50;

    private final Supplier<List<Standing>> standing;

    /** @param standing all that does not go on: of one file it is a detail, of a feed as a whole it is no readiness */
    public FeedsHealth(Supplier<List<Standing>> standing) {
        super("banku", "feeds");
        this.standing = standing;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        List<Standing> all = standing.get();
        all.stream()
                .limit(MOST_DETAILS)
                .forEach(each -> builder.detail("standing." + each.where() + "." + name(each), told(each)));
        String stopped = all.stream()
                .filter(each -> each.where().equals("feed"))
                .map(FeedsHealth::told)
                .distinct()
                .collect(Collectors.joining("; "));
        if (stopped.isEmpty()) {
            builder.up();
        } else {
            builder.message(stopped).down();
        }
    }

    private static String name(Standing each) {
        return each.file() == null ? String.valueOf(each.feed()) : each.file();
    }

    private static String told(Standing each) {
        return each.code() + (each.feed() == null ? " " : " feed " + each.feed() + ": ") + each.why();
    }
}

package io.banku.bench.latency;

import java.util.regex.Pattern;

/** How many commands the bridge decides, by its own count; an answer may say no more than that a command is in the log. */
final class Decided {
    private static final Pattern COUNT =
            Pattern.compile("(?m)^banku_commands_total\\{[^}]*outcome=\"(?:accepted|declined)\"[^}]*} (\\S+)$");

    private final Api management;
    private final Clock clock;
    private final long began;
    private final double before;

    private Decided(Api management, Clock clock) throws InterruptedException {
        this.management = management;
        this.clock = clock;
        this.before = count();
        this.began = clock.now();
    }

    static Decided begin(Api management, Clock clock) throws InterruptedException {
        return new Decided(management, clock);
    }

    private double count() throws InterruptedException {
        return COUNT.matcher(management.get("/observe/metrics").body())
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .sum();
    }

    /** From the beginning until now. */
    double perSecond() throws InterruptedException {
        long nanos = clock.now() - began;
        return (count() - before) * 1e9 / nanos;
    }
}

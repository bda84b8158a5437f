package io.banku.log;

import io.banku.outside.Sight;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether the clocks that stamped the log and this machine's agree. Kafka tells its clock only by the times of records, so
 * that one which is ahead of this machine's is seen, and one which is behind is not.
 */
final class ClockSight {
    static final String THING = "clocks";
    /** More than an answer takes, and far more than clocks that are set by NTP differ. */
    private static final Duration CLEARLY = Duration.ofSeconds(5);

    private ClockSight() {}

    /**
     * The newest record of a partition.
     *
     * @param time by the broker's clock in {@link LogTopic#COMMANDS} and at the end of transactions, else by its writer's
     */
    record Stamp(String topic, int partition, long offset, Instant time) {}

    /** @param now by this machine's clock, later than the stamps were asked for */
    static Sight of(List<Stamp> newest, Instant now) {
        Optional<Stamp> last = newest.stream().max(Comparator.comparing(Stamp::time));
        if (last.isEmpty()) {
            return Sight.ok(
                    THING, "cannot be compared yet: Kafka shows its clock only in the times of records, and has none");
        }
        Stamp stamp = last.get();
        Duration ahead = Duration.between(now, stamp.time());
        if (ahead.compareTo(CLEARLY) <= 0) {
            return Sight.ok(
                    THING,
                    "no record lies in this machine's future, the newest is of "
                            + stamp.time().truncatedTo(ChronoUnit.SECONDS)
                            + "; whether Kafka's clock is behind, banku_command_append_delay_seconds says after a command");
        }
        return Sight.warning(
                THING,
                "BNK-5034 expected no record from this machine's future, found topic " + stamp.topic() + ", partition "
                        + stamp.partition() + ", offset " + stamp.offset() + " of " + stamp.time() + ", "
                        + ahead.toSeconds() + " seconds after this machine's " + now.truncatedTo(ChronoUnit.MILLIS)
                        + ": this machine's clock is behind, or that of the broker or the process which wrote it was ahead;"
                        + " set all of them by NTP. Commands are not carried out where they differ by 300 seconds");
    }
}

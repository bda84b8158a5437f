package io.banku.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once of each file that it is late, and when it is late no more. Of several processes the one says it that has the
 * feed; another that takes the feed over says it again. One thread.
 */
public final class LateWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LateWatch.class);

    private final Supplier<List<DueFile>> missing;
    private final Predicate<String> owned;
    private final Clock clock;
    private Map<Day, DueFile> told = Map.of();

    private record Day(String feed, LocalDate date) {}

    /**
     * @param missing files that are due and not here
     * @param owned whether this process has a feed
     */
    public LateWatch(Supplier<List<DueFile>> missing, Predicate<String> owned, Clock clock) {
        this.missing = missing;
        this.owned = owned;
        this.clock = clock;
    }

    /** @return all that are due and not here, also of feeds that others have */
    public List<DueFile> look() {
        List<DueFile> now = missing.get();
        Map<Day, DueFile> late = new HashMap<>();
        for (DueFile file : now) {
            if (file.state() == DueFile.State.LATE && owned.test(file.feed())) {
                Day day = new Day(file.feed(), file.date());
                late.put(day, file);
                if (!told.containsKey(day)) {
                    LOG.warn("{}", finding(file));
                }
            }
        }
        told.forEach((day, file) -> {
            if (!late.containsKey(day) && owned.test(day.feed())) {
                LOG.info("{} {}: {}", day.feed(), file.file(), ended(day, file, now));
            }
        });
        told = late;
        return now;
    }

    static Finding finding(DueFile file) {
        return new Finding(
                "BNK-5056",
                "feed " + file.feed() + ": expected " + file.file() + " of " + file.date() + ", due at " + file.due()
                        + ", found none; ask for it, or say that there is none: banku batch excuse " + file.feed() + " "
                        + file.date() + " --reason TEXT");
    }

    private String ended(Day day, DueFile file, List<DueFile> now) {
        boolean excused = now.stream()
                .anyMatch(each -> each.feed().equals(day.feed()) && each.date().equals(day.date()));
        return excused
                ? "not late any more"
                : "here, " + Duration.between(file.due(), clock.instant()).toMinutes() + " minutes after it was due";
    }
}

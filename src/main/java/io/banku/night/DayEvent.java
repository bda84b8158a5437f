package io.banku.night;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.banku.batch.Counts;
import io.banku.batch.Turnover;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * That a business date was closed, or what has changed since: all that counts of the date as it is then. Immutable.
 *
 * @param number 0 of the close, 1, 2, … of its supplements
 * @param byHand null where nobody had to say it
 * @param turnover of all feeds; null where it is not known of one
 * @param changes what a supplement is for; null of the close
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DayEvent(
        String night,
        LocalDate date,
        int number,
        Instant at,
        ByHand byHand,
        List<FeedDay> feeds,
        List<Turnover> turnover,
        List<Change> changes) {

    /** Somebody has said that the date is to be closed without some feeds. */
    public record ByHand(List<String> without, String reason, String by) {}

    /** @param before what was told of the batch last; null where nothing was */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(String feed, String batch, String file, Counts before, Counts after) {}

    public DayEvent {
        feeds = List.copyOf(feeds);
    }

    static DayEvent close(NightSet set, LocalDate date, Instant at, ByHand byHand, List<FeedDay> feeds) {
        return new DayEvent(set.night(), date, 0, at, byHand, feeds, all(feeds), null);
    }

    DayEvent supplement(Instant now, List<FeedDay> then, List<Change> changed) {
        return new DayEvent(night, date, number + 1, now, null, then, all(then), changed);
    }

    private static List<Turnover> all(List<FeedDay> feeds) {
        return feeds.stream().anyMatch(feed -> feed.turnover() == null)
                ? null
                : Turnover.sum(feeds.stream().flatMap(feed -> feed.turnover().stream()));
    }

    Optional<FeedDay> feed(String name) {
        return feeds.stream().filter(feed -> feed.feed().equals(name)).findFirst();
    }

    /** The same however often it is written: {@code core/2026-11-20/0}. */
    @JsonIgnore
    public String id() {
        return night + "/" + date + "/" + number;
    }

    /** Its type, as the log has it. */
    @JsonIgnore
    public String type() {
        return number == 0 ? "BusinessDayClosed" : "BusinessDaySupplemented";
    }
}

package io.banku.night;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.banku.batch.Batch;
import io.banku.batch.Counts;
import io.banku.batch.Excuse;
import io.banku.batch.Turnover;
import java.util.List;

/**
 * One feed of a business date. Immutable.
 *
 * @param counts of its sealed batches
 * @param turnover of them; null where it is not known of one of them
 * @param batches the sealed ones
 * @param excuse why it is not waited for, where that is why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedDay(
        String feed, State state, Counts counts, List<Turnover> turnover, List<Sealed> batches, Grounds excuse) {

    /** Where it stands. */
    public enum State {
        /** All its batches are sealed, and their controls closed. */
        @JsonProperty("sealed")
        SEALED,
        /** There is no file, and somebody has said why. */
        @JsonProperty("excused")
        EXCUSED,
        /** There is no file, and by its calendar there is none to be. */
        @JsonProperty("not-due")
        NOT_DUE,
        /** The day was closed by hand without it. */
        @JsonProperty("without")
        WITHOUT,
        @JsonProperty("missing")
        MISSING,
        /** A batch is being worked on, or waits for its turn. */
        @JsonProperty("under-way")
        UNDER_WAY,
        @JsonProperty("held")
        HELD,
        /** It is sealed, and a control of it is not closed. */
        @JsonProperty("open")
        OPEN;

        /** Nothing is waited for any more. */
        public boolean isDone() {
            return this == SEALED || this == EXCUSED || this == NOT_DUE;
        }

        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Who has said something, and why. */
    public record Grounds(String reason, String by) {
        static Grounds of(Excuse excuse) {
            return new Grounds(excuse.reason(), excuse.by());
        }
    }

    /** A batch that is in the log. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sealed(String batch, String file, int revision, Counts counts, List<Turnover> turnover) {
        static Sealed of(Batch batch) {
            return new Sealed(batch.id(), batch.file(), batch.revision(), batch.counts(), batch.turnover());
        }

        boolean saysTheSameAs(Sealed other) {
            return counts.equals(other.counts) && java.util.Objects.equals(turnover, other.turnover);
        }
    }

    public FeedDay {
        batches = List.copyOf(batches);
    }

    static FeedDay of(String feed, State state, List<Sealed> batches, Grounds excuse) {
        return new FeedDay(feed, state, sum(batches), turnover(batches), batches, excuse);
    }

    FeedDay in(State now) {
        return new FeedDay(feed, now, counts, turnover, batches, excuse);
    }

    private static Counts sum(List<Sealed> batches) {
        return batches.stream()
                .map(Sealed::counts)
                .reduce(
                        Counts.NONE,
                        (one, other) -> new Counts(
                                one.read() + other.read(),
                                one.published() + other.published(),
                                one.rejected() + other.rejected(),
                                one.skipped() + other.skipped(),
                                one.events() + other.events()));
    }

    private static List<Turnover> turnover(List<Sealed> batches) {
        return batches.stream().anyMatch(batch -> batch.turnover() == null)
                ? null
                : Turnover.sum(batches.stream().flatMap(batch -> batch.turnover().stream()));
    }
}

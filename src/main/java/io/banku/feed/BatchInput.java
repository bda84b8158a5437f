package io.banku.feed;

import io.banku.feed.expression.Lookups;
import java.util.OptionalLong;

/**
 * What is known of a batch beside its bytes.
 *
 * @param previous the numbers of the feed's batches that are in the log
 * @param repeats which of its records were there before, in a feed that says what makes them unique
 * @param corrections what is read in place of some of its records
 * @param lookups what other feeds' files say
 */
public record BatchInput(FileName file, Numbering previous, Repeats repeats, Corrections corrections, Lookups lookups) {
    public BatchInput(FileName file, Numbering previous, Repeats repeats) {
        this(file, previous, repeats, Corrections.NONE, Lookups.NONE);
    }

    /** @param previous the number of the batch before; empty for the feed's first one */
    public BatchInput(FileName file, OptionalLong previous) {
        this(file, Numbering.upTo(previous), Repeats.NONE);
    }

    /** The same, where something is looked up. */
    public BatchInput with(Lookups found) {
        return new BatchInput(file, previous, repeats, corrections, found);
    }
}

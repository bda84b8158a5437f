package io.banku.feed;

import java.util.OptionalLong;

/** @param previous the numbers of the feed's batches that are in the log */
public record BatchInput(FileName file, Numbering previous) {

    /** @param previous the number of the batch before; empty for the feed's first one */
    public BatchInput(FileName file, OptionalLong previous) {
        this(file, Numbering.upTo(previous));
    }
}

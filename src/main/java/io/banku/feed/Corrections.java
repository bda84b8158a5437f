package io.banku.feed;

import io.banku.record.Frame;

/** What stands in the place of records of a batch. Asked once for each record, in their order. */
@FunctionalInterface
public interface Corrections {
    Corrections NONE = record -> null;

    /** The record's bytes as they are to be read, or null where it is to be read as it is. */
    byte[] of(Frame record);
}

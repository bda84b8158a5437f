package io.banku.feed;

/** Which records of a batch have a key that an earlier record had. Asked once for each record, in their order. */
@FunctionalInterface
public interface Repeats {
    Repeats NONE = record -> null;

    /** Where the first one is, {@code record 12 of TXN.BIN (batch 9f2c…)}; null where this one is the first. */
    String first(long record);
}

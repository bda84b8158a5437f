package io.banku.record;

/** Hears what is wrong with a framing as it was written. */
public interface FramingFaults {
    /** @param option whose value is wrong; empty: the form as a whole */
    void add(String option, String message);

    /** There is no such option. */
    default void unknown(String option, String message) {
        add(option, message);
    }
}

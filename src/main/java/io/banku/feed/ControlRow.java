package io.banku.feed;

/**
 * One line of the reconciliation report.
 *
 * @param definition as the feed has it: {@code count() = trailer.TXT-COUNT}
 * @param expected what the right side is, or why there is none
 * @param actual what the left side is
 * @param difference actual less expected for numbers, otherwise empty
 */
public record ControlRow(
        String name, String definition, String expected, String actual, String difference, State state) {
    public enum State {
        /** Both sides are equal. */
        CLOSED,
        /** They differ, and a rejected record may explain it: only its correction can close the control. */
        OPEN,
        /** They differ although nothing is missing, or a side cannot be read. */
        BROKEN
    }

    /** Whether it compares the file's number with the one before it. */
    public boolean comparesWithPrevious() {
        return definition.matches(".*= previous \\+ [0-9]+");
    }
}

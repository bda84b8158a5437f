package io.banku.feed;

import java.util.List;
import java.util.Set;

/**
 * On which terms a batch is published.
 *
 * @param toleratedRejects how many rejects it may have and yet be released
 * @param afterGap what becomes of one that waited for nothing but the batch before it
 * @param gap what becomes of a batch when the one before it is missing
 * @param repeat what becomes of one whose number another has, or that is lower than the first one
 * @param after feeds whose batches of the same date have to be in the log first
 * @param fourEyes what is done only when a second person approves of it
 */
public record Terms(
        Release release,
        long toleratedRejects,
        AfterGap afterGap,
        OutOfTurn gap,
        OutOfTurn repeat,
        List<Before> after,
        Set<String> fourEyes) {

    public Terms {
        fourEyes = Set.copyOf(fourEyes);
        after = List.copyOf(after);
    }

    /** What can be asked to be decided by two: a release publishes, a refusal posts nothing of a file. */
    static String byTwo(String action) {
        if (!action.equals("release") && !action.equals("refuse")) {
            throw new IllegalArgumentException("expected release or refuse, found '" + action + "'");
        }
        return action;
    }

    /** Names of the feeds whose batches of the same date have to be in the log first. */
    public List<String> feedsBefore() {
        return after.stream().map(Before::feed).toList();
    }

    /** What becomes of a batch whose number in the sequence is not the next one. */
    public enum OutOfTurn {
        /** It waits for the one before it, or for a person. */
        HOLDS,
        /** It is published, and what was expected is told. */
        TOLD;

        static OutOfTurn of(String text) {
            return switch (text) {
                case "holds" -> HOLDS;
                case "told" -> TOLD;
                default -> throw new IllegalArgumentException("expected holds or told, found '" + text + "'");
            };
        }
    }

    /** What a batch does that was held only because the one before it was missing, when that one is in. */
    public enum AfterGap {
        GOES_ON,
        /** For a person who releases it. */
        WAITS;

        static AfterGap of(String text) {
            return switch (text) {
                case "goes-on" -> GOES_ON;
                case "waits" -> WAITS;
                default -> throw new IllegalArgumentException("expected goes-on or waits, found '" + text + "'");
            };
        }
    }
}

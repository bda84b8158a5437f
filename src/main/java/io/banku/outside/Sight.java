package io.banku.outside;

/**
 * One outside thing as it was found. Immutable.
 *
 * @param thing what was looked at: {@code Redis 127.0.0.1:6379}
 * @param words what was found, and what to do about it where it is not as it must be
 */
public record Sight(String thing, Grade grade, String words) {
    /** How good it is. */
    public enum Grade {
        /** As it must be. */
        OK,
        /** The program runs, but somebody should know. */
        WARNING,
        /** The program does not start, or cannot do all of its work. */
        FAILED,
        /** Not looked at, because something before it failed. */
        SKIPPED
    }

    public static Sight ok(String thing, String words) {
        return new Sight(thing, Grade.OK, words);
    }

    public static Sight warning(String thing, String words) {
        return new Sight(thing, Grade.WARNING, words);
    }

    public static Sight failed(String thing, String words) {
        return new Sight(thing, Grade.FAILED, words);
    }

    public static Sight skipped(String thing, String words) {
        return new Sight(thing, Grade.SKIPPED, words);
    }

    public boolean isOk() {
        return grade == Grade.OK;
    }
}

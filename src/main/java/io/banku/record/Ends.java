package io.banku.record;

/**
 * Where records and texts end. Immutable.
 *
 * @param longer what becomes of a record that has more bytes than its own layout
 * @param shortText what becomes of a text that the end of its record cuts off
 * @param varchar what a group of a length and a text, both of level 49, is
 */
public record Ends(Longer longer, ShortText shortText, Varchar varchar) {
    /** More bytes than the layout has; blanks and X'00' are never too many. */
    public enum Longer {
        REJECT,
        /** They are no part of the record; such records are counted. */
        IGNORED
    }

    /** A text of which the record has only the beginning, or nothing. */
    public enum ShortText {
        REJECT,
        /** It is what the record has of it. */
        ENDS_EARLY
    }

    /** A VARCHAR of Db2, as DCLGEN declares it. */
    public enum Varchar {
        GROUP,
        /** A text, as long as its length says. */
        TEXT
    }

    static final Ends DEFAULT = new Ends(Longer.REJECT, ShortText.REJECT, Varchar.GROUP);

    /** @throws IllegalArgumentException when there is no such value; the message lists those that there are */
    Ends with(String key, String value) {
        return switch (key) {
            case "longer" -> new Ends(Dialect.one(Longer.class, value), shortText, varchar);
            case "short-text" -> new Ends(longer, Dialect.one(ShortText.class, value), varchar);
            case "varchar" -> new Ends(longer, shortText, Dialect.one(Varchar.class, value));
            default -> throw new IllegalArgumentException("expected longer, short-text or varchar, found " + key);
        };
    }
}

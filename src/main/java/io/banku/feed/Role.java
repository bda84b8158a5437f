package io.banku.feed;

/** What the records of a rule are for. */
enum Role {
    HEADER,
    TRAILER,
    /** Counted, otherwise ignored. */
    SKIP,
    /** It becomes events, or an entry where the feed is a reference. */
    EVENTS;

    /** @throws IllegalArgumentException when it is no role that a feed can name */
    static Role of(String text) {
        return switch (text) {
            case "header" -> HEADER;
            case "trailer" -> TRAILER;
            case "skip" -> SKIP;
            default -> throw new IllegalArgumentException("expected header, trailer or skip, found '" + text + "'");
        };
    }

    boolean isFrame() {
        return this == HEADER || this == TRAILER;
    }
}

package io.banku.feed;

/** What has to hold before a batch is published. */
public enum Release {
    /** Every control closes. */
    WHEN_BALANCED("when-balanced"),
    /** Every control closes or is open only because of rejects. */
    WHEN_BALANCED_OR_OPEN("when-balanced-or-open");

    private final String text;

    Release(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException when it is none of them */
    static Release of(String text) {
        for (Release release : values()) {
            if (release.text.equals(text)) {
                return release;
            }
        }
        throw new IllegalArgumentException("expected when-balanced or when-balanced-or-open, found '" + text + "'");
    }
}

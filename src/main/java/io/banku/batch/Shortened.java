package io.banku.batch;

import io.banku.feed.ControlRow;

/** Texts and bytes that are larger than what the ledger, which Kafka bounds, should hold of one batch. */
final class Shortened {
    private static final int MOST_CHARACTERS = 1_000;

    private Shortened() {}

    /** Its texts may be those of fields of any length. */
    static ControlRow control(ControlRow row) {
        return new ControlRow(
                row.name(),
                text(row.definition(), MOST_CHARACTERS),
                text(row.expected(), MOST_CHARACTERS),
                text(row.actual(), MOST_CHARACTERS),
                text(row.difference(), MOST_CHARACTERS),
                row.state());
    }

    /** It names one file and no other still. */
    static String label(String label) {
        return label.length() <= MOST_CHARACTERS
                ? label
                : text(label, MOST_CHARACTERS) + " SHA-256 " + Fingerprint.ofText(label);
    }

    /** Its beginning, and how long it is. */
    static String text(String text, int most) {
        return text == null || text.length() <= most
                ? text
                : text.substring(0, most) + "… (" + text.length() + " characters)";
    }
}

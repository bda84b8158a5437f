package io.banku.batch;

/** Texts and bytes that are larger than what the ledger, which Kafka bounds, should hold of one batch. */
final class Shortened {
    private Shortened() {}

    /** Its beginning, and how long it is. */
    static String text(String text, int most) {
        return text == null || text.length() <= most
                ? text
                : text.substring(0, most) + "… (" + text.length() + " characters)";
    }
}

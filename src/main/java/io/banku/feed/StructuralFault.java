package io.banku.feed;

/**
 * Header or trailer are not where they belong. The codes are stable.
 *
 * @param record the number of the record that shows it, from 1; 0 for the file as a whole
 */
public record StructuralFault(Kind kind, long record, String message) {
    public enum Kind {
        HEADER_MISSING("BNK-3101"),
        HEADER_TWICE("BNK-3102"),
        HEADER_NOT_FIRST("BNK-3103"),
        TRAILER_MISSING("BNK-3104"),
        TRAILER_TWICE("BNK-3105"),
        TRAILER_NOT_LAST("BNK-3106"),
        NO_RECORDS("BNK-3107");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    public String code() {
        return kind.code;
    }
}

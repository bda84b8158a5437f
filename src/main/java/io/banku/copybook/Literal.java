package io.banku.copybook;

/**
 * A constant of a VALUE clause. {@code text} is the characters, the number, the hexadecimal digits of
 * {@code X'0F'}, or for ALL the characters to repeat.
 */
public record Literal(Kind kind, String text) {
    public enum Kind {
        TEXT,
        HEX,
        NUMBER,
        ALL,
        /** The hexadecimal digits of the bytes to repeat: {@code ALL X'40'}. */
        ALL_HEX,
        ZEROS,
        SPACES,
        LOW_VALUES,
        HIGH_VALUES,
        QUOTES
    }

    @Override
    public String toString() {
        return switch (kind) {
            case TEXT -> "'" + text + "'";
            case HEX -> "X'" + text + "'";
            case ALL -> "ALL '" + text + "'";
            case ALL_HEX -> "ALL X'" + text + "'";
            case NUMBER -> text;
            default -> kind.name().replace('_', '-');
        };
    }
}

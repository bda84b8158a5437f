package io.banku.feed.expression;

/** The pattern of a date that one in another spelling means: {@code DD.MM.YYYY}, {@code yyyymmdd}, {@code CCYYMMDD}. */
final class MeantPattern {
    private final StringBuilder meant = new StringBuilder();
    private boolean hasHour;
    private boolean hasSecond;

    private MeantPattern(String written) {
        int end;
        for (int at = 0; at < written.length(); at = end) {
            char letter = Character.toLowerCase(written.charAt(at));
            end = at + 1;
            while (end < written.length() && Character.toLowerCase(written.charAt(end)) == letter) {
                end++;
            }
            meant.append(letters(letter, written.substring(at, end)));
        }
    }

    /** Goes on behind what was written: {@code ; did you mean dd.MM.yyyy?}, or nothing. */
    static String of(String written) {
        String meant = new MeantPattern(written).meant.toString().replace("CCyy", "yyyy");
        try {
            return meant.equals(written) ? "" : "; did you mean " + new DatePattern(meant) + "?";
        } catch (IllegalArgumentException neither) {
            return "";
        }
    }

    private String letters(char letter, String written) {
        int width = written.length();
        switch (letter) {
            case 'y':
                return "y".repeat(width);
            case 'c':
                return "C".repeat(width);
            case 'd':
                return (width == 3 ? "D" : "d").repeat(width);
            case 'h':
                hasHour = true;
                return "H".repeat(width);
            case 'm':
                return (hasHour ? "m" : "M").repeat(width);
            case 's':
                boolean isFraction = hasSecond || width > 2;
                hasSecond = true;
                return (isFraction ? "S" : "s").repeat(width);
            case 'f': // as Python and others write a fraction
                return "S".repeat(width);
            default:
                return written;
        }
    }
}

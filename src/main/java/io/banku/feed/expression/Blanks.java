package io.banku.feed.expression;

/**
 * What a record fills its text up with: spaces, and the double-byte ones of EBCDIC's DBCS pages. A line end or a tab is none:
 * {@code 4711} and a line feed are not the account 4711.
 */
public final class Blanks {
    private Blanks() {}

    /** The text without the blanks before and behind it. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The same, and one space for all the blanks that stand together in it. */
    public static String squeeze(String text) {
        StringBuilder squeezed = new StringBuilder(text.length());
        boolean blankBefore = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                blankBefore = !squeezed.isEmpty();
            } else {
                if (blankBefore) {
                    squeezed.append(' ');
                    blankBefore = false;
                }
                squeezed.append(c);
            }
        }
        return squeezed.toString();
    }

    /** Is there nothing else in it? */
    public static boolean only(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c > '~' && Character.getType(c) == Character.SPACE_SEPARATOR && Character.isWhitespace(c);
    }
}

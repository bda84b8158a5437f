package io.banku.record;

import java.util.HexFormat;

/** Text from outside as a message shows it: what would move a cursor, end a line or hide something stands as its code. */
public final class Shown {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Shown() {}

    /** {@code a, line feed, b} becomes {@code a\\u000Ab}; nearly all text stays the same object. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isDeceptive(text, i)) {
                return escaped(text, i);
            }
        }
        return text;
    }

    private static String escaped(String text, int first) {
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDeceptive(text, i)) {
                shown.append("\\u").append(HEX.toHexDigits(c));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    private static boolean isDeceptive(String text, int at) {
        char c = text.charAt(at);
        if (c >= ' ' && c <= '~') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SURROGATE -> !isHalfOfAPair(text, at) || isUnseen(text, at);
            default -> false;
        };
    }

    private static boolean isHalfOfAPair(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static boolean isUnseen(String text, int at) {
        int start = Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
        return Character.getType(text.codePointAt(start)) == Character.FORMAT;
    }
}

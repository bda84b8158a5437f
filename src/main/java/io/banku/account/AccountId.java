package io.banku.account;

/**
 * The one rule what may name an account, be it in a mainframe's record, in a path, or as the target of a transfer: what a
 * request over HTTP can name, and a person can tell from another. No object: an account's id is a {@link String}.
 */
public final class AccountId {
    /** Ends the sentence "expected …". */
    public static final String EXPECTED = "an account's id: 1 to 64 characters that can be seen, blanks only between"
            + " others, without a slash, and neither . nor ..";

    private static final int LONGEST = 64;

    private AccountId() {}

    /** {@code 0000004711}, {@code GIRO 1}; not {@code A/B}, a step of a path, or text with a byte order mark. */
    public static boolean isOne(String text) {
        return isPlain(text)
                || isReadable(text)
                        && text.indexOf('/') < 0
                        && text.codePointCount(0, text.length()) <= LONGEST
                        && !text.equals(".")
                        && !text.equals("..");
    }

    /** Nearly all ids are, and this runs for every record: each character is looked at once. */
    private static boolean isPlain(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST || text.charAt(0) == '.') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~' || c == '/') {
                return false;
            }
        }
        return true;
    }

    /** Are there only characters that can be seen, and single-width blanks between them? What names a transfer is so, too. */
    public static boolean isReadable(String text) {
        if (text.isEmpty() || text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && (c <= '~' + 1 || !isSeen(text.codePointAt(i)))) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++; // its other half was seen with it
            }
        }
        return true;
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isDrawnAsNothing(character);
        };
    }

    /** Unicode's Default_Ignorable_Code_Point as far as no category tells it, noncharacters, U+2800 and U+FFFD. */
    private static boolean isDrawnAsNothing(int character) {
        return character == 0x034F
                || isWithin(character, 0x115F, 0x1160)
                || isWithin(character, 0x17B4, 0x17B5)
                || isWithin(character, 0x180B, 0x180F)
                || isWithin(character, 0x2060, 0x206F)
                || character == 0x2800
                || character == 0x3164
                || isWithin(character, 0xFDD0, 0xFDEF)
                || isWithin(character, 0xFE00, 0xFE0F)
                || character == 0xFFA0
                || isWithin(character, 0xFFF0, 0xFFF8)
                || character == 0xFFFD
                || (character & 0xFFFE) == 0xFFFE
                || isWithin(character, 0xE0000, 0xE0FFF);
    }

    private static boolean isWithin(int character, int first, int last) {
        return first <= character && character <= last;
    }
}

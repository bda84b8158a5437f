package io.banku.copybook;

import io.banku.copybook.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One pair of a REPLACING phrase. Either a sequence of words is replaced by another one, or a part of a word: what stands
 * between colons or parentheses, or with LEADING and TRAILING its beginning or end.
 *
 * @param sought words to be found in this order; empty where a part is replaced
 * @param part what becomes of a word of which a part is to be replaced; null where words are
 */
record Replacement(List<Token> sought, List<Token> by, UnaryOperator<String> part) {
    private static final Pattern TAG = Pattern.compile(":[^:\\s]*:|\\([^()\\s]*\\)");

    static Replacement ofWords(List<Token> sought, List<Token> by) {
        return new Replacement(List.copyOf(sought), List.copyOf(by), null);
    }

    static Replacement ofTag(String tag, String by) {
        String wanted = tag.toUpperCase(Locale.ROOT);
        return new Replacement(List.of(), List.of(), word -> {
            String upper = word.toUpperCase(Locale.ROOT);
            return upper.contains(wanted) ? upper.replace(wanted, by) : word;
        });
    }

    static Replacement ofBeginning(String beginning, String by) {
        String wanted = beginning.toUpperCase(Locale.ROOT);
        return new Replacement(
                List.of(),
                List.of(),
                word -> word.toUpperCase(Locale.ROOT).startsWith(wanted) ? by + word.substring(wanted.length()) : word);
    }

    static Replacement ofEnd(String end, String by) {
        String wanted = end.toUpperCase(Locale.ROOT);
        return new Replacement(
                List.of(),
                List.of(),
                word -> word.toUpperCase(Locale.ROOT).endsWith(wanted)
                        ? word.substring(0, word.length() - wanted.length()) + by
                        : word);
    }

    /** Whether a pseudo-text is a part of words by its form. */
    static boolean isTag(String text) {
        return TAG.matcher(text.strip()).matches();
    }

    /** Whether the words that are sought stand at {@code index}. */
    boolean standsAt(List<Token> tokens, int index) {
        if (sought.isEmpty() || index + sought.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < sought.size(); i++) {
            if (!isSame(sought.get(i), tokens.get(index + i))) {
                return false;
            }
        }
        return true;
    }

    /** A PICTURE alone is not seen to be one: {@code REPLACING ==X(5)== BY ==X(9)==}. */
    private static boolean isSame(Token sought, Token found) {
        if (found.is(Kind.PICTURE)) {
            return sought.text().equalsIgnoreCase(found.text());
        }
        return sought.kind() == found.kind() && sought.text().equals(found.text());
    }
}

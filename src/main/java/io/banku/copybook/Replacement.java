package io.banku.copybook;

import io.banku.copybook.Word.Kind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One pair of a REPLACING phrase or a REPLACE statement: words in this order are replaced by others, or with LEADING
 * and TRAILING the beginning or end of a word by another one.
 */
record Replacement(Part part, List<Word> sought, List<Word> by) {
    enum Part {
        WORDS,
        LEADING,
        TRAILING
    }

    private static final Pattern TAG = Pattern.compile(":[^:\\s]*:|\\([^()\\s]*\\)");

    Replacement {
        sought = List.copyOf(sought);
        by = List.copyOf(by);
    }

    /** {@code ==tag== BY ==text==}, said outside of the copybook. */
    static Replacement of(String tag, String text, Place at) {
        return new Replacement(Part.WORDS, TextWords.of(tag, at), TextWords.of(text, at));
    }

    /** Whether a text is a part of words by its form. */
    static boolean isTag(String text) {
        return TAG.matcher(text.strip()).matches();
    }

    boolean standsAt(List<Word> words, int index) {
        if (part != Part.WORDS) {
            return isPartOf(words.get(index));
        }
        if (index + sought.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < sought.size(); i++) {
            Word word = words.get(index + i);
            if (word.isReplaced() || !sought.get(i).isSame(word)) {
                return false;
            }
        }
        return true;
    }

    private boolean isPartOf(Word word) {
        String whole = word.text().toUpperCase(Locale.ROOT);
        String wanted = sought.get(0).text().toUpperCase(Locale.ROOT);
        return word.is(Kind.PLAIN)
                && !word.isReplaced()
                && (part == Part.LEADING ? whole.startsWith(wanted) : whole.endsWith(wanted));
    }

    /** What comes in the place of words of which {@code first} is the first; none where it leaves nothing. */
    List<Word> inPlaceOf(Word first) {
        if (part == Part.WORDS) {
            return by.stream().map(word -> word.replacing(first)).toList();
        }
        String other = by.isEmpty() ? "" : by.get(0).text();
        int length = sought.get(0).text().length();
        int rest = first.text().length() - length;
        String text = part == Part.LEADING
                ? other + first.text().substring(length)
                : first.text().substring(0, rest) + other;
        return text.isEmpty() ? List.of() : List.of(first.withText(text).replacing(first));
    }
}

package io.banku.feed.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What may have been meant: names ordered by how few letters have to change. */
public final class Nearest {
    private Nearest() {}

    /**
     * Goes on behind what was written: {@code ; did you mean b? (expected a, b or c)}, or {@code ; expected c, a or b}, the
     * nearest first, where none is near enough to be meant.
     */
    public static String meant(String written, Collection<String> names) {
        String word = written.toLowerCase(Locale.ROOT);
        List<String> sorted = names.stream()
                .sorted(Comparator.comparingInt(name -> distance(word, name.toLowerCase(Locale.ROOT))))
                .toList();
        boolean isNear = !sorted.isEmpty()
                && distance(word, sorted.get(0).toLowerCase(Locale.ROOT))
                        <= Math.min(Math.max(2, word.length() / 3), word.length() - 1);
        return isNear
                ? "; did you mean " + sorted.get(0) + "? (expected " + either(names) + ")"
                : "; expected " + either(sorted);
    }

    /** {@code a, b or c} in the order given. */
    public static String either(Collection<String> names) {
        String list = String.join(", ", names);
        int last = list.lastIndexOf(", ");
        return last < 0 ? list : list.substring(0, last) + " or " + list.substring(last + 2);
    }

    /** Insertions, removals and replacements of single letters (Levenshtein), kept one row at a time. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}

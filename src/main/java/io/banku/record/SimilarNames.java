package io.banku.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** The names that a mistyped one may have meant: those with the fewest characters to change. */
final class SimilarNames {
    private static final int MOST = 3;

    private SimilarNames() {}

    static List<String> to(String name, Iterable<String> known) {
        int bound = Math.max(2, name.length() / 3);
        return StreamSupport.stream(known.spliterator(), false)
                .filter(each -> distance(name, each) <= bound)
                .sorted(Comparator.comparingInt(each -> distance(name, each)))
                .limit(MOST)
                .toList();
    }

    /** Levenshtein's: insertions, deletions and replacements of one character. */
    private static int distance(String a, String b) {
        List<Integer> row = new ArrayList<>();
        for (int j = 0; j <= b.length(); j++) {
            row.add(j);
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row.get(0);
            row.set(0, i);
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row.get(j);
                row.set(j, Math.min(replaced, 1 + Math.min(diagonal, row.get(j - 1))));
            }
        }
        return row.get(b.length());
    }
}

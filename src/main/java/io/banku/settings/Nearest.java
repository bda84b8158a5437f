package io.banku.settings;

import java.util.Comparator;
import java.util.stream.Stream;

/** Which name a person may have meant. */
final class Nearest {
    private Nearest() {}

    /** {@code ; did you mean banku.http.port?}, or nothing when no name is near. */
    static String to(String found, Stream<String> names) {
        return names.min(Comparator.comparingInt(name -> distance(found, name)))
                .filter(name -> distance(found, name) <= found.length() / 3)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    /** How many letters have to be put in, taken out or changed (Levenshtein). */
    static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(changed, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}

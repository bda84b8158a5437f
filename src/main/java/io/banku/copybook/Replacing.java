package io.banku.copybook;

import io.banku.copybook.Word.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Text words → text words as a REPLACING phrase or a REPLACE statement wants them (Enterprise COBOL, "Comparison and
 * replacement rules"): the first pair that fits replaces, and what was replaced is not looked at again.
 */
final class Replacing {
    private final List<Replacement> replacements;
    private final Set<Replacement> used = Collections.newSetFromMap(new IdentityHashMap<>());

    Replacing(List<Replacement> replacements) {
        this.replacements = List.copyOf(replacements);
    }

    List<Word> applyTo(List<Word> words) {
        return replacements.isEmpty() ? words : new Pass().run(words);
    }

    /** Whether it replaced anything yet. */
    boolean hasUsed(Replacement replacement) {
        return used.contains(replacement);
    }

    private Replacement fitting(List<Word> words, int index) {
        for (Replacement replacement : replacements) {
            if (replacement.standsAt(words, index)) {
                return replacement;
            }
        }
        return null;
    }

    private final class Pass {
        private final List<Word> replaced = new ArrayList<>();

        /** Before the next word, if it is wider than its own: a word that was taken out leaves its gap. */
        private String gap = "";

        List<Word> run(List<Word> words) {
            int next = 0;
            while (next < words.size()) {
                Word word = words.get(next);
                Replacement fitting = fitting(words, next);
                if (fitting == null) {
                    add(word);
                    next++;
                } else {
                    used.add(fitting);
                    gap = wider(gap, word.gap());
                    List<Word> by = fitting.inPlaceOf(word);
                    for (int i = 0; i < by.size(); i++) {
                        add(i == 0 ? by.get(i).withGap("") : by.get(i));
                    }
                    next += fitting.sought().size();
                }
            }
            return replaced;
        }

        /** Words that nothing separates any more are one: {@code TX} and {@code -ID}. */
        private void add(Word word) {
            Word placed = word.withGap(wider(gap, word.gap()));
            gap = "";
            int last = replaced.size() - 1;
            boolean isOne = last >= 0
                    && placed.isJoined()
                    && placed.is(Kind.PLAIN)
                    && replaced.get(last).is(Kind.PLAIN);
            if (isOne) {
                replaced.set(last, replaced.get(last).joined(placed));
            } else {
                replaced.add(placed);
            }
        }

        private String wider(String one, String other) {
            return one.equals("\n") || other.isEmpty() ? one : other;
        }
    }
}
